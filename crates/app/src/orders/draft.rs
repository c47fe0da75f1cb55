//! `orders.draft`: writes an order down without agreeing it; a dry run prices it.
use super::{line_lots, steps};
use crate::App;
use crate::error::AppError;
use book::dto::Order;

use crate::request::{Create, Written};

use super::input::OrderInput;

/// What it takes.
pub type Input = Create<OrderInput>;
/// What it gives.
pub type Output = Written<Order>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    app.write(
        input.part,
        |tx| {
            let mut document = steps::compose(app, tx, &input.body, 0)?;
            line_lots::chosen(tx, &mut document.lines, &input.body.lines)?;
            let id = app.new_id();
            let said = domain::order::draft(document)?;
            let personal = steps::said_of_persons(&input.body)?;
            steps::append_with(tx, id, "order.drafted", &said, &personal)?;
            Ok(id)
        },
        steps::face_with_double,
    )
}

#[cfg(test)]
mod tests {
    use book::dto::*;
    use serde_json::json;

    use crate::request::Written;
    use crate::testing::Shop;

    #[test]
    fn a_dry_run_prices_the_order_and_keeps_nothing() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 12_000_000);
        let input = json!({
            "channel": "counter", "request_id": shop.request(), "dry_run": true,
            "lines": [{ "product": mug.row.id, "quantity_milli": 3_000, "discount_ppm": 100_000 }]
        });
        let tried: Written<Order> = shop.call("orders.draft", input);
        assert!(tried.dry_run);
        assert_eq!(
            (tried.output.head.total_minor, tried.output.tax_minor),
            (3_240, 540)
        );
        let page: Page<OrderRow> = shop.call("orders.list", json!({ "offset": 0, "limit": 10 }));
        assert_eq!(page.total, 0);
    }

    #[test]
    fn a_draft_that_asks_for_more_than_there_is_is_warned_of() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 1_000_000);
        let lines = json!([{ "product": mug.row.id, "quantity_milli": 25_000 }]);
        let draft: Order = shop.write("orders.draft", json!({ "channel": "web", "lines": lines }));
        let said: Vec<_> = draft
            .warnings
            .iter()
            .map(|it| (&*it.code, it.detail.as_deref()))
            .collect();
        assert_eq!(said, [("stock_short", Some("5000"))]);
        assert_eq!(draft.head.state, OrderState::Draft);
    }

    #[test]
    fn two_lines_of_one_product_are_short_together() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 1_000_000);
        let line = json!({ "product": mug.row.id, "quantity_milli": 15_000 });
        let order = json!({ "channel": "web", "lines": [line, line] });
        let draft: Order = shop.write("orders.draft", order);
        let said: Vec<_> = draft
            .warnings
            .iter()
            .map(|it| (it.field.as_deref(), it.detail.as_deref()))
            .collect();
        assert_eq!(said, [(Some("lines.1.quantity_milli"), Some("10000"))]);
    }

    #[test]
    fn a_wrong_line_is_named_by_its_path() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 1_000_000);
        let lines = json!([
            { "product": mug.row.id, "quantity_milli": 1_000 },
            { "product": mug.row.id, "quantity_milli": 0 }
        ]);
        let input = json!({ "channel": "web", "lines": lines, "request_id": shop.request() });
        let refused = shop.refused("orders.draft", input);
        assert_eq!(
            refused,
            (
                "quantity_zero".into(),
                Some("lines.1.quantity_milli".into())
            )
        );
    }
}
