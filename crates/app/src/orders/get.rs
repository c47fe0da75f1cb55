//! `orders.get`: an order with everything about it.
use crate::App;
use crate::error::AppError;
use book::dto::Order;

use crate::request::RecordInput;

/// What it takes.
pub type Input = RecordInput;
/// What it gives.
pub type Output = Order;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    app.read_rows(|read| read.order(input.id))
}

#[cfg(test)]
mod tests {
    use book::dto::*;
    use serde_json::json;

    use crate::testing::Shop;

    #[test]
    fn an_order_tells_its_history_and_what_can_be_done() {
        let shop = Shop::open();
        let placed = shop.placed(&shop.product("MUG", 1_000_000), 1_000);
        let order: Order = shop.call("orders.get", json!({ "id": placed.head.id }));
        let kinds: Vec<&str> = order
            .timeline
            .iter()
            .map(|item| item.kind.as_str())
            .collect();
        assert_eq!(kinds, ["order.placed"]);
        assert_eq!(
            order.allowed,
            [
                OrderAction::Pay,
                OrderAction::Fulfil,
                OrderAction::Cancel,
                OrderAction::Invoice,
                OrderAction::Hold,
                OrderAction::Edit
            ]
        );
    }

    #[test]
    fn an_unknown_order_is_not_found() {
        let shop = Shop::open();
        let refused = shop.refused("orders.get", json!({ "id": shop.request() }));
        assert_eq!(refused.0, "order_unknown");
    }
}
