//! `stock.adjust`: corrects what is there, by a change or by a count.
use book::dto::Product;
use uuid::Uuid;

use crate::request::{Create, Written};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A correction: either the change or the count.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct StockAdjust {
    /// The product.
    #[ts(optional = false)]
    pub product: Uuid,
    /// The place; the main one when absent.
    pub location: Option<String>,
    /// The change: found above zero, lost below.
    pub quantity_milli: Option<i64>,
    /// What is there now.
    pub counted_milli: Option<i64>,
    /// Why.
    #[ts(optional = false)]
    pub reason: String,
}

/// What it takes.
pub type Input = Create<StockAdjust>;
/// What it gives.
pub type Output = Written<Product>;
