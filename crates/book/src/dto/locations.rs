//! Locations as lists and pages show them, and what lies there.
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::{BundlePart, Movement, StockLevel, Tracking};

/// What a location is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum LocationKind {
    /// Where customers buy.
    Shop,
    /// Where goods are kept.
    Warehouse,
    /// A shelf in one of them.
    Shelf,
    /// A bin on a shelf or in a warehouse.
    Bin,
}

/// A location.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct LocationRow {
    /// Its record.
    pub id: Uuid,
    /// What movements call it: `main`, or its record.
    pub location: String,
    /// What people call it; empty while nobody named the main one.
    pub name: String,
    /// Short code, printed on it and scanned.
    pub code: Option<String>,
    /// What it is.
    pub kind: LocationKind,
    /// The location that it lies in.
    pub parent: Option<String>,
    /// Whether what lies there can be sold.
    pub sellable: bool,
    /// Out of use.
    pub archived: bool,
    /// How many products have a stock or an allocation there.
    pub products: i64,
    /// Counts the changes; sent back as `expected_version`.
    pub version: i64,
}

/// A product at a location.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct StockRow {
    /// The product.
    pub product: Uuid,
    /// Its SKU.
    pub sku: String,
    /// What people read.
    pub title: String,
    /// What is there.
    pub on_hand_milli: i64,
    /// What of that is held for orders.
    pub allocated_milli: i64,
    /// What one unit costs.
    pub cost_micro: Option<i64>,
    /// What is there, at that cost.
    pub value_minor: Option<i64>,
}

/// What of a product an order holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Allocation {
    /// The order.
    pub order: Uuid,
    /// Its number.
    pub number: String,
    /// When it was placed, wall clock.
    pub placed_local: String,
    /// How much it holds.
    pub allocated_milli: i64,
}

/// The count that a stock begins with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct CountedAt {
    /// The count.
    pub count: Uuid,
    /// What it was called.
    pub title: Option<String>,
    /// When the product was counted, wall clock.
    pub at_local: String,
    /// What was there.
    pub counted_milli: i64,
}

/// Why the stock of a product at a location is what it is, down to what happened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct StockExplained {
    /// The product.
    pub product: Uuid,
    /// Its SKU.
    pub sku: String,
    /// What people read.
    pub title: String,
    /// The location.
    pub location: String,
    /// Its name.
    pub name: String,
    /// What is there, in what lies in it too.
    pub on_hand_milli: i64,
    /// What of that lies where nothing is sold.
    pub unsellable_milli: i64,
    /// What is held for orders.
    pub allocated_milli: i64,
    /// What is kept back.
    pub safety_milli: i64,
    /// What is free to sell: there, less the other three.
    pub available_milli: i64,
    /// The location itself and those that lie in it.
    pub places: Vec<StockLevel>,
    /// The last count at the location itself, when there was one.
    pub counted: Option<CountedAt>,
    /// What moved there since, or ever: all of it, not only what is shown.
    pub moved_milli: i64,
    /// The newest of those movements, at most 200.
    pub movements: Vec<Movement>,
    /// How many there are.
    pub movement_count: i64,
    /// What tells the goods apart.
    pub tracking: Tracking,
    /// What a bundle without a stock of its own is made of.
    pub components: Vec<BundlePart>,
    /// The orders that hold it, the oldest first, at most 200.
    pub orders: Vec<Allocation>,
}

/// What an adjustment changed of a product.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct AdjustmentLine {
    /// The product.
    pub product: Uuid,
    /// Its SKU.
    pub sku: String,
    /// What people read.
    pub title: String,
    /// Found above zero, lost below.
    pub quantity_milli: i64,
}

/// An adjustment of the stock.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Adjustment {
    /// Its record.
    pub id: Uuid,
    /// Why.
    pub reason: String,
    /// When, wall clock.
    pub at_local: String,
    /// The location.
    pub location: String,
    /// Its name.
    pub name: String,
    /// What it changed.
    pub lines: Vec<AdjustmentLine>,
}
