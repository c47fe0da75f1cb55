//! What is suggested to be ordered, with the arithmetic that leads to each quantity.
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// How the book looks at its demand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PurchasingRules {
    /// How many days back sales count.
    pub window_days: i64,
    /// How many days pass from one order to the next.
    pub review_days: i64,
    /// How many days of demand are kept beside.
    pub safety_days: i64,
}

/// A product that is suggested to be ordered. Its figures are those of the arithmetic, in its
/// order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct SuggestedLine {
    /// The product.
    pub product: Uuid,
    /// Its SKU.
    pub sku: String,
    /// What people read.
    pub title: String,
    /// What the supplier calls it.
    pub code: Option<String>,
    /// Days on which something was sold.
    pub days_sold: i64,
    /// Over how many days demand is counted: the window, or the days that a newer product was on
    /// sale, a week at least.
    pub window_days: i64,
    /// What was sold within the window.
    pub sold_milli: i64,
    /// The median of the days on which something was sold.
    pub median_milli: i64,
    /// The median of the distances from it.
    pub deviation_milli: i64,
    /// What a day counts at most; none when too few days were sold on.
    pub limit_milli: Option<i64>,
    /// What days above the limit had more than it.
    pub removed_milli: i64,
    /// What counts as demand within the window.
    pub demand_milli: i64,
    /// Days from the order to the delivery.
    pub lead_time_days: i64,
    /// What is sold until an order of today is here.
    pub lead_milli: i64,
    /// What is kept beside: some days of demand, or what is kept back when that is more.
    pub safety_milli: i64,
    /// What is said to be kept back of the product.
    pub kept_back_milli: i64,
    /// What is sold until the next order.
    pub review_milli: i64,
    /// The reorder point that was said.
    pub reorder_point_milli: Option<i64>,
    /// The order-up-to level that was said.
    pub reorder_to_milli: Option<i64>,
    /// At or below this it is ordered.
    pub point_milli: i64,
    /// It is ordered up to this.
    pub target_milli: i64,
    /// What is there.
    pub on_hand_milli: i64,
    /// What of that is held for orders.
    pub allocated_milli: i64,
    /// What is on its way.
    pub incoming_milli: i64,
    /// What there is together.
    pub position_milli: i64,
    /// What lacks up to the target.
    pub lacking_milli: i64,
    /// What a pack holds.
    pub pack_milli: Option<i64>,
    /// The least that can be ordered.
    pub minimum_milli: Option<i64>,
    /// What to order.
    pub suggested_milli: i64,
    /// The cost of one unit.
    pub unit_cost_micro: Option<i64>,
    /// What it comes to.
    pub total_minor: i64,
}

/// What is suggested to be ordered at one supplier.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct SuggestedSupplier {
    /// The supplier; none for products that nobody is said to sell.
    pub supplier: Option<Uuid>,
    /// Its name.
    pub supplier_name: Option<String>,
    /// How many products.
    pub products: i64,
    /// What they come to.
    pub total_minor: i64,
    /// What an order comes to at least.
    pub minimum_minor: Option<i64>,
    /// How much lacks to that.
    pub below_minimum_minor: i64,
}

/// What is suggested to be ordered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Suggestions {
    /// The last business day that counts.
    pub day: String,
    /// How the book looks at its demand.
    pub rules: PurchasingRules,
    /// The suppliers, the one with the largest order first.
    pub suppliers: Vec<SuggestedSupplier>,
    /// The products of the supplier that was asked for, by SKU.
    pub lines: Vec<SuggestedLine>,
}
