//! `orders.pay`: records money received for an order.
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
