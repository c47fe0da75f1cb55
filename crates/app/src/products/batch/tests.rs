//! The same changed of many products.
use super::ProductBatchReport;
use crate::testing::Shop;
use book::dto::*;
use serde_json::{Value, json};

fn batch(shop: &Shop, mut body: Value) -> ProductBatchReport {
    if body["request_id"].is_null() {
        body["request_id"] = json!(shop.request());
    }
    let ended = shop.job("products.batch", body);
    assert_eq!(ended.error, None);
    serde_json::from_value(ended.output.expect("an output")).expect("a report")
}

fn raise(products: &[&Product]) -> Value {
    let ids: Vec<_> = products.iter().map(|one| one.row.id).collect();
    let nines = json!({ "by_ppm": 100_000, "step_micro": 1_000_000, "less_micro": 10_000 });
    json!({ "change": { "price": nines }, "products": ids })
}

fn price(shop: &Shop, of: &Product) -> i64 {
    let now: Product = shop.call("products.get", json!({ "id": of.row.id }));
    now.row.unit_price_micro
}

fn undo(of: &ProductBatchReport) -> Value {
    let rows = of.products.iter().filter_map(|one| {
        let fields = one.before.as_ref()?;
        Some(json!({ "product": one.product, "expected_version": one.version, "fields": fields }))
    });
    json!({ "change": { "restore": { "rows": rows.collect::<Vec<_>>() } } })
}

#[test]
fn prices_are_tried_changed_once_and_taken_back() {
    let shop = Shop::open();
    let (mug, cup) = (
        shop.product("MUG", 10_000_000),
        shop.product("CUP", 4_500_000),
    );
    let mut tried = raise(&[&mug, &cup, &mug]);
    tried["dry_run"] = json!(true);
    let tried = batch(&shop, tried);
    assert_eq!(
        (tried.done, tried.products.len(), price(&shop, &mug)),
        (2, 2, 10_000_000)
    );
    let after = tried.products[0]
        .after
        .as_ref()
        .map(|fields| fields.unit_price_micro);
    assert_eq!(after, Some(10_990_000));
    let mut asked = raise(&[&mug, &cup]);
    asked["request_id"] = json!(shop.request());
    let done = batch(&shop, asked.clone());
    assert_eq!(
        (price(&shop, &mug), price(&shop, &cup)),
        (10_990_000, 4_990_000)
    );
    let again = batch(&shop, asked);
    assert_eq!((again.done, price(&shop, &mug)), (2, 10_990_000));
    let back = batch(&shop, undo(&done));
    assert_eq!(
        (back.done, price(&shop, &mug), price(&shop, &cup)),
        (2, 10_000_000, 4_500_000)
    );
}

#[test]
fn what_was_changed_since_is_not_taken_back() {
    let shop = Shop::open();
    let (mug, cup) = (
        shop.product("MUG", 10_000_000),
        shop.product("CUP", 4_500_000),
    );
    let done = batch(&shop, raise(&[&mug, &cup]));
    let version = done.products[0].version;
    let patch = json!({ "id": mug.row.id, "expected_version": version, "unit_price_micro": 1 });
    shop.write::<Product>("products.amend", patch);
    let back = batch(&shop, undo(&done));
    assert_eq!((back.done, back.refused), (1, 1));
    assert_eq!(
        back.products[0].outcome,
        crate::batch::BatchOutcome::Refused
    );
    let code = back.products[0]
        .error
        .as_ref()
        .map(|error| error.code.clone());
    assert_eq!(code.as_deref(), Some("version_conflict"));
    assert_eq!((price(&shop, &mug), price(&shop, &cup)), (1, 4_500_000));
}

#[test]
fn a_product_that_refuses_keeps_no_other_from_its_turn() {
    let shop = Shop::open();
    let (mug, cup) = (
        shop.product("MUG", 10_000_000),
        shop.product("CUP", 4_500_000),
    );
    let change = json!({ "price": { "by_micro": -5_000_000 } });
    let ids = json!([cup.row.id, mug.row.id]);
    let done = batch(&shop, json!({ "change": change, "products": ids }));
    assert_eq!((done.done, done.refused), (1, 1));
    assert_eq!(
        (price(&shop, &mug), price(&shop, &cup)),
        (5_000_000, 4_500_000)
    );
    let text = json!({ "category": { "text": " Kitchen " } });
    let listed = batch(&shop, json!({ "change": text, "list": { "text": "mug" } }));
    assert_eq!((listed.done, listed.products[0].sku.as_str()), (1, "MUG"));
    let again = batch(&shop, json!({ "change": text, "list": { "text": "mug" } }));
    assert_eq!((again.done, again.unchanged), (0, 1));
}

#[test]
fn a_change_that_says_nothing_is_refused_at_its_field() {
    let shop = Shop::open();
    let body = json!({ "change": { "price": {} }, "products": [], "request_id": shop.request() });
    let refused = shop.refused("products.batch", body);
    assert_eq!(
        refused,
        ("required".into(), Some("change.price.to_micro".into()))
    );
}
