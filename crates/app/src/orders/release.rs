//! `orders.release`: lifts a hold, or all of them.
use super::hold::reason;
use super::steps;
use crate::App;
use crate::error::AppError;
use book::dto::{HoldReason, Order};

use crate::request::{Amend, Written};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which hold is lifted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct OrderRelease {
    /// The reason; all of them when absent.
    pub reason: Option<HoldReason>,
}

/// What it takes.
pub type Input = Amend<OrderRelease>;
/// What it gives.
pub type Output = Written<Order>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let lifted = input.body.reason.map(reason);
    steps::change(app, &input.part, "order.released", |now| {
        domain::order::release(now, lifted)
    })
}

#[cfg(test)]
mod tests {
    use book::dto::*;
    use serde_json::json;

    use crate::testing::Shop;

    #[test]
    fn an_order_ships_when_its_last_hold_is_lifted() {
        let shop = Shop::open();
        let order = shop.placed(&shop.product("MUG", 1_000_000), 1_000);
        let hold = |order: &Order, reason: &str| -> Order {
            shop.write(
                "orders.hold",
                shop.change(order, json!({ "reason": reason })),
            )
        };
        let held = hold(&hold(&order, "stock"), "customer");
        assert_eq!(held.head.holds, [HoldReason::Stock, HoldReason::Customer]);
        let one = shop.change(&held, json!({ "reason": "stock" }));
        let one: Order = shop.write("orders.release", one);
        assert!(!one.allowed.contains(&OrderAction::Fulfil));
        let mut again = shop.change(&one, json!({ "reason": "stock" }));
        again["request_id"] = json!(shop.request());
        assert_eq!(shop.refused("orders.release", again).0, "not_on_hold");
        let free: Order = shop.write("orders.release", shop.change(&one, json!({})));
        assert!(free.head.holds.is_empty());
        assert!(free.allowed.contains(&OrderAction::Fulfil));
    }
}
