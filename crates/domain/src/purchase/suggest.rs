//! What to order, and the arithmetic of it: every figure that leads to the quantity is kept, so
//! that a person can read the sum line by line.

use super::spikes::{Spikes, spikes};
use crate::refusal::Refusal;
use serde::{Deserialize, Serialize};

/// How the book looks at its demand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PurchasingRules {
    /// How many days back sales count.
    pub window_days: i64,
    /// How many days pass from one order to the next.
    pub review_days: i64,
    /// How many days of demand are kept beside, for what nobody foresaw.
    pub safety_days: i64,
}

impl Default for PurchasingRules {
    fn default() -> Self {
        Self {
            window_days: 90,
            review_days: 7,
            safety_days: 7,
        }
    }
}

/// The longest window, days: three years of sales.
const WINDOW_DAYS: i64 = 1_096;

/// Sales of a product that is new are taken for those of so many days at least: what the first days
/// bring says little of those to come.
const NEW_DAYS: i64 = 7;

/// Checks how a book looks at its demand.
pub fn check_rules(said: PurchasingRules) -> Result<PurchasingRules, Refusal> {
    for (field, days, least) in [
        ("window_days", said.window_days, 1),
        ("review_days", said.review_days, 0),
        ("safety_days", said.safety_days, 0),
    ] {
        if !(least..=WINDOW_DAYS).contains(&days) {
            let field = format!("purchasing.{field}");
            return Err(Refusal::at(field, "out_of_range"));
        }
    }
    Ok(said)
}

/// What is known of a product.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Goods<'a> {
    /// What was sold, day by day, of the days on which something was; thousandths.
    pub days: &'a [i64],
    /// Over how many days up to today it was on sale, where that is known.
    pub on_sale_days: Option<i64>,
    /// What is there, thousandths.
    pub on_hand_milli: i64,
    /// What of that is held for orders, thousandths.
    pub allocated_milli: i64,
    /// What is on its way, thousandths.
    pub incoming_milli: i64,
    /// What is said to be kept back of it, thousandths.
    pub kept_back_milli: i64,
    /// Days from the order to the delivery.
    pub lead_time_days: i64,
    /// Order again at or below this, thousandths; from the demand when absent.
    pub reorder_point_milli: Option<i64>,
    /// Order up to this, thousandths; from the demand when absent.
    pub reorder_to_milli: Option<i64>,
    /// What a pack holds, thousandths.
    pub pack_milli: Option<i64>,
    /// The least that can be ordered, thousandths.
    pub minimum_milli: Option<i64>,
}

/// What is expected to be sold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Demand {
    /// How usual the days were.
    pub spikes: Spikes,
    /// Over how many days it was counted: the book's window, or those that a newer product was on sale.
    pub window_days: i64,
}

impl Demand {
    /// What is expected within some days, thousandths, rounded up.
    pub fn within_milli(&self, days: i64) -> i64 {
        let demand = i128::from(self.spikes.demand_milli()) * i128::from(days.max(0));
        let window = i128::from(self.window_days.max(1));
        i64::try_from(demand.div_euclid(window) + i128::from(demand.rem_euclid(window) > 0))
            .unwrap_or(i64::MAX)
    }
}

/// What to order, with every figure that leads there, in the order of the arithmetic.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Suggestion {
    /// What is expected to be sold.
    pub demand: Demand,
    /// What is sold until an order of today is here, thousandths.
    pub lead_milli: i64,
    /// What is sold until the order after that could be written, thousandths.
    pub review_milli: i64,
    /// What is kept beside: some days of demand, or what is kept back when that is more;
    /// thousandths.
    pub safety_milli: i64,
    /// At or below this it is ordered, thousandths.
    pub point_milli: i64,
    /// It is ordered up to this, thousandths.
    pub target_milli: i64,
    /// What there is: on hand less allocated, and what is on its way, thousandths.
    pub position_milli: i64,
    /// What lacks up to the target, thousandths; nothing while the position is above the point.
    pub lacking_milli: i64,
    /// What to order, in whole packs and at least the minimum, thousandths.
    pub suggested_milli: i64,
}

/// What to order of a product. A reorder point or an order-up-to that was said counts instead of
/// the one that follows from the demand; the target is never below the point.
pub fn suggest(goods: &Goods<'_>, rules: &PurchasingRules) -> Suggestion {
    let demand = Demand {
        spikes: spikes(goods.days),
        window_days: window_days(goods, rules),
    };
    let lead_milli = demand.within_milli(goods.lead_time_days);
    let review_milli = demand.within_milli(rules.review_days);
    // What is kept back must be there, whatever is sold.
    let safety_milli = demand
        .within_milli(rules.safety_days)
        .max(goods.kept_back_milli);
    let point = lead_milli.saturating_add(safety_milli);
    let point_milli = goods.reorder_point_milli.unwrap_or(point);
    let target = point_milli.max(point).saturating_add(review_milli);
    let target_milli = goods.reorder_to_milli.unwrap_or(target).max(point_milli);
    let free = goods.on_hand_milli.saturating_sub(goods.allocated_milli);
    let position_milli = free.saturating_add(goods.incoming_milli);
    let lacking_milli = match position_milli <= point_milli {
        true => target_milli.saturating_sub(position_milli).max(0),
        false => 0,
    };
    Suggestion {
        demand,
        lead_milli,
        review_milli,
        safety_milli,
        point_milli,
        target_milli,
        position_milli,
        lacking_milli,
        suggested_milli: ordered_milli(lacking_milli, goods),
    }
}

/// The days that the demand of a product is counted over.
fn window_days(goods: &Goods<'_>, rules: &PurchasingRules) -> i64 {
    let whole = rules.window_days.max(1);
    let on_sale = goods.on_sale_days.map(|days| days.max(NEW_DAYS));
    on_sale.map_or(whole, |days| days.min(whole))
}

/// What can be ordered for what lacks: at least the minimum, in whole packs.
fn ordered_milli(lacking_milli: i64, goods: &Goods<'_>) -> i64 {
    if lacking_milli <= 0 {
        return 0;
    }
    let least = lacking_milli.max(goods.minimum_milli.unwrap_or(0));
    let pack = goods.pack_milli.filter(|pack| *pack > 0).unwrap_or(1_000);
    let packs = least.div_euclid(pack) + i64::from(least.rem_euclid(pack) > 0);
    packs.saturating_mul(pack)
}
