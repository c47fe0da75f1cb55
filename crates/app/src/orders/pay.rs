//! `orders.pay`: records money received for an order.
use crate::App;
use crate::error::AppError;
use super::steps;
use domain::ids::PaymentId;
use book::dto::Order;

use crate::request::{Amend, Written};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A payment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct OrderPay {
    /// How it was paid.
    #[ts(optional = false)]
    pub method: String,
    /// The amount.
    #[ts(optional = false)]
    pub amount_minor: i64,
    /// A voucher's number or a bank reference.
    pub reference: Option<String>,
}

/// What it takes.
pub type Input = Amend<OrderPay>;
/// What it gives.
pub type Output = Written<Order>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let said = &input.body;
    steps::change(app, &input.part, "order.paid", |now| {
        let payment = PaymentId(app.new_id());
        let reference = said.reference.as_deref();
        domain::order::pay(now, payment, &said.method, said.amount_minor, reference)
    })
}
