//! `orders.cancel`: calls off what is not shipped, and frees what was held.
use super::steps;
use crate::App;
use crate::error::AppError;
use book::dto::Order;

use crate::request::{Amend, Written};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Why it is called off.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct OrderCancel {
    /// Why.
    pub reason: Option<String>,
}

/// What it takes.
pub type Input = Amend<OrderCancel>;
/// What it gives.
pub type Output = Written<Order>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let said = &input.body;
    steps::change(app, &input.part, "order.cancelled", |now| {
        domain::order::cancel(now, said.reason.as_deref())
    })
}

#[cfg(test)]
mod tests {
    use book::dto::*;
    use serde_json::json;

    use crate::testing::Shop;

    #[test]
    fn cancelling_frees_exactly_what_was_held() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 1_000_000);
        let order = shop.placed(&mug, 5_000);
        let cancelled: Order = shop.write(
            "orders.cancel",
            shop.change(&order, json!({ "reason": "changed mind" })),
        );
        assert_eq!(cancelled.head.state, OrderState::Cancelled);
        assert_eq!(cancelled.cancel_reason.as_deref(), Some("changed mind"));
        let after: Product = shop.call("products.get", json!({ "id": mug.row.id }));
        assert_eq!(
            (after.row.allocated_milli, after.row.available_milli),
            (0, 20_000)
        );
    }
}
