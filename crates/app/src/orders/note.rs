//! `orders.note`: an internal note about an order, beside what the order itself says.
use super::steps;
use crate::App;
use crate::error::AppError;
use book::dto::Order;
use domain::order::{Noted, OrderPersonal, note};

use crate::request::{Amend, Written};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The note.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OrderNoteInput {
    /// What is to be known in the shop; no document shows it.
    pub text: String,
}

/// What it takes.
pub type Input = Amend<OrderNoteInput>;
/// What it gives.
pub type Output = Written<Order>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let change = &input.part;
    app.write(
        *change,
        |tx| {
            let now = steps::order(tx, change)?;
            let personal = OrderPersonal {
                internal_note: Some(note(&now, &input.body.text)?),
                ..OrderPersonal::default()
            };
            steps::append_with(tx, change.id, "order.noted", &Noted {}, &personal)?;
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
    fn notes_of_the_shop_are_kept_one_by_one_and_leave_with_the_customer() {
        let shop = Shop::open();
        let (mug, ann) = (shop.product("MUG", 1_000_000), shop.customer("Ann"));
        let lines = json!([{ "product": mug.row.id, "quantity_milli": 1_000 }]);
        let order = json!({
            "channel": "web", "customer": ann.row.id, "lines": lines, "note": "Ring twice"
        });
        let order: Order = shop.write("orders.place", order);
        let mut blank = shop.change(&order, json!({ "text": " " }));
        blank["request_id"] = json!(shop.request());
        let refused = shop.refused("orders.note", blank);
        assert_eq!(refused, ("required".into(), Some("text".into())));
        let first = json!({ "text": "Is often late to pay" });
        let order: Order = shop.write("orders.note", shop.change(&order, first));
        let second = json!({ "text": "Called" });
        let order: Order = shop.write("orders.note", shop.change(&order, second));
        let texts: Vec<&str> = order.notes.iter().map(|note| note.text.as_str()).collect();
        assert_eq!(texts, ["Is often late to pay", "Called"]);
        assert_eq!(order.note.as_deref(), Some("Ring twice"));
        let erase = json!({ "id": ann.row.id, "expected_version": ann.row.version });
        shop.write::<Customer>("customers.erase", erase);
        let order: Order = shop.call("orders.get", json!({ "id": order.head.id }));
        assert!(order.notes.is_empty() && order.note.is_none());
    }
}
