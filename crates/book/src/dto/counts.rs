//! Counts as lists and pages show them.
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::{TimelineItem, Tracking};

/// How far a count has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CountState {
    /// Under way.
    Open,
    /// What was counted holds.
    Finished,
    /// Thrown away.
    Discarded,
}

/// A row of the list of counts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct CountRow {
    /// The count.
    pub id: Uuid,
    /// What it is about, in the words of the shop.
    pub title: Option<String>,
    /// The location.
    pub location: String,
    /// Its name.
    pub name: String,
    /// How far it has come.
    pub state: CountState,
    /// When it began, wall clock.
    pub began_local: String,
    /// How many products were found.
    pub products: i64,
    /// Counts the changes; sent back as `expected_version`.
    pub version: i64,
}

/// How much of a location is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CountScope {
    /// Everything.
    Full,
    /// The products of a category.
    Category,
    /// Some products.
    Products,
}

/// What one counter found of a product.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct CounterTally {
    /// Who counted.
    pub counter: String,
    /// How much.
    pub quantity_milli: i64,
}

/// A product of a count.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct CountLine {
    /// The product.
    pub product: Uuid,
    /// Its SKU.
    pub sku: String,
    /// What people read.
    pub title: String,
    /// When it was counted last, wall clock.
    pub counted_local: Option<String>,
    /// What was found; absent while nobody counted it.
    pub counted_milli: Option<i64>,
    /// The same counter by counter.
    pub counters: Vec<CounterTally>,
    /// What should be there; absent while a blind count is under way.
    pub expected_milli: Option<i64>,
    /// Found less expected.
    pub difference_milli: Option<i64>,
    /// What one unit costs.
    pub cost_micro: Option<i64>,
    /// What the difference is worth at that cost.
    pub difference_minor: Option<i64>,
    /// What tells its goods apart.
    pub tracking: Tracking,
    /// The lots that were found or should be there, in the order of their last days.
    pub lots: Vec<CountLotLine>,
}

/// A lot of a product of a count.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct CountLotLine {
    /// The lot, or the serial number.
    pub lot: String,
    /// The last day on which it is good.
    pub expires: Option<String>,
    /// What was found; absent while nobody counted the product by lots.
    pub counted_milli: Option<i64>,
    /// The same counter by counter.
    pub counters: Vec<CounterTally>,
    /// What should be there; absent while a blind count is under way.
    pub expected_milli: Option<i64>,
    /// Found less expected.
    pub difference_milli: Option<i64>,
}

/// A count with everything about it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Count {
    /// What rows and pages share.
    #[serde(flatten)]
    pub row: CountRow,
    /// How much of the location is counted.
    pub scope: CountScope,
    /// The category, when one is counted.
    pub category: Option<String>,
    /// Who counts does not see what should be there.
    pub blind: bool,
    /// What was found, by SKU.
    pub lines: Vec<CountLine>,
    /// What should be there and was not found, by SKU; at most 500.
    pub missing: Vec<CountLine>,
    /// How many products that are.
    pub missing_count: i64,
    /// What was found too much, at cost.
    pub over_minor: i64,
    /// What was found too little, at cost; below zero.
    pub under_minor: i64,
    /// The history, newest first.
    pub timeline: Vec<TimelineItem>,
}
