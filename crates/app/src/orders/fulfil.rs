//! `orders.fulfil`: ships goods, all that is open unless lines are named.
use book::dto::{Order, ShippedLine};

use crate::request::{Amend, Written};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A shipment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct OrderFulfil {
    /// What goes out; all that is open when absent.
    pub lines: Option<Vec<ShippedLine>>,
    /// Who carries it.
    pub carrier: Option<String>,
    /// The carrier's number.
    pub tracking: Option<String>,
}

/// What it takes.
pub type Input = Amend<OrderFulfil>;
/// What it gives.
pub type Output = Written<Order>;
