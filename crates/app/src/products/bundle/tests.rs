//! A bundle from its recipe to what its goods cost.
use book::dto::*;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::testing::Shop;

/// A shop with twenty mugs at 2.00 and twenty cups at 3.00, and a set of two mugs and a cup.
struct Set {
    shop: Shop,
    mug: Uuid,
    cup: Uuid,
    set: Product,
}

fn set() -> Set {
    let shop = Shop::open();
    let goods = |sku: &str, cost: i64| {
        let made = json!({ "sku": sku, "title": sku, "unit_price_micro": 9_000_000 });
        let made: Product = shop.write("products.create", made);
        let found = json!({ "product": made.row.id, "quantity_milli": 20_000,
            "unit_cost_micro": cost, "reason": "first" });
        shop.write::<Product>("stock.adjust", found);
        made.row.id
    };
    let (mug, cup) = (goods("MUG", 2_000_000), goods("CUP", 3_000_000));
    let made = json!({ "sku": "SET", "title": "Breakfast set", "unit_price_micro": 20_000_000 });
    let made: Product = shop.write("products.create", made);
    let set = made_of(&shop, &made, &[(mug, 2_000), (cup, 1_000)]);
    Set {
        shop,
        mug,
        cup,
        set,
    }
}

fn recipe(product: &Product, parts: &[(Uuid, i64)]) -> Value {
    let parts = parts.iter().map(
        |(product, quantity_milli)| json!({ "product": product, "quantity_milli": quantity_milli }),
    );
    json!({ "id": product.row.id, "expected_version": product.row.version, "kind": "virtual",
        "components": parts.collect::<Vec<_>>() })
}

fn made_of(shop: &Shop, product: &Product, parts: &[(Uuid, i64)]) -> Product {
    shop.write("products.bundle", recipe(product, parts))
}

fn row(shop: &Shop, product: Uuid) -> (i64, i64) {
    let now: Product = shop.call("products.get", json!({ "id": product }));
    (now.row.on_hand_milli, now.row.available_milli)
}

impl Set {
    fn verify(&self) {
        let verified = self.shop.job("book.verify", json!({})).output.unwrap();
        assert_eq!(verified["ok"], true, "{verified}");
    }
}

#[test]
fn a_bundle_is_there_as_often_as_its_components_are_and_takes_them_when_it_is_sold() {
    let all = set();
    let Set {
        shop,
        mug,
        cup,
        set,
    } = &all;
    assert_eq!(
        (set.row.bundle, row(shop, set.row.id)),
        (Some(BundleKind::Virtual), (10_000, 10_000))
    );
    let order = shop.placed(set, 3_000);
    assert_eq!(row(shop, *mug), (20_000, 14_000));
    assert_eq!(row(shop, *cup), (20_000, 17_000));
    assert_eq!(row(shop, set.row.id), (10_000, 7_000));
    assert_eq!(order.lines.len(), 1, "one line is sold");
    assert_eq!(order.lines[0].available_milli, Some(7_000));
    let part = json!({ "lines": [{ "line": 1, "quantity_milli": 2_000 }] });
    let part: Order = shop.write("orders.fulfil", shop.change(&order, part));
    assert_eq!(row(shop, *mug), (16_000, 14_000));
    let rest: Order = shop.write("orders.cancel", shop.change(&part, json!({})));
    assert_eq!(row(shop, *mug), (16_000, 16_000), "released what was held");
    let back = json!({ "lines": [
        { "line": 1, "restocked_milli": 1_000, "scrapped_milli": 0 }] });
    shop.write::<Order>("orders.receive_return", shop.change(&rest, back));
    assert_eq!(row(shop, *mug), (18_000, 18_000));
    assert_eq!(row(shop, *cup), (19_000, 19_000));
    all.verify();
}

/// So much of a component that comes back.
fn line(component: Uuid, restocked_milli: i64) -> Value {
    json!({ "line": 1, "component": component, "restocked_milli": restocked_milli })
}

/// A set of which something has come back does not come back as a whole.
fn is_refused_whole(shop: &Shop, order: &Order) {
    let lines = json!({ "lines": [{ "line": 1, "restocked_milli": 1_000 }] });
    let mut whole = shop.change(order, lines);
    whole["request_id"] = json!(shop.request());
    let refused = shop.refused("orders.receive_return", whole);
    let field = Some("lines.0.quantity_milli".to_owned());
    assert_eq!(refused, ("more_than_shipped".to_owned(), field));
}

#[test]
fn a_component_comes_back_by_itself_for_its_share_and_to_its_own_stock() {
    let all = set();
    let (shop, mug, cup) = (&all.shop, all.mug, all.cup);
    let sale = shop.sold(&all.set, 1_000);
    let total = sale.head.total_minor;
    let asked = json!({ "lines": [
        { "line": 1, "component": mug, "quantity_milli": 1_000 }] });
    let asked: Order = shop.write("orders.request_return", shop.change(&sale, asked));
    let announced = &asked.return_requests[0].lines[0];
    assert_eq!(
        (announced.component, announced.quantity_milli),
        (Some(mug), 1_000)
    );
    let part = |order: &Order, product: Uuid| {
        let mut parts = order.lines[0].components.iter();
        let one = parts.find(|one| one.product == product).unwrap();
        (one.returnable_milli, one.return_requested_milli)
    };
    assert_eq!(
        (part(&asked, mug), part(&asked, cup)),
        ((2_000, 1_000), (1_000, 0))
    );

    let request = asked.return_requests[0].request;
    let back = json!({ "request": request, "lines": [line(mug, 1_000)] });
    let back: Order = shop.write("orders.receive_return", shop.change(&asked, back));
    // All three are 9.00 by themselves: a mug is a third of the set.
    let mug_minor = total / 3;
    let came = back.returns[0].total_minor;
    assert!((came - mug_minor).abs() <= 1, "{came} of {total}");
    assert_eq!(back.returns[0].lines[0].component, Some(mug));
    assert_eq!((row(shop, mug).0, row(shop, cup).0), (19_000, 19_000));
    assert_eq!(
        (back.lines[0].returned_milli, back.lines[0].returnable_milli),
        (0, 0)
    );
    assert_eq!(
        (part(&back, mug), part(&back, cup)),
        ((1_000, 0), (1_000, 0))
    );

    is_refused_whole(shop, &back);

    // The rest comes over the counter, with something else taken for it.
    let swap = json!({ "back": [line(mug, 1_000), line(cup, 1_000)], "counter": true,
        "handed_over": true, "method": "cash",
        "lines": [{ "product": cup, "quantity_milli": 1_000 }] });
    let swapped: Order = shop.write("orders.swap", shop.change(&back, swap));
    let credits = swapped.returns.iter().map(|one| one.total_minor);
    assert_eq!(
        credits.sum::<i64>(),
        total,
        "all the pieces are what was paid"
    );
    assert_eq!(swapped.lines[0].total_minor, 0);
    assert_eq!(swapped.lines[0].returned_milli, 1_000);
    assert_eq!((row(shop, mug).0, row(shop, cup).0), (20_000, 19_000));
    all.verify();
}

#[test]
fn a_recipe_that_changes_changes_nothing_that_was_placed() {
    let all = set();
    let (shop, mug, cup) = (&all.shop, all.mug, all.cup);
    let order = shop.placed(&all.set, 2_000);
    let now: Product = shop.call("products.get", json!({ "id": all.set.row.id }));
    made_of(shop, &now, &[(cup, 5_000)]);
    let order: Order = shop.call("orders.get", json!({ "id": order.head.id }));
    let parts: Vec<_> = order.lines[0].components.iter().collect();
    assert_eq!(
        parts
            .iter()
            .map(|one| one.quantity_milli)
            .collect::<Vec<_>>(),
        [2_000, 1_000]
    );
    let more = json!({ "lines": [{ "line": 1, "quantity_milli": 3_000 }] });
    let order: Order = shop.write("orders.edit", shop.change(&order, more));
    shop.write::<Order>("orders.fulfil", shop.change(&order, json!({})));
    assert_eq!((row(shop, mug).0, row(shop, cup).0), (14_000, 17_000));
    let again: Order = shop.write("orders.duplicate", json!({ "order": order.head.id }));
    assert_eq!(again.lines[0].components[0].quantity_milli, 5_000);
    all.verify();
}

#[test]
fn a_bundle_is_not_made_of_bundles_and_a_component_becomes_none() {
    let all = set();
    let (shop, mug) = (&all.shop, all.mug);
    let made = json!({ "sku": "BOX", "title": "Box", "unit_price_micro": 1_000_000 });
    let made: Product = shop.write("products.create", made);
    let refused = |product: &Product, parts: &[(Uuid, i64)]| {
        let mut input = recipe(product, parts);
        input["request_id"] = json!(shop.request());
        shop.refused("products.bundle", input)
    };
    let at = Some("components.0.product".to_owned());
    let nested = refused(&made, &[(all.set.row.id, 1_000)]);
    assert_eq!(nested, ("bundle_nested".to_owned(), at.clone()));
    let part: Product = shop.call("products.get", json!({ "id": mug }));
    let found = refused(&part, &[(made.row.id, 1_000)]);
    assert_eq!(found.0, "bundle_is_component");
    let pieces = json!({ "id": made.row.id, "expected_version": made.row.version,
        "tracking": "serial" });
    let made: Product = shop.write("products.amend", pieces);
    let now: Product = shop.call("products.get", json!({ "id": all.set.row.id }));
    let serial = refused(&now, &[(made.row.id, 1_000)]);
    assert_eq!(serial, ("component_serial".to_owned(), at));
    let pieces = json!({ "id": mug, "expected_version": part.row.version, "tracking": "serial",
        "request_id": shop.request() });
    let refused = shop.refused("products.amend", pieces);
    assert_eq!(
        refused,
        ("component_serial".to_owned(), Some("tracking".into()))
    );
    assert_eq!(part.part_of.len(), 1);
}

#[test]
fn a_bundle_has_no_stock_of_its_own_to_correct_and_is_sold_whole() {
    let all = set();
    let (shop, id) = (&all.shop, all.set.row.id);
    let found = json!({ "product": id, "quantity_milli": 1_000, "reason": "found",
        "request_id": shop.request() });
    let refused = shop.refused("stock.adjust", found);
    assert_eq!(
        refused,
        ("product_is_bundle".to_owned(), Some("product".into()))
    );
    let half = json!({ "channel": "web", "request_id": shop.request(),
        "lines": [{ "product": id, "quantity_milli": 1_500 }] });
    let refused = shop.refused("orders.place", half);
    let field = Some("lines.0.quantity_milli".to_owned());
    assert_eq!(refused, ("bundle_whole".to_owned(), field.clone()));
    let order = shop.placed(&all.set, 2_000);
    let half = json!({ "lines": [{ "line": 1, "quantity_milli": 500 }],
        "request_id": shop.request() });
    let refused = shop.refused("orders.fulfil", shop.change(&order, half));
    assert_eq!(refused, ("bundle_whole".to_owned(), field));
}

#[test]
fn what_is_not_there_is_refused_where_the_book_says_so_and_warned_of_together() {
    let all = set();
    let (shop, id) = (&all.shop, all.set.row.id);
    let lines = json!([{ "product": all.mug, "quantity_milli": 5_000 },
        { "product": id, "quantity_milli": 8_000 }]);
    let draft = json!({ "channel": "web", "lines": lines });
    let draft: Order = shop.write("orders.draft", draft);
    let warned = draft.warnings.iter().find(|one| one.code == "stock_short");
    let warned = warned.and_then(|one| one.field.as_deref());
    assert_eq!(
        warned,
        Some("lines.1.quantity_milli"),
        "{:?}",
        draft.warnings
    );
    let settings = json!({ "expected_version": 1, "stock_policy": "block" });
    shop.write::<BookInfo>("book.amend", settings);
    let place = shop.change(&draft, json!({ "request_id": shop.request() }));
    assert_eq!(shop.refused("orders.place", place).0, "stock_short");
    let many = json!({ "channel": "counter", "method": "card", "request_id": shop.request(),
        "lines": [{ "product": id, "quantity_milli": 11_000 }] });
    assert_eq!(shop.refused("orders.sell", many).0, "stock_short");
    shop.sold(&all.set, 10_000);
    assert_eq!(row(shop, all.mug), (0, 0));
}

#[test]
fn a_bundle_costs_what_its_components_cost_and_only_whole_ones_are_set_aside() {
    let all = set();
    let shop = &all.shop;
    let sale = shop.sold(&all.set, 2_000);
    let costs: OrderCosts = shop.call("orders.costs", json!({ "id": sale.head.id }));
    let line = &costs.lines[0];
    // Two sets of two mugs at 2.00 and a cup at 3.00.
    assert_eq!((line.quantity_milli, line.cost_minor), (2_000, 1_400));
    let policy = json!({ "expected_version": 1, "allocation_policy": "available" });
    shop.write::<BookInfo>("book.amend", policy);
    let gone = json!({ "product": all.mug, "quantity_milli": -11_000, "reason": "broken" });
    shop.write::<Product>("stock.adjust", gone);
    let order = shop.placed(&all.set, 4_000);
    let line = &order.lines[0];
    assert_eq!((line.allocated_milli, line.waiting_milli), (2_000, 2_000));
    assert_eq!(row(shop, all.mug), (5_000, 1_000));
    all.verify();
}

#[test]
fn why_there_are_so_many_is_told_component_by_component() {
    let all = set();
    let shop = &all.shop;
    shop.placed(&all.set, 2_000);
    let explained: StockExplained = shop.call(
        "stock.explain",
        json!({ "product": all.set.row.id, "location": "main" }),
    );
    let enough: Vec<_> = explained
        .components
        .iter()
        .map(|one| (one.sku.as_str(), one.available_milli, one.enough_for_milli))
        .collect();
    assert_eq!(enough, [("MUG", 16_000, 8_000), ("CUP", 18_000, 18_000)]);
    assert_eq!(explained.available_milli, 8_000);
    let held: StockExplained = shop.call(
        "stock.explain",
        json!({ "product": all.mug, "location": "main" }),
    );
    assert_eq!(held.orders[0].allocated_milli, 4_000);
}

#[test]
fn lots_of_components_go_out_first_expired_first_and_come_back() {
    let all = set();
    let (shop, cup) = (&all.shop, all.cup);
    let now: Product = shop.call("products.get", json!({ "id": cup }));
    let lots = json!({ "id": cup, "expected_version": now.row.version, "tracking": "lot" });
    shop.write::<Product>("products.amend", lots);
    let found = json!({ "product": cup, "quantity_milli": 4_000, "reason": "found",
        "lots": [{ "lot": "L1", "quantity_milli": 1_000, "expires": "2026-12-24" },
            { "lot": "L2", "quantity_milli": 3_000, "expires": "2026-12-31" }] });
    shop.write::<Product>("stock.adjust", found);
    let sale = shop.sold(&all.set, 3_000);
    let sent: Vec<_> = sale.shipments[0].lots.iter().collect();
    let sent: Vec<_> = sent
        .iter()
        .map(|one| (one.lot.as_str(), one.quantity_milli))
        .collect();
    assert_eq!(sent, [("L1", 1_000), ("L2", 2_000)]);
    let back = json!({ "lines": [
        { "line": 1, "restocked_milli": 2_000, "scrapped_milli": 0 }] });
    shop.write::<Order>("orders.receive_return", shop.change(&sale, back));
    assert_eq!(row(shop, cup).0, 23_000);
    all.verify();
}

#[test]
fn whatever_moves_a_component_says_that_its_bundle_has_changed_and_the_other_way_round() {
    let all = set();
    let touched = |verb: &str, mut input: Value| {
        input["request_id"] = json!(all.shop.request());
        let written: Value = all.shop.call(verb, input);
        let touched: Vec<Touched> = serde_json::from_value(written["touched"].clone()).unwrap();
        let products = touched.iter().filter(|one| one.kind == RecordKind::Product);
        products.map(|one| one.id).collect::<Vec<_>>()
    };
    let sale = |product: Uuid| {
        json!({ "channel": "counter", "method": "cash",
            "lines": [{ "product": product, "quantity_milli": 1_000 }] })
    };
    let found = touched("orders.sell", sale(all.mug));
    assert!(found.contains(&all.mug) && found.contains(&all.set.row.id));
    let found = touched("orders.sell", sale(all.set.row.id));
    assert!(found.contains(&all.mug) && found.contains(&all.cup));
    let lost = json!({ "product": all.cup, "quantity_milli": -1_000, "reason": "lost" });
    assert!(touched("stock.adjust", lost).contains(&all.set.row.id));
}
