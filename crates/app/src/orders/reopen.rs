//! `orders.reopen`: a cancelled order is wanted after all.
use super::steps;
use crate::App;
use crate::error::AppError;
use book::dto::Order;

use crate::request::{Amend, Written};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Why it is wanted after all.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct OrderReopen {
    /// Why.
    pub reason: Option<String>,
}

/// What it takes.
pub type Input = Amend<OrderReopen>;
/// What it gives.
pub type Output = Written<Order>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let change = &input.part;
    app.write(
        *change,
        |tx| {
            let now = steps::order(tx, change)?;
            let said = domain::order::reopen(&now, input.body.reason.as_deref())?;
            steps::append(tx, change.id, "order.reopened", &said, None)?;
            steps::check_stock(tx, change.id)?;
            Ok(change.id)
        },
        steps::face,
    )
}

#[cfg(test)]
mod tests {
    use book::dto::*;
    use serde_json::json;

    use crate::testing::Shop;

    #[test]
    fn a_cancelled_order_is_reopened_as_it_was_and_nothing_else_can_be() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 1_000_000);
        let order = shop.placed(&mug, 5_000);
        let mut open = shop.change(&order, json!({}));
        open["request_id"] = json!(shop.request());
        assert_eq!(shop.refused("orders.reopen", open).0, "not_cancelled");
        let part = json!({ "lines": [{ "line": 1, "quantity_milli": 1_000 }] });
        let order: Order = shop.write("orders.cancel", shop.change(&order, part));
        let order: Order = shop.write("orders.cancel", shop.change(&order, json!({})));
        assert_eq!(order.head.state, OrderState::Cancelled);
        let order: Order = shop.write("orders.reopen", shop.change(&order, json!({})));
        assert_eq!(
            (order.head.state, order.due_minor),
            (OrderState::Placed, 400)
        );
        let after: Product = shop.call("products.get", json!({ "id": mug.row.id }));
        assert_eq!(after.row.allocated_milli, 4_000);
    }
}
