//! `orders.tag`: says which tags an order has.
use super::steps;
use crate::App;
use crate::error::AppError;
use book::dto::Order;

use crate::request::{Amend, Written};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The tags of an order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OrderTags {
    /// All of them; those that are not named are taken off.
    pub tags: Vec<String>,
}

/// What it takes.
pub type Input = Amend<OrderTags>;
/// What it gives.
pub type Output = Written<Order>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    steps::change(app, &input.part, "order.tagged", |now| {
        domain::order::tag(now, &input.body.tags)
    })
}
