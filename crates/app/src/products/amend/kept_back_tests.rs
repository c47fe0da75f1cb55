//! What is kept back at places, as availability, explanations, suggestions and sales see it.
use book::dto::*;
use serde_json::{Value, json};

use crate::testing::Shop;

fn place(shop: &Shop, name: &str, parent: Option<&str>) -> String {
    let kind = if parent.is_some() { "shelf" } else { "shop" };
    let input = json!({ "name": name, "kind": kind, "parent": parent });
    let row: LocationRow = shop.write("locations.create", input);
    row.location
}

fn say(shop: &Shop, mug: &Product, mut said: Value) -> Product {
    let now: Product = shop.call("products.get", json!({ "id": mug.row.id }));
    said["id"] = json!(mug.row.id);
    said["expected_version"] = json!(now.row.version);
    shop.write("products.amend", said)
}

fn find(shop: &Shop, mug: &Product, location: &str, milli: i64) {
    let input = json!({
        "reason": "found", "location": location, "product": mug.row.id, "quantity_milli": milli
    });
    shop.write::<Value>("stock.adjust", input);
}

/// What is kept back and free at a place.
fn at(shop: &Shop, mug: &Product, location: &str) -> (i64, i64) {
    let asked = json!({ "product": mug.row.id, "location": location });
    let why: StockExplained = shop.call("stock.explain", asked);
    (why.safety_milli, why.available_milli)
}

#[test]
fn a_place_keeps_back_what_it_says_and_others_what_the_product_says() {
    let shop = Shop::open();
    let mug = shop.product("MUG", 1_000_000);
    let market = place(&shop, "Market", None);
    let shelf = place(&shop, "Shelf", Some(&market));
    find(&shop, &mug, &market, 4_000);
    find(&shop, &mug, &shelf, 6_000);
    let said = json!([{ "location": market, "quantity_milli": 3_000 }]);
    let kept = say(
        &shop,
        &mug,
        json!({ "safety_milli": 2_000, "safety_at": said }),
    );
    assert_eq!(at(&shop, &mug, "main"), (2_000, 18_000));
    assert_eq!(at(&shop, &mug, &market), (3_000, 7_000));
    assert_eq!(at(&shop, &mug, &shelf), (3_000, 3_000));
    // Over all places it is the larger of what the product and what the places say.
    assert_eq!(
        (kept.kept_back_milli, kept.row.available_milli),
        (3_000, 27_000)
    );
    let own = kept
        .stock
        .iter()
        .map(|level| (level.safety_milli, level.available_milli));
    let own: Vec<_> = own.collect();
    assert_eq!(own, [(None, 20_000), (Some(3_000), 1_000), (None, 6_000)]);

    let both = json!([
        { "location": market, "quantity_milli": 3_000 },
        { "location": "main", "quantity_milli": 5_000 },
    ]);
    let kept = say(&shop, &mug, json!({ "safety_at": both }));
    assert_eq!(
        (kept.kept_back_milli, kept.row.available_milli),
        (8_000, 22_000)
    );
    let kept = say(&shop, &mug, json!({ "safety_at": [] }));
    assert_eq!((kept.safety_at, kept.kept_back_milli), (Vec::new(), 2_000));
    assert_eq!(at(&shop, &mug, &market), (2_000, 8_000));
    let verified = shop.job("book.verify", json!({})).output.unwrap();
    assert_eq!(verified["ok"], true, "{verified}");
}

#[test]
fn a_sale_from_a_place_leaves_what_that_place_keeps_back() {
    let shop = Shop::open();
    let mug = shop.product("MUG", 1_000_000);
    let policy = json!({ "expected_version": 1, "stock_policy": "block" });
    shop.write::<BookInfo>("book.amend", policy);
    let market = place(&shop, "Market", None);
    find(&shop, &mug, &market, 4_000);
    let said = json!([{ "location": market, "quantity_milli": 3_000 }]);
    say(&shop, &mug, json!({ "safety_at": said }));
    let order = |milli: i64| {
        json!({
            "channel": "counter", "location": market, "request_id": shop.request(),
            "lines": [{ "product": mug.row.id, "quantity_milli": milli }]
        })
    };
    assert_eq!(shop.refused("orders.place", order(2_000)).0, "stock_short");
    shop.write::<Value>("orders.place", order(1_000));
    assert_eq!(at(&shop, &mug, &market), (3_000, 0));
}

#[test]
fn what_places_keep_back_is_ordered_together() {
    let shop = Shop::open();
    let mug = shop.product("MUG", 1_000_000);
    let market = place(&shop, "Market", None);
    let said = json!([
        { "location": market, "quantity_milli": 13_000 },
        { "location": "main", "quantity_milli": 9_000 },
    ]);
    say(&shop, &mug, json!({ "safety_at": said }));
    let found: Suggestions = shop.call("purchases.suggestions", json!({}));
    let line = &found.lines[0];
    assert_eq!((line.kept_back_milli, line.safety_milli), (22_000, 22_000));
    assert_eq!(line.suggested_milli, 2_000);
}

#[test]
fn goods_are_kept_back_at_places_that_are_known_and_lie_in_no_other() {
    let shop = Shop::open();
    let mug = shop.product("MUG", 1_000_000);
    let shelf = place(&shop, "Shelf", Some("main"));
    let refused = |said: Value| {
        let input = json!({
            "id": mug.row.id, "expected_version": mug.row.version, "safety_at": said,
            "request_id": shop.request()
        });
        shop.refused("products.amend", input)
    };
    let at = |field: &str| Some(format!("safety_at.{field}"));
    let one = |place: &str, milli: i64| json!({ "location": place, "quantity_milli": milli });
    assert_eq!(
        refused(json!([one("main", 1_000), one(&shelf, 1_000)])),
        ("location_lies_in_other".into(), at("1.location"))
    );
    assert_eq!(
        refused(json!([one("customer", 1_000)])),
        ("location_unknown".into(), at("0.location"))
    );
    assert_eq!(
        refused(json!([one("main", 1_000), one("main", 2_000)])),
        ("claimed_twice".into(), at("1.location"))
    );
    assert_eq!(
        refused(json!([one("main", -1)])),
        ("out_of_range".into(), at("0.quantity_milli"))
    );
}

#[test]
fn what_two_devices_say_of_different_places_holds_both() {
    let (shop, office) = (Shop::open(), Shop::elsewhere());
    let mug = shop.product("MUG", 1_000_000);
    let market = place(&shop, "Market", None);
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path().to_str().unwrap();
    let sync = |shop: &Shop| shop.job("sync.run", json!({ "place": folder }));
    sync(&shop);
    let path = office.path("office.counterbook");
    let join = json!({ "path": path, "place": folder, "name": "Office" });
    office.job("sync.join", join);
    for (device, place) in [(&shop, "main"), (&office, market.as_str())] {
        let said = json!([{ "location": place, "quantity_milli": 2_000 }]);
        say(device, &mug, json!({ "safety_at": said }));
    }
    for device in [&shop, &office, &shop] {
        sync(device);
    }
    for device in [&shop, &office] {
        let now: Product = device.call("products.get", json!({ "id": mug.row.id }));
        assert_eq!((now.safety_at.len(), now.kept_back_milli), (2, 4_000));
    }
}
