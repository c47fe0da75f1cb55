//! `orders.refund`: gives money back.
use crate::App;
use crate::error::AppError;
use super::steps;
use domain::ids::PaymentId;
use book::dto::Order;

use crate::request::{Amend, Written};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A refund.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct OrderRefund {
    /// How it goes back.
    #[ts(optional = false)]
    pub method: String,
    /// The amount, above zero.
    #[ts(optional = false)]
    pub amount_minor: i64,
    /// Why.
    pub reason: Option<String>,
}

/// What it takes.
pub type Input = Amend<OrderRefund>;
/// What it gives.
pub type Output = Written<Order>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let said = &input.body;
    steps::change(app, &input.part, "order.refunded", |now| {
        let payment = PaymentId(app.new_id());
        let reason = said.reason.as_deref();
        domain::order::refund(now, payment, &said.method, said.amount_minor, reason)
    })
}
