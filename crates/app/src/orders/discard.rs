//! `orders.discard`: throws a draft away.
use super::steps;
use crate::App;
use crate::error::AppError;
use book::dto::Order;

use crate::request::{Amend, Nothing, Written};

/// What it takes.
pub type Input = Amend<Nothing>;
/// What it gives.
pub type Output = Written<Order>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    steps::change(app, &input.part, "order.cancelled", |now| {
        domain::order::discard(now)
    })
}

#[cfg(test)]
mod tests {
    use book::dto::*;
    use serde_json::json;

    use crate::testing::Shop;

    #[test]
    fn a_draft_goes_and_a_placed_order_does_not() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 1_000_000);
        let lines = json!([{ "product": mug.row.id, "quantity_milli": 1_000 }]);
        let draft: Order = shop.write("orders.draft", json!({ "channel": "web", "lines": lines }));
        let gone: Order = shop.write("orders.discard", shop.change(&draft, json!({})));
        assert_eq!(gone.head.state, OrderState::Cancelled);
        let mut input = shop.change(&shop.placed(&mug, 1_000), json!({}));
        input["request_id"] = json!(shop.request());
        assert_eq!(shop.refused("orders.discard", input).0, "order_not_draft");
    }
}
