//! `orders.quote`: offers a draft until a day, under a quote's number; again after a change.
use super::{limits, steps};
use crate::App;
use crate::day;
use crate::error::AppError;
use book::dto::Order;
use domain::order::{QUOTE, quote};

use crate::request::{Amend, Written};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How long a quote stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct OrderQuoteInput {
    /// The last business day on which it can be accepted.
    #[ts(optional = false)]
    pub valid_until: String,
}

/// What it takes.
pub type Input = Amend<OrderQuoteInput>;
/// What it gives.
pub type Output = Written<Order>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let change = &input.part;
    let until = day::parse("valid_until", &input.body.valid_until)?;
    app.write(
        *change,
        |tx| {
            let now = steps::order(tx, change)?;
            let number = match &now.quote {
                Some(before) => before.said.number.clone(),
                None => format!("{QUOTE}{}", tx.next_number("quote")?),
            };
            let said = quote(&now, number, until, tx.business_day())?;
            steps::append(tx, change.id, "order.quoted", &said, None)?;
            limits::check(app, tx, change.id, limits::agreed(&now))?;
            Ok(change.id)
        },
        steps::face,
    )
}

#[cfg(test)]
mod tests {
    use book::dto::*;
    use serde_json::{Value, json};

    use crate::testing::{NOON_MS, Shop};

    fn draft(shop: &Shop) -> Order {
        let mug = shop.product("MUG", 1_000_000);
        let lines = json!([{ "product": mug.row.id, "quantity_milli": 1_000 }]);
        shop.write(
            "orders.draft",
            json!({ "channel": "phone", "lines": lines }),
        )
    }

    fn listed(shop: &Shop, filter: Value) -> i64 {
        let asked = json!({ "filter": filter, "offset": 0, "limit": 10 });
        shop.call::<Page<OrderRow>>("orders.list", asked).total
    }

    #[test]
    fn a_draft_is_quoted_revised_accepted_and_becomes_an_order_with_a_number_of_its_own() {
        let shop = Shop::open();
        let quoted = |order: &Order| -> Order {
            let until = json!({ "valid_until": "2026-12-31" });
            shop.write("orders.quote", shop.change(order, until))
        };
        let order = quoted(&draft(&shop));
        assert_eq!(order.head.state, OrderState::Quoted);
        assert_eq!(
            (
                order.head.number.as_str(),
                order.head.placed_local.is_some()
            ),
            ("Q-A-000001", false)
        );
        assert_eq!(listed(&shop, json!({ "state": ["quoted"] })), 1);
        let lines =
            json!([{ "title": "Work", "quantity_milli": 1_000, "unit_price_micro": 7_000_000 }]);
        let changed = shop.change(&order, json!({ "channel": "phone", "lines": lines }));
        let order: Order = shop.write("orders.amend", changed);
        assert_eq!(order.head.state, OrderState::Draft);
        let order = quoted(&order);
        assert_eq!(order.quote.as_ref().unwrap().number, "Q-A-000001-2");
        let letter = json!({ "order": order.head.id, "kind": "quote" });
        let letter: Value = shop.call("documents.preview", letter);
        assert_eq!(letter["number"], "Q-A-000001-2");
        let placed: Order = shop.write("orders.place", shop.change(&order, json!({})));
        assert_eq!(
            (placed.head.state, placed.head.number.as_str()),
            (OrderState::Placed, "A-000001")
        );
        assert_eq!(placed.quote.unwrap().number, "Q-A-000001-2");
    }

    #[test]
    fn an_expired_quote_is_late_and_is_offered_anew_before_it_is_accepted() {
        let shop = Shop::open();
        let draft = draft(&shop);
        let mut past = shop.change(&draft, json!({ "valid_until": "2026-11-01" }));
        past["request_id"] = json!(shop.request());
        let refused = shop.refused("orders.quote", past);
        assert_eq!(refused, ("day_past".into(), Some("valid_until".into())));
        let until = json!({ "valid_until": "2026-12-01" });
        let order: Order = shop.write("orders.quote", shop.change(&draft, until));
        assert_eq!(listed(&shop, json!({ "late": true })), 0);
        shop.clock.set(NOON_MS + 60 * 86_400_000);
        assert_eq!(listed(&shop, json!({ "late": true })), 1);
        let mut accept = shop.change(&order, json!({}));
        accept["request_id"] = json!(shop.request());
        assert_eq!(shop.refused("orders.place", accept).0, "quote_expired");
        let declined = json!({ "reason": "Too dear" });
        let declined: Order = shop.write("orders.decline", shop.change(&order, declined));
        assert_eq!(declined.head.state, OrderState::Declined);
        assert_eq!(listed(&shop, json!({ "late": true })), 0);
        let again = json!({ "valid_until": "2027-03-01" });
        let again: Order = shop.write("orders.quote", shop.change(&declined, again));
        let placed: Order = shop.write("orders.place", shop.change(&again, json!({})));
        assert_eq!(placed.head.state, OrderState::Placed);
    }

    #[test]
    fn what_was_promised_and_not_shipped_is_late_and_backorders_are_found() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 1_000_000);
        let lines = json!([{ "product": mug.row.id, "quantity_milli": 15_000 }]);
        let wanted = json!({
            "channel": "web", "lines": lines, "promised": "2026-11-30", "sales_person": "Eve"
        });
        let order: Order = shop.write("orders.place", wanted);
        assert_eq!(
            (order.promised.as_deref(), order.sales_person.as_deref()),
            (Some("2026-11-30"), Some("Eve"))
        );
        assert_eq!(listed(&shop, json!({ "backordered": true })), 0);
        let second = shop.placed(&mug, 10_000);
        assert_eq!(listed(&shop, json!({ "backordered": true })), 2);
        let tagged: Order = shop.write(
            "orders.tag",
            shop.change(&second, json!({ "tags": ["gift", "O'Hara"] })),
        );
        assert_eq!(tagged.tags, ["O'Hara", "gift"]);
        assert_eq!(listed(&shop, json!({ "tag": ["O'Hara"] })), 1);
        shop.clock.set(NOON_MS + 60 * 86_400_000);
        assert_eq!(listed(&shop, json!({ "late": true })), 1);
        shop.write::<Order>("orders.fulfil", shop.change(&order, json!({})));
        assert_eq!(listed(&shop, json!({ "late": true })), 0);
        assert_eq!(listed(&shop, json!({ "backordered": true })), 1);
        let bare: Order = shop.write("orders.tag", shop.change(&tagged, json!({ "tags": [] })));
        assert!(bare.tags.is_empty());
        assert_eq!(listed(&shop, json!({ "tag": ["gift"] })), 0);
    }
}
