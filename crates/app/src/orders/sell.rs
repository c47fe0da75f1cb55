//! `orders.sell`: a counter sale: placed, paid and handed over in one entry. A parked draft becomes
//! the sale itself, so that it can neither be sold twice nor stay behind.
use super::money::issue_cards;
use super::{limits, line_lots, steps};
use crate::App;
use crate::drawer::check_till;
use crate::error::AppError;
use book::Tx;
use book::dto::Order;
use domain::order::{Action, Document, Placed, Sold, paid_abroad};
use domain::stock::MAIN;
use uuid::Uuid;

use crate::request::{Change, Create, With, Written};

use super::input::OrderInput;
use super::tender::Tender;

/// What it takes.
pub type Input = Create<With<Tender, OrderInput>>;
/// What it gives.
pub type Output = Written<Order>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let tender = &input.body.part;
    let asked = &input.body.body;
    let draft = tender.draft(input.part)?;
    app.write(
        input.part,
        |tx| {
            let (id, last_line) = match &draft {
                Some(draft) => recalled(tx, draft)?,
                None => (app.new_id(), 0),
            };
            let mut document = steps::compose(app, tx, asked, last_line)?;
            // It is paid now: nothing of it is on account.
            document.payment_days = None;
            // What changes hands is money of the book.
            let owed_minor = document.in_book(total_minor(&document));
            let purses = tender.purses(tx, (document.customer, None), owed_minor)?;
            let taken = tender.paid((app, tx), owed_minor, &purses)?;
            let payments = paid_abroad(&document, taken);
            check_till(tx, payments.iter().map(|part| part.method.as_str()))?;
            let Placed {
                number, document, ..
            } = domain::order::place(document, tx.next_number("order")?)?;
            let place = document.location.as_deref().unwrap_or(MAIN);
            let sold = (place, document.lines.as_slice());
            let lots = line_lots::sold(app, tx, sold, ("lines", &asked.lines))?;
            let said = Sold {
                lots,
                reason: None,
                number,
                payments,
                document,
            };
            let personal = steps::said_of_persons(asked)?;
            steps::append_with(tx, id, "order.sold", &said, &personal)?;
            limits::check(app, tx, id, None)?;
            issue_cards(tx, id)?;
            steps::check_stock_of_sale(tx, id)?;
            Ok(id)
        },
        steps::face,
    )
}

/// A draft that is still one, and the highest line number that it has used.
fn recalled(tx: &mut Tx<'_>, draft: &Change) -> Result<(Uuid, u32), AppError> {
    let now = steps::order(tx, draft)?;
    now.check(Action::Place)?;
    Ok((draft.id, steps::last_line(&now)))
}

pub(super) fn total_minor(document: &Document) -> i64 {
    document
        .lines
        .iter()
        .fold(0, |sum, line| sum.saturating_add(line.total_minor))
}

#[cfg(test)]
mod tests {
    use book::dto::*;
    use serde_json::{Value, json};

    use crate::request::Written;
    use crate::testing::Shop;
    use crate::{App, AppOptions};

    #[test]
    fn a_counter_sale_is_paid_handed_over_and_closed_in_one_entry() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 12_500_000);
        let sold: Order = shop.write(
            "orders.sell",
            json!({
                "channel": "counter", "method": "cash", "tendered_minor": 5_000,
                "lines": [{ "product": mug.row.id, "quantity_milli": 3_000 }]
            }),
        );
        assert_eq!(
            (sold.head.state, sold.head.payment),
            (OrderState::Closed, PaymentStatus::Paid)
        );
        assert_eq!(sold.head.fulfilment, FulfilmentStatus::Shipped);
        assert_eq!(sold.lines[0].on_hand_milli, Some(17_000));
        assert_eq!((sold.change_minor, sold.due_minor), (1_250, 0));
    }

    #[test]
    fn too_little_money_is_refused_and_nothing_is_sold() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 12_500_000);
        let input = json!({
            "channel": "counter", "method": "cash", "tendered_minor": 100,
            "request_id": shop.request(),
            "lines": [{ "product": mug.row.id, "quantity_milli": 3_000 }]
        });
        let refused = shop.refused("orders.sell", input);
        assert_eq!(
            refused,
            ("tendered_too_little".into(), Some("tendered_minor".into()))
        );
        let after: Product = shop.call("products.get", json!({ "id": mug.row.id }));
        assert_eq!(after.row.on_hand_milli, 20_000);
    }

    #[test]
    fn a_parked_draft_becomes_the_sale_itself_with_the_lines_as_they_are_now() {
        let shop = Shop::open();
        let (mug, bowl) = (
            shop.product("MUG", 1_000_000),
            shop.product("BOWL", 3_000_000),
        );
        let line =
            |product: &Product| json!({ "product": product.row.id, "quantity_milli": 2_000 });
        let draft = json!({ "channel": "counter", "lines": [line(&mug)] });
        let parked: Order = shop.write("orders.draft", draft);
        let sale = json!({ "channel": "counter", "method": "card", "lines": [line(&bowl)] });
        let sold: Order = shop.write("orders.sell", shop.change(&parked, sale.clone()));
        assert_eq!(
            (sold.head.id, sold.head.state),
            (parked.head.id, OrderState::Closed)
        );
        assert_eq!((sold.head.total_minor, sold.lines.len()), (600, 1));
        let page: Page<OrderRow> = shop.call("orders.list", json!({ "offset": 0, "limit": 10 }));
        assert_eq!(page.total, 1);
        let mut again = shop.change(&sold, sale);
        again["request_id"] = json!(shop.request());
        assert_eq!(shop.refused("orders.sell", again).0, "order_not_draft");
    }

    #[test]
    fn a_draft_that_changed_meanwhile_is_not_sold_and_stays_a_draft() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 1_000_000);
        let order = json!({
            "channel": "counter", "lines": [{ "product": mug.row.id, "quantity_milli": 1_000 }]
        });
        let parked: Order = shop.write("orders.draft", order.clone());
        let _: Order = shop.write("orders.amend", shop.change(&parked, order.clone()));
        let mut sale = shop.change(&parked, order);
        sale["method"] = json!("cash");
        sale["request_id"] = json!(shop.request());
        let refused = shop.refused("orders.sell", sale.clone());
        assert_eq!(
            refused,
            ("version_conflict".into(), Some("expected_version".into()))
        );
        sale.as_object_mut().unwrap().remove("expected_version");
        let refused = shop.refused("orders.sell", sale);
        assert_eq!(
            refused,
            ("required".into(), Some("expected_version".into()))
        );
        let now: Order = shop.call("orders.get", json!({ "id": parked.head.id }));
        assert_eq!(now.head.state, OrderState::Draft);
    }

    #[test]
    fn what_another_program_changes_counts_for_the_next_sale() {
        let shop = Shop::open();
        let (mug, ada) = (shop.product("MUG", 1_000_000), shop.customer("Ada"));
        let line = |milli: i64| json!([{ "product": mug.row.id, "quantity_milli": milli }]);
        let sale = |milli: i64| {
            json!({
                "channel": "counter", "method": "cash", "customer": ada.row.id,
                "lines": line(milli), "request_id": shop.request()
            })
        };
        let sell = || {
            let sold: Written<Order> = shop.call("orders.sell", sale(1_000));
            sold.output
        };
        assert_eq!(sell().head.total_minor, 100);
        let other = App::new(AppOptions::scripted());
        let path = json!({ "path": shop.path("shop.counterbook") });
        other.call("book.open", path).unwrap();
        let change = |verb: &str, input: Value| {
            let mut input = input;
            input["request_id"] = json!(shop.request());
            other.call(verb, input).unwrap()
        };
        let dearer = json!({
            "id": mug.row.id, "expected_version": mug.row.version, "unit_price_micro": 2_000_000
        });
        change("products.amend", dearer);
        let dear = sell();
        assert_eq!(dear.head.total_minor, 200);
        let theirs = change("orders.sell", sale(1_000));
        let numbers = [&dear.head.number, &sell().head.number];
        assert_eq!(numbers, ["A-000002", "A-000004"]);
        assert_eq!(theirs["output"]["number"], "A-000003");
        let policy = json!({ "expected_version": 1, "stock_policy": "block" });
        change("book.amend", policy);
        assert_eq!(shop.refused("orders.sell", sale(50_000)).0, "stock_short");
        let erase = json!({ "id": ada.row.id, "expected_version": ada.row.version });
        change("customers.erase", erase);
        let name = sell().customer_summary.map(|customer| customer.name);
        assert!(name.is_some_and(|name| name.starts_with("Erased customer")));
    }

    #[test]
    fn a_book_that_blocks_sells_the_last_piece_and_not_one_more() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 1_000_000);
        let settings = json!({ "expected_version": 1, "stock_policy": "block" });
        shop.write::<BookInfo>("book.amend", settings);
        let half = json!({ "product": mug.row.id, "quantity_milli": 10_000 });
        let more = json!({ "product": mug.row.id, "quantity_milli": 11_000 });
        let sale = |lines| json!({ "channel": "counter", "method": "cash", "lines": lines });
        let mut refused = sale(json!([half, more]));
        refused["request_id"] = json!(shop.request());
        let (code, field) = shop.refused("orders.sell", refused);
        assert_eq!(code, "stock_short");
        assert_eq!(field.as_deref(), Some("lines.0.quantity_milli"));
        let sold: Order = shop.write("orders.sell", sale(json!([half, half])));
        assert_eq!(sold.lines[0].on_hand_milli, Some(0));
    }

    #[test]
    fn a_request_that_was_sold_is_told_apart_even_when_only_tried() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 1_000_000);
        let mut sale = json!({
            "channel": "counter", "method": "cash", "request_id": shop.request(),
            "lines": [{ "product": mug.row.id, "quantity_milli": 1_000 }]
        });
        let sold: Written<Order> = shop.call("orders.sell", sale.clone());
        sale["dry_run"] = json!(true);
        let tried: Written<Order> = shop.call("orders.sell", sale);
        assert!(!tried.dry_run);
        assert_eq!(tried.output.head.number, sold.output.head.number);
    }
}
