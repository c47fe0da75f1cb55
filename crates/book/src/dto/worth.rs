//! What goods are worth and what they cost, and what is forecast of them.
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Valuation;

/// Goods that came in together, as far as they are still there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct WorthLayer {
    /// When they came in (UTC); the newest of them where an average is taken.
    pub at_local: String,
    /// How many are left.
    pub quantity_milli: i64,
    /// What one of them cost.
    pub unit_cost_micro: i64,
    /// What they are worth together.
    pub value_minor: i64,
    /// Where the cost comes from: `known`, `stated` or `unknown`.
    pub basis: String,
}

/// A cost that was stated for a product.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct StatedCost {
    /// From when on (UTC).
    pub from_local: String,
    /// How much; nothing where one was taken back.
    pub cost_micro: Option<i64>,
}

/// What a product is worth by the book's method.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct ProductWorth {
    /// The method.
    pub method: Valuation,
    /// What there is, on the way between our places too.
    pub quantity_milli: i64,
    /// What it is worth.
    pub value_minor: i64,
    /// On average of one unit; nothing where there is none.
    pub unit_cost_micro: Option<i64>,
    /// Where the costs come from, the worst of them: `known`, `stated` or `unknown`.
    pub basis: String,
    /// The layers, the oldest first.
    pub layers: Vec<WorthLayer>,
    /// Sold less what came back, ever.
    pub sold_milli: i64,
    /// What that cost.
    pub cost_minor: i64,
    /// Sold before it came in, at a cost that is provisional.
    pub short_milli: i64,
    /// The costs that were stated, the oldest first.
    pub stated: Vec<StatedCost>,
}

/// What the goods of a line cost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct LineCost {
    /// The number of the line.
    pub line: i64,
    /// What left and did not come back to stock.
    pub quantity_milli: i64,
    /// What that cost.
    pub cost_minor: i64,
    /// What the line brought without tax, less that cost; nothing while it is not all shipped.
    pub margin_minor: Option<i64>,
    /// Where the cost comes from: `known`, `stated` or `unknown`.
    pub basis: String,
    /// Some of it was sold before it came in: what it costs is known when it does.
    pub provisional: bool,
}

/// What the goods of an order cost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct OrderCosts {
    /// All lines together.
    pub cost_minor: i64,
    /// What they brought without tax, less that cost; nothing while some of it is to be shipped.
    pub margin_minor: Option<i64>,
    /// The lines whose goods a customer has.
    pub lines: Vec<LineCost>,
}

/// The demand that is forecast for a week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct ForecastWeek {
    /// Its Monday.
    pub week: String,
    /// How much.
    pub units_milli: i64,
}

/// A method that was tried on the past.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct ForecastTried {
    /// `naive`, `average`, `smoothing`, `croston`, `croston_sba` or `seasonal`.
    pub method: String,
    /// Its error as a share of the naive forecast's one week ahead (MASE).
    pub mase_ppm: Option<i64>,
    /// Its mean error a week.
    pub error_milli: i64,
}

/// What will be sold of a product.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct ProductForecast {
    /// Whole weeks since the first sale.
    pub history_weeks: i64,
    /// The method that did best.
    pub method: String,
    /// The weeks to come.
    pub weeks: Vec<ForecastWeek>,
    /// After how many days what there is will be sold; nothing where it lasts longer than these
    /// weeks.
    pub cover_days: Option<i64>,
    /// From how many weeks of the past each method was tried.
    pub origins: i64,
    /// Its error; nothing where the past is too short or all alike.
    pub mase_ppm: Option<i64>,
    /// The error of the naive forecast.
    pub naive_ppm: Option<i64>,
    /// What was tried, of each kind the best.
    pub tried: Vec<ForecastTried>,
}
