//! `orders.cancel`: calls off what is not shipped, and frees what was held.
use crate::App;
use crate::error::AppError;
use super::steps;
use book::dto::Order;

use crate::request::{Amend, Written};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Why it is called off.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct OrderCancel {
    /// Why.
    pub reason: Option<String>,
}

/// What it takes.
pub type Input = Amend<OrderCancel>;
/// What it gives.
pub type Output = Written<Order>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let said = &input.body;
    steps::change(app, &input.part, "order.cancelled", |now| {
        domain::order::cancel(now, said.reason.as_deref())
    })
}
