//! `orders.cancel`: calls off what is not shipped, all of it or part of lines, and frees what was
//! held.
use super::input::quantities;
use super::steps;
use crate::App;
use crate::error::AppError;
use book::dto::{Order, ShippedLine};

use crate::request::{Amend, Written};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What is called off, and why.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct OrderCancel {
    /// Why.
    pub reason: Option<String>,
    /// What is called off; all that is open when absent.
    pub lines: Option<Vec<ShippedLine>>,
}

/// What it takes.
pub type Input = Amend<OrderCancel>;
/// What it gives.
pub type Output = Written<Order>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let said = &input.body;
    let lines = said.lines.as_deref().map(quantities).transpose()?;
    steps::change(app, &input.part, "order.cancelled", |now| {
        domain::order::cancel(now, lines.as_deref(), said.reason.as_deref())
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

    #[test]
    fn a_part_of_a_line_is_called_off_at_its_own_share_and_the_rest_can_be_shipped() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 3_333_333);
        let order = shop.placed(&mug, 3_000);
        assert_eq!(order.head.total_minor, 1_000);
        let part = json!({ "lines": [{ "line": 1, "quantity_milli": 1_000 }] });
        let part: Order = shop.write("orders.cancel", shop.change(&order, part));
        assert_eq!(part.head.state, OrderState::Placed);
        assert_eq!(
            (part.head.total_minor, part.lines[0].open_milli),
            (667, 2_000)
        );
        let after: Product = shop.call("products.get", json!({ "id": mug.row.id }));
        assert_eq!(after.row.allocated_milli, 2_000);
        let shipped: Order = shop.write("orders.fulfil", shop.change(&part, json!({})));
        assert_eq!(shipped.head.fulfilment, FulfilmentStatus::Shipped);
        assert_eq!(shipped.lines[0].shipped_milli, 2_000);
    }

    #[test]
    fn what_was_shipped_stays_to_be_paid_for_when_the_rest_is_called_off() {
        let shop = Shop::open();
        let order = shop.placed(&shop.product("MUG", 1_000_000), 5_000);
        let part = json!({ "lines": [{ "line": 1, "quantity_milli": 2_000 }] });
        let part: Order = shop.write("orders.fulfil", shop.change(&order, part));
        let short: Order = shop.write("orders.cancel", shop.change(&part, json!({})));
        assert_eq!(
            (short.head.state, short.due_minor),
            (OrderState::Placed, 200)
        );
        let pay = json!({ "method": "card", "amount_minor": 200 });
        let paid: Order = shop.write("orders.pay", shop.change(&short, pay));
        assert_eq!(paid.head.state, OrderState::Closed);
    }

    #[test]
    fn the_last_part_ends_the_order_and_more_than_is_open_is_refused_at_its_line() {
        let shop = Shop::open();
        let order = shop.placed(&shop.product("MUG", 1_000_000), 5_000);
        let lines = |milli: i64| json!({ "lines": [{ "line": 1, "quantity_milli": milli }] });
        let part: Order = shop.write("orders.cancel", shop.change(&order, lines(4_000)));
        let mut more = shop.change(&part, lines(2_000));
        more["request_id"] = json!(shop.request());
        let refused = shop.refused("orders.cancel", more);
        let field = Some("lines.0.quantity_milli".into());
        assert_eq!(refused, ("more_than_open".into(), field));
        let gone: Order = shop.write("orders.cancel", shop.change(&part, lines(1_000)));
        assert_eq!(
            (gone.head.state, gone.head.total_minor),
            (OrderState::Cancelled, 0)
        );
    }
}
