//! `orders.assign`: says who looks after something about an order that needs a person.
use super::steps;
use crate::App;
use crate::error::AppError;
use book::Said;
use book::dto::Order;
use domain::attention::{AssignedPersonal, assign};
use domain::{limits, text};

use crate::request::{Amend, Written};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Who looks after what.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct OrderAssign {
    /// The kind of exception, such as `on_hold`.
    #[ts(optional = false)]
    pub code: String,
    /// Who; nobody when absent.
    pub owner: Option<String>,
    /// What is to be known about it.
    pub note: Option<String>,
}

/// What it takes.
pub type Input = Amend<OrderAssign>;
/// What it gives.
pub type Output = Written<Order>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let (change, said) = (&input.part, &input.body);
    let assigned = assign(&said.code, said.owner.as_deref())?;
    let personal = AssignedPersonal {
        assign_note: text::note("note", said.note.as_deref(), limits::NOTE_CHARS)?,
    };
    app.write(
        *change,
        |tx| {
            steps::order(tx, change)?;
            let entry = Said::new(steps::subject(change.id), "order.assigned", &assigned);
            tx.append(entry.with_personal(&personal))?;
            Ok(change.id)
        },
        steps::face,
    )
}

#[cfg(test)]
mod tests {
    use book::dto::*;
    use serde_json::{Value, json};

    use crate::testing::Shop;

    #[test]
    fn what_needs_a_person_has_an_owner_until_it_is_given_up() {
        let shop = Shop::open();
        let order = shop.placed(&shop.product("MUG", 1_000_000), 1_000);
        let hold = json!({ "reason": "address" });
        let order: Order = shop.write("orders.hold", shop.change(&order, hold));
        let first = || -> Value {
            let found: Value = shop.call("book.exceptions", json!({}));
            found["exceptions"][0].clone()
        };
        assert_eq!(
            (&first()["owner"], &first()["version"]),
            (&json!(null), &json!(2))
        );
        let to_eve = json!({ "code": "on_hold", "owner": "Eve", "note": "Calls back at 3" });
        let order: Order = shop.write("orders.assign", shop.change(&order, to_eve));
        assert_eq!(
            (&first()["owner"], &first()["note"]),
            (&json!("Eve"), &json!("Calls back at 3"))
        );
        let to_nobody = json!({ "code": "on_hold" });
        shop.write::<Order>("orders.assign", shop.change(&order, to_nobody));
        assert_eq!(first()["owner"], json!(null));
    }

    #[test]
    fn a_product_that_is_short_has_an_owner_too() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 1_000_000);
        shop.placed(&mug, 30_000);
        let now: Product = shop.call("products.get", json!({ "id": mug.row.id }));
        let assign = json!({
            "id": mug.row.id, "expected_version": now.row.version, "code": "oversold", "owner": "Bo"
        });
        shop.write::<Product>("products.assign", assign);
        let found: Value = shop.call("book.exceptions", json!({}));
        assert_eq!(found["exceptions"][0]["owner"], "Bo");
    }
}
