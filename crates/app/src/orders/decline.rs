//! `orders.decline`: notes that what was offered is not wanted.
use super::steps;
use crate::App;
use crate::error::AppError;
use book::dto::Order;

use crate::request::{Amend, Written};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Why it is not wanted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct OrderDecline {
    /// Why.
    pub reason: Option<String>,
}

/// What it takes.
pub type Input = Amend<OrderDecline>;
/// What it gives.
pub type Output = Written<Order>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let reason = input.body.reason.as_deref();
    steps::change(app, &input.part, "order.declined", |now| {
        domain::order::decline(now, reason)
    })
}
