//! `orders.hold`: keeps an order from being shipped, for a reason.
use super::steps;
use crate::App;
use crate::error::AppError;
use book::dto::{HoldReason, Order};
use domain::order::OrderPersonal;
use domain::{Day, limits, text};

use crate::request::{Amend, Written};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Why it is not shipped for now.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct OrderHoldInput {
    /// The reason; one that is set already is said anew.
    #[ts(optional = false)]
    pub reason: HoldReason,
    /// What is to be known about it.
    pub note: Option<String>,
    /// The business day on which to look again.
    pub until: Option<String>,
}

/// What it takes.
pub type Input = Amend<OrderHoldInput>;
/// What it gives.
pub type Output = Written<Order>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let (change, said) = (&input.part, &input.body);
    let until = said.until.as_deref().map(day).transpose()?;
    let hold_note = text::note("note", said.note.as_deref(), limits::NOTE_CHARS)?;
    let personal = OrderPersonal {
        hold_note,
        ..OrderPersonal::default()
    };
    app.write(
        *change,
        |tx| {
            let now = steps::order(tx, change)?;
            let said = domain::order::hold(&now, reason(said.reason), until)?;
            steps::append_with(tx, change.id, "order.held", &said, &personal)?;
            Ok(change.id)
        },
        steps::face,
    )
}

fn day(text: &str) -> Result<Day, AppError> {
    Day::parse(text).ok_or_else(|| AppError::at("until", "day_malformed").with(text))
}

/// The reason as the rules name it.
pub(super) fn reason(said: HoldReason) -> domain::order::HoldReason {
    use domain::order::HoldReason as Rule;
    match said {
        HoldReason::PaymentReview => Rule::PaymentReview,
        HoldReason::Address => Rule::Address,
        HoldReason::Stock => Rule::Stock,
        HoldReason::Customer => Rule::Customer,
        HoldReason::Manual => Rule::Manual,
    }
}

#[cfg(test)]
mod tests {
    use book::dto::*;
    use serde_json::{Value, json};

    use crate::testing::Shop;

    #[test]
    fn a_held_order_is_marked_everywhere_and_is_not_shipped() {
        let shop = Shop::open();
        let order = shop.placed(&shop.product("MUG", 1_000_000), 1_000);
        let other = shop.placed(&shop.product("CUP", 1_000_000), 1_000);
        let hold = json!({ "reason": "address", "note": "No house number", "until": "2026-11-30" });
        let held: Order = shop.write("orders.hold", shop.change(&order, hold));
        assert_eq!(held.head.holds, [HoldReason::Address]);
        assert_eq!(held.held[0].note.as_deref(), Some("No house number"));
        assert_eq!(held.held[0].until.as_deref(), Some("2026-11-30"));
        assert_eq!(held.note, None);
        let mut ship = shop.change(&held, json!({}));
        ship["request_id"] = json!(shop.request());
        assert_eq!(shop.refused("orders.fulfil", ship).0, "order_on_hold");

        let filter = json!({ "hold": ["address", "manual"] });
        let page: Page<OrderRow> = shop.call(
            "orders.list",
            json!({ "filter": filter, "offset": 0, "limit": 10 }),
        );
        assert_eq!((page.total, page.rows[0].head.id), (1, held.head.id));
        assert_ne!(page.rows[0].head.id, other.head.id);
        let found: Value = shop.call("book.exceptions", json!({}));
        assert_eq!(found["exceptions"][0]["code"], "on_hold");
        assert_eq!(found["exceptions"][0]["id"], json!(held.head.id));
        assert_eq!(found["exceptions"][0]["detail"], "address");
        for reason in ["payment_review", "stock", "customer", "manual"] {
            let now: Order = shop.call("orders.get", json!({ "id": held.head.id }));
            shop.write::<Order>(
                "orders.hold",
                shop.change(&now, json!({ "reason": reason })),
            );
        }
        let found: Value = shop.call("book.exceptions", json!({}));
        let every = "payment_review address stock customer manual";
        assert_eq!(found["exceptions"][0]["detail"], every);
    }
}
