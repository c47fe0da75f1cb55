//! Bundles: products that are made of others.
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// Where the goods of a bundle lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum BundleKind {
    /// With its components: it is put together when it is sold.
    Virtual,
    /// Put together beforehand, with a stock of its own.
    Assembled,
}

/// Goods that a bundle is made of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct BundlePart {
    /// The goods.
    pub product: Uuid,
    /// Their SKU.
    pub sku: String,
    /// Their title.
    pub title: String,
    /// How much of them one bundle takes.
    pub quantity_milli: i64,
    /// What is there.
    pub on_hand_milli: i64,
    /// What is free to sell.
    pub available_milli: i64,
    /// How many whole bundles that is enough for.
    pub enough_for_milli: i64,
}

/// A bundle that some product is part of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct BundleNamed {
    /// The bundle.
    pub product: Uuid,
    /// Its SKU.
    pub sku: String,
    /// Its title.
    pub title: String,
    /// Its kind.
    pub kind: BundleKind,
    /// How much of the product one of it takes.
    pub quantity_milli: i64,
}

/// Goods that a bundle on a line of an order is made of, as of when the line was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct OrderComponent {
    /// The goods.
    pub product: Uuid,
    /// Their SKU.
    pub sku: String,
    /// Their title.
    pub title: String,
    /// How much of them one bundle takes.
    pub quantity_milli: i64,
    /// What is there now, where the order is sold from.
    pub on_hand_milli: i64,
    /// What is free to sell now.
    pub available_milli: i64,
    /// What can still come back by itself, without the rest of its bundle.
    pub returnable_milli: i64,
    /// Announced to come back by itself.
    pub return_requested_milli: i64,
}
