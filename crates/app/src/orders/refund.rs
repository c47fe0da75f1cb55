//! `orders.refund`: gives money back.
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
