//! `orders.take_back`: the last change of a placed order is taken back, by a change of its own.
use super::edit::check_stock;
use super::steps;
use crate::App;
use crate::error::AppError;
use book::dto::Order;
use domain::Entry;
use domain::ids::EditId;
use domain::order::{Edited, OrderPersonal, take_back};

use crate::request::{Amend, Nothing, Written};

/// What it takes.
pub type Input = Amend<Nothing>;
/// What it gives.
pub type Output = Written<Order>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let change = &input.part;
    app.write(
        *change,
        |tx| {
            let now = steps::order(tx, change)?;
            let face = tx.read().order(change.id)?;
            let said = take_back(&now, EditId(app.new_id()), tx.settings())?;
            let entries = tx.read().entries_about(steps::subject(change.id))?;
            let personal = personal_before(&entries, said.takes_back);
            steps::append_with(tx, change.id, "order.edited", &said, &personal)?;
            check_stock(tx, &face)?;
            Ok(change.id)
        },
        steps::face,
    )
}

/// The personal fields that a change said, as they were before it.
fn personal_before(entries: &[Entry], edit: Option<EditId>) -> OrderPersonal {
    let of_edit = |entry: &Entry| {
        let said: Option<Edited> = serde_json::from_str(&entry.payload).ok();
        entry.kind == "order.edited" && said.is_some_and(|said| Some(said.edit) == edit)
    };
    let Some(at) = entries.iter().position(of_edit) else {
        return OrderPersonal::default();
    };
    let said = personal(&entries[at]).unwrap_or_default();
    let before = |pick: fn(OrderPersonal) -> Option<String>| {
        let mut earlier = entries[..at].iter().rev().filter_map(personal);
        earlier.find_map(pick).unwrap_or_default()
    };
    OrderPersonal {
        note: said.note.map(|_| before(|said| said.note)),
        ship_to: said.ship_to.map(|_| before(|said| said.ship_to)),
        ..OrderPersonal::default()
    }
}

fn personal(entry: &Entry) -> Option<OrderPersonal> {
    serde_json::from_str(&entry.personal.as_ref()?.text).ok()
}

#[cfg(test)]
mod tests {
    use book::dto::*;
    use serde_json::{Value, json};

    use crate::testing::Shop;

    #[test]
    fn a_change_is_previewed_made_and_taken_back_to_the_cent() {
        let shop = Shop::open();
        let (mug, cup) = (
            shop.product("MUG", 3_333_333),
            shop.product("CUP", 1_000_000),
        );
        let order = shop.placed(&mug, 3_000);
        let lines = json!([
            { "line": 1, "quantity_milli": 5_000, "discount_ppm": 100_000 },
            { "product": cup.row.id, "quantity_milli": 2_000 },
        ]);
        let wanted = json!({ "lines": lines, "reference": "PO 7", "note": "Ring twice" });
        let mut tried = shop.change(&order, wanted.clone());
        (tried["dry_run"], tried["request_id"]) = (json!(true), json!(shop.request()));
        let tried: Value = shop.call("orders.edit", tried);
        let edited: Order = shop.write("orders.edit", shop.change(&order, wanted));
        assert_eq!(tried["output"]["total_minor"], edited.head.total_minor);
        // 5 x 3.333333 less a tenth, and 2 x 1.00.
        assert_eq!((edited.head.total_minor, edited.due_minor), (1_700, 1_700));
        let [edit] = edited.edits.as_slice() else {
            panic!("{:?}", edited.edits)
        };
        assert_eq!((edit.total_minor, edit.lines.len()), (700, 2));
        assert_eq!(edit.fields, ["reference", "note"]);
        assert_eq!(edit.lines[0].quantity_milli, 2_000);
        assert_eq!(
            (edited.reference.as_deref(), edited.note.as_deref()),
            (Some("PO 7"), Some("Ring twice"))
        );
        let stock = |id: uuid::Uuid| -> i64 {
            let product: Product = shop.call("products.get", json!({ "id": id }));
            product.row.allocated_milli
        };
        assert_eq!((stock(mug.row.id), stock(cup.row.id)), (5_000, 2_000));

        let back: Order = shop.write("orders.take_back", shop.change(&edited, json!({})));
        assert_eq!((back.head.total_minor, back.lines.len()), (1_000, 1));
        assert_eq!((back.reference, back.note), (None, None));
        assert!(back.edits[0].taken_back);
        assert_eq!(back.edits[1].total_minor, -700);
        assert_eq!((stock(mug.row.id), stock(cup.row.id)), (3_000, 0));
        assert!(!back.allowed.contains(&OrderAction::TakeBack));
    }

    #[test]
    fn a_change_counts_on_its_own_day_and_an_issued_invoice_says_that_it_needs_correction() {
        let shop = Shop::open();
        let order = shop.sold(&shop.product("MUG", 12_000_000), 2_000);
        let issue = shop.change(&order, json!({ "kind": "invoice" }));
        let order: Order = shop.write("documents.issue", issue);
        assert!(!order.documents[0].outdated);
        shop.clock.set(crate::testing::NOON_MS + 40 * 86_400_000);
        let cheaper = json!({ "lines": [
            { "line": 1, "quantity_milli": 2_000, "unit_price_micro": 6_000_000 },
        ], "reason": "Scratched" });
        let edited: Order = shop.write("orders.edit", shop.change(&order, cheaper));
        assert_eq!(
            (edited.due_minor, edited.documents[0].outdated),
            (-1_200, true)
        );
        assert_eq!(edited.head.payment, PaymentStatus::CreditOwed);
        let asked = json!({ "report": "returns", "from": "2026-11-01", "to": "2027-01-31" });
        let table: Value = shop.call("reports.run", asked);
        let months = table["rows"].as_array().unwrap().iter();
        let sold: Vec<&Value> = months.map(|month| &month["sold_minor"]).collect();
        assert_eq!(sold, [&json!(2_000), &json!(0), &json!(-1_000)]);
        let back: Order = shop.write("orders.take_back", shop.change(&edited, json!({})));
        assert!(!back.documents[0].outdated);
        assert_eq!(back.head.state, OrderState::Closed);
    }

    #[test]
    fn what_was_shipped_stays_and_more_than_there_is_can_be_blocked() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 1_000_000);
        let order = shop.placed(&mug, 5_000);
        let part = json!({ "lines": [{ "line": 1, "quantity_milli": 3_000 }] });
        let order: Order = shop.write("orders.fulfil", shop.change(&order, part));
        let wanted = |milli: i64| json!({ "lines": [{ "line": 1, "quantity_milli": milli }] });
        let refused = |wanted: Value| {
            let mut wanted = shop.change(&order, wanted);
            wanted["request_id"] = json!(shop.request());
            shop.refused("orders.edit", wanted)
        };
        let at_box = Some("lines.0.quantity_milli".to_owned());
        assert_eq!(
            refused(wanted(2_000)),
            ("below_shipped".into(), at_box.clone())
        );
        assert_eq!(refused(wanted(5_000)), ("nothing_changed".into(), None));
        let policy = json!({ "expected_version": 1, "stock_policy": "block" });
        shop.write::<BookInfo>("book.amend", policy);
        assert_eq!(refused(wanted(90_000)), ("stock_short".into(), at_box));
        let less: Order = shop.write("orders.edit", shop.change(&order, wanted(3_000)));
        assert_eq!(less.head.fulfilment, FulfilmentStatus::Shipped);
    }
}
