//! Many orders at once: every one for itself, and everything once.
use book::dto::Order;
use serde_json::{Value, json};
use uuid::Uuid;

use super::OrderBatchReport;
use crate::batch::BatchOutcome as Outcome;
use crate::jobs::JobPhase;
use crate::testing::Shop;

fn batch(shop: &Shop, mut input: Value) -> OrderBatchReport {
    if input.get("request_id").is_none() {
        input["request_id"] = json!(shop.request());
    }
    let state = shop.job("orders.batch", input);
    assert_eq!(state.state, JobPhase::Done, "{:?}", state.error);
    serde_json::from_value(state.output.unwrap()).unwrap()
}

fn ids(orders: &[Order]) -> Vec<Uuid> {
    orders.iter().map(|order| order.head.id).collect()
}

fn outcomes(report: &OrderBatchReport) -> Vec<(Outcome, Option<&str>)> {
    let code = |error: &'_ crate::error::AppError| error.code.clone();
    let shown = report.orders.iter();
    let shown = shown.map(|one| (one.outcome, one.error.as_ref().map(code)));
    let known: Vec<(Outcome, Option<String>)> = shown.collect();
    let fixed = known.into_iter().map(|(outcome, code)| {
        let code = code.map(|code| crate::codes::CODES.iter().find(|one| **one == code));
        (outcome, code.flatten().copied())
    });
    fixed.collect()
}

/// Three placed orders, the second on hold.
fn three(shop: &Shop) -> Vec<Order> {
    let mug = shop.product("MUG", 1_000_000);
    let orders: Vec<Order> = (0..3).map(|_| shop.placed(&mug, 1_000)).collect();
    let hold = shop.change(&orders[1], json!({ "reason": "address" }));
    shop.write::<Order>("orders.hold", hold);
    orders
}

#[test]
fn an_order_that_refuses_keeps_no_other_from_its_turn() {
    let shop = Shop::open();
    let orders = three(&shop);
    let ship = json!({ "orders": ids(&orders), "action": { "ship": {} } });
    let report = batch(&shop, ship);
    let held = Some("order_on_hold");
    let expected = [
        (Outcome::Done, None),
        (Outcome::Refused, held),
        (Outcome::Done, None),
    ];
    assert_eq!(outcomes(&report), expected);
    assert_eq!((report.done, report.refused, report.left), (2, 1, 0));
    assert_eq!(report.orders[1].number, "A-000002");
}

#[test]
fn a_batch_that_is_sent_twice_does_everything_once() {
    let shop = Shop::open();
    let orders = three(&shop);
    let input = json!({ "orders": ids(&orders), "action": { "invoice": {} },
        "request_id": shop.request() });
    assert_eq!(batch(&shop, input.clone()).done, 3);
    assert_eq!(batch(&shop, input).done, 3, "done before counts as done");
    let other = json!({ "orders": ids(&orders), "action": { "invoice": {} } });
    assert_eq!(batch(&shop, other).unchanged, 3);
    let next = shop.placed(&shop.product("CUP", 1_000_000), 1_000);
    let input = shop.change(&next, json!({ "kind": "invoice" }));
    let issued: Order = shop.write("documents.issue", input);
    assert_eq!(issued.documents[0].number, "I-A-000004");
}

#[test]
fn a_trial_says_what_would_be_done_and_changes_nothing() {
    let shop = Shop::open();
    let orders = three(&shop);
    let input = json!({ "orders": ids(&orders), "action": { "ship": {} }, "dry_run": true });
    let report = batch(&shop, input);
    assert_eq!((report.dry_run, report.done, report.refused), (true, 2, 1));
    for before in &orders {
        let now: Order = shop.call("orders.get", json!({ "id": before.head.id }));
        assert!(now.shipments.is_empty());
    }
}

#[test]
fn a_whole_list_is_tagged_and_what_has_the_tag_already_is_left_alone() {
    let shop = Shop::open();
    three(&shop);
    let tag = |filter: Value| {
        let input = json!({ "list": { "filter": filter },
            "action": { "tag": { "add": ["rush "] } } });
        let report = batch(&shop, input);
        (report.done, report.unchanged)
    };
    assert_eq!(tag(json!({ "hold": ["address"] })), (1, 0));
    assert_eq!(tag(json!({ "state": ["placed"] })), (2, 1));
    let input = json!({ "list": { "filter": { "tag": ["rush"] } },
        "action": { "tag": { "remove": ["rush"] } } });
    assert_eq!(batch(&shop, input).done, 3);
}

#[test]
fn pick_lists_come_as_one_file_and_a_shipped_order_needs_none() {
    let shop = Shop::open();
    let orders = three(&shop);
    let ship = shop.change(&orders[0], json!({}));
    shop.write::<Order>("orders.fulfil", ship);
    let path = shop.path("lists.pdf");
    let input = json!({ "orders": ids(&orders), "action": { "pick_lists": { "path": path } } });
    let report = batch(&shop, input);
    assert_eq!((report.done, report.unchanged), (2, 1));
    assert_eq!(report.path.as_deref(), Some(path.as_str()));
    let pdf = std::fs::read(path).unwrap();
    let pages = String::from_utf8_lossy(&pdf);
    assert!(pdf.starts_with(b"%PDF-") && pages.contains("/Count 2"));
}

#[test]
fn a_wave_has_a_list_of_everything_before_those_of_its_orders_and_goes_somewhere() {
    let shop = Shop::open();
    let orders = three(&shop);
    let path = shop.path("wave.pdf");
    let lists = json!({ "path": path, "wave": true });
    let input = json!({ "orders": ids(&orders), "action": { "pick_lists": lists } });
    assert_eq!(batch(&shop, input).done, 3);
    let pdf = std::fs::read(path).unwrap();
    assert!(String::from_utf8_lossy(&pdf).contains("/Count 4"));
    let nowhere = json!({ "orders": ids(&orders), "action": { "pick_lists": {} },
        "request_id": shop.request() });
    let field = Some("action.pick_lists.path".to_owned());
    let refused = shop.refused("orders.batch", nowhere);
    assert_eq!(refused, ("file_or_printer".to_owned(), field));
}

#[test]
fn a_table_of_the_orders_has_a_row_an_order_and_runs_no_formula() {
    let shop = Shop::open();
    let mug = shop.product("MUG", 1_000_000);
    let customer = shop.customer("=1+1");
    let lines = json!([{ "product": mug.row.id, "quantity_milli": 2_500 }]);
    let order = json!({ "channel": "web", "lines": lines, "customer": customer.row.id });
    let order: Order = shop.write("orders.place", order);
    let path = shop.path("orders.csv");
    let input = json!({ "orders": [order.head.id], "action": { "export": { "path": path } } });
    assert_eq!(batch(&shop, input).done, 1);
    let table = std::fs::read_to_string(path).unwrap();
    let row = table.lines().nth(1).unwrap_or_default();
    assert!(row.starts_with("A-000001,,sale,placed,"), "{row}");
    assert!(
        row.contains(",'=1+1,web,") && row.contains(",2.5,GBP,2.50,0.00,unpaid,"),
        "{row}"
    );
}

#[test]
fn drafts_are_placed_and_what_is_placed_already_is_left_alone() {
    let shop = Shop::open();
    let mug = shop.product("MUG", 1_000_000);
    let lines = json!([{ "product": mug.row.id, "quantity_milli": 1_000 }]);
    let draft = json!({ "channel": "phone", "lines": lines });
    let draft: Order = shop.write("orders.draft", draft);
    let empty: Order = shop.write("orders.draft", json!({ "channel": "phone", "lines": [] }));
    let placed = shop.placed(&mug, 1_000);
    let orders = ids(&[draft, empty, placed]);
    let report = batch(
        &shop,
        json!({ "orders": orders, "action": { "place": {} } }),
    );
    let expected = [
        (Outcome::Done, None),
        (Outcome::Refused, Some("order_empty")),
        (Outcome::Unchanged, None),
    ];
    assert_eq!(outcomes(&report), expected);
    assert_eq!(report.orders[0].number, "A-000002");
}

#[test]
fn holds_are_set_and_lifted_for_many() {
    let shop = Shop::open();
    let orders = ids(&three(&shop));
    let act = |action: Value| {
        let report = batch(&shop, json!({ "orders": orders, "action": action }));
        (report.done, report.unchanged)
    };
    assert_eq!(act(json!({ "hold": { "reason": "address" } })), (2, 1));
    assert_eq!(act(json!({ "release": {} })), (3, 0));
    assert_eq!(act(json!({ "release": {} })), (0, 3));
}

#[test]
fn either_orders_or_a_list_are_named() {
    let shop = Shop::open();
    let input = json!({ "request_id": shop.request(), "action": { "place": {} } });
    let refused = shop.refused("orders.batch", input);
    let expected = ("chosen_or_listed".to_owned(), Some("orders".to_owned()));
    assert_eq!(refused, expected);
}

#[test]
fn goods_are_set_aside_for_orders_that_wait_as_far_as_they_came() {
    let shop = Shop::open();
    let mug = shop.product("MUG", 1_000_000);
    let held = shop.placed(&mug, 4_000);
    let by_hand = json!({ "expected_version": 1, "allocation_policy": "by_hand" });
    shop.write::<Value>("book.amend", by_hand);
    let waiting: Vec<Order> = [10_000, 9_000, 2_000]
        .map(|milli| shop.placed(&mug, milli))
        .into();
    let orders: Vec<Uuid> = ids(&[vec![held], waiting].concat());
    // A list has the newest first; goods go to whom waits longest.
    let listed: Vec<Uuid> = orders.iter().rev().copied().collect();
    let input = |dry_run: bool, request: Uuid| {
        json!({ "orders": listed, "action": { "allocate": {} }, "dry_run": dry_run,
            "request_id": request })
    };
    let tried = batch(&shop, input(true, shop.request()));
    assert_eq!(
        (tried.done, tried.refused),
        (3, 0),
        "each alone could have them"
    );
    let request = shop.request();
    let report = batch(&shop, input(false, request));
    let expected = [
        (Outcome::Unchanged, None),
        (Outcome::Done, None),
        (Outcome::Done, None),
        (Outcome::Refused, Some("nothing_in_stock")),
    ];
    assert_eq!(outcomes(&report), expected);
    let waits: Vec<Option<i64>> = report.orders.iter().map(|one| one.waiting_milli).collect();
    assert_eq!(waits, [None, Some(0), Some(3_000), None]);
    let again = batch(&shop, input(false, request));
    assert_eq!((again.done, again.unchanged, again.refused), (2, 1, 1));
    let last: Order = shop.call("orders.get", json!({ "id": orders[2] }));
    assert_eq!(last.lines[0].allocated_milli, 6_000);
}
