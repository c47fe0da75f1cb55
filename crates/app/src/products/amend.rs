//! `products.amend`: changes a product.
use book::dto::Product;

use crate::parse::said;
use crate::request::{Amend, Written};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What of a product changes; what is absent stays, null clears.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ProductPatch {
    /// The stock-keeping unit: text, case-sensitive.
    pub sku: Option<String>,
    /// What people read.
    pub title: Option<String>,
    /// The category.
    #[serde(default, deserialize_with = "said")]
    pub category: Option<Option<String>>,
    /// The price of one unit.
    pub unit_price_micro: Option<i64>,
    /// What one unit costs.
    #[serde(default, deserialize_with = "said")]
    pub cost_micro: Option<Option<i64>>,
    /// The code of the tax.
    #[serde(default, deserialize_with = "said")]
    pub tax: Option<Option<String>>,
    /// A service: nothing moves in stock.
    pub service: Option<bool>,
    /// The codes that scan to it.
    pub barcodes: Option<Vec<String>>,
    /// The unit of measure; `pcs` when absent.
    pub unit: Option<String>,
    /// A note.
    #[serde(default, deserialize_with = "said")]
    pub note: Option<Option<String>>,
    /// The point at which to order more.
    #[serde(default, deserialize_with = "said")]
    pub reorder_point_milli: Option<Option<i64>>,
    /// What to order up to.
    #[serde(default, deserialize_with = "said")]
    pub reorder_to_milli: Option<Option<i64>>,
    /// No longer offered.
    pub archived: Option<bool>,
}

/// What it takes.
pub type Input = Amend<ProductPatch>;
/// What it gives.
pub type Output = Written<Product>;
