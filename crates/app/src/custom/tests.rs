//! Custom fields of products and customers, from their definition to lists, searches and erasure.
use book::dto::*;
use serde_json::{Value, json};

use crate::testing::Shop;

fn shop() -> Shop {
    let shop = Shop::open();
    let fields = json!([
        { "subject": "product", "title": "Colour", "kind": "choice", "options": ["red", "blue"] },
        { "subject": "product", "title": "Height", "kind": "number", "decimals": 1 },
        { "subject": "product", "title": "Story", "kind": "text" },
        { "subject": "product", "title": "Maker", "kind": "link" },
        { "subject": "product", "title": "Fragile", "kind": "yes_no" },
        { "subject": "product", "title": "Since", "kind": "date" },
        { "subject": "customer", "title": "Nickname", "kind": "text" },
    ]);
    let said = json!({ "expected_version": 1, "custom_fields": fields });
    shop.write::<BookInfo>("book.amend", said);
    shop
}

fn filled(shop: &Shop, of: &Product, custom: Value) -> Product {
    let change = json!({
        "id": of.row.id, "expected_version": of.row.version, "custom": custom
    });
    shop.write("products.amend", change)
}

fn listed(shop: &Shop, question: Value) -> Vec<String> {
    let mut question = question;
    question["offset"] = json!(0);
    question["limit"] = json!(10);
    let page: Page<ProductRow> = shop.call("products.list", question);
    page.rows.into_iter().map(|row| row.sku).collect()
}

#[test]
fn each_field_is_filled_in_emptied_and_kept_by_itself() {
    let shop = shop();
    let everything = json!({
        "colour": { "choice": "red" }, "height": { "number_micro": 9_500_000 },
        "story": { "text": " Thrown by hand " }, "maker": { "link": "https://maker.test/mug" },
        "fragile": { "yes_no": true }, "since": { "day": "2026-01-31" }
    });
    let input = json!({
        "sku": "MUG", "title": "Mug", "unit_price_micro": 1_000_000, "custom": everything
    });
    let made: Product = shop.write("products.create", input);
    let mut expected = everything;
    expected["story"] = json!({ "text": "Thrown by hand" });
    assert_eq!(json!(made.row.custom), expected);
    let changed = filled(
        &shop,
        &made,
        json!({ "colour": { "choice": "blue" }, "story": null, "maker": { "link": "" } }),
    );
    expected["colour"] = json!({ "choice": "blue" });
    for gone in ["story", "maker"] {
        expected.as_object_mut().unwrap().shift_remove(gone);
    }
    assert_eq!(json!(changed.row.custom), expected);
    let told = changed.timeline[0].summary["fields"].clone();
    assert_eq!(
        told,
        json!(["upon", "custom.colour", "custom.maker", "custom.story"])
    );
    let verified = shop.job("book.verify", json!({})).output.unwrap();
    assert_eq!(verified["ok"], true, "{verified}");
}

#[test]
fn what_does_not_fit_is_refused_at_its_field() {
    let shop = shop();
    let mug = shop.product("MUG", 1_000_000);
    for (key, value, code) in [
        ("size", json!({ "text": "L" }), "custom_field_unknown"),
        ("nickname", json!({ "text": "L" }), "custom_field_unknown"),
        ("colour", json!({ "text": "red" }), "custom_kind"),
        (
            "colour",
            json!({ "choice": "green" }),
            "custom_option_unknown",
        ),
        (
            "height",
            json!({ "number_micro": 9_550_000 }),
            "custom_decimals",
        ),
        ("story", json!({ "text": "x".repeat(2_001) }), "too_long"),
        ("maker", json!({ "link": "javascript:x" }), "custom_link"),
        ("since", json!({ "day": "2026-02-30" }), "day_malformed"),
        ("since", json!("2026-02-28"), "malformed"),
    ] {
        let said = json!({
            "id": mug.row.id, "expected_version": mug.row.version, "custom": { key: value },
            "request_id": shop.request()
        });
        let refused = shop.refused("products.amend", said);
        assert_eq!(refused, (code.to_owned(), Some(format!("custom.{key}"))));
    }
}

#[test]
fn products_are_found_by_what_is_filled_in() {
    let shop = shop();
    let (mug, cup) = (
        shop.product("MUG", 1_000_000),
        shop.product("CUP", 1_000_000),
    );
    let said = json!({ "story": { "text": "Émaillé by Zoë" }, "colour": { "choice": "red" } });
    let mug = filled(&shop, &mug, said);
    filled(&shop, &cup, json!({ "fragile": { "yes_no": true } }));
    assert_eq!(listed(&shop, json!({ "text": "email zoe" })), ["MUG"]);
    assert_eq!(listed(&shop, json!({ "text": "red" })), ["MUG"]);
    let held = |filter: Value| listed(&shop, json!({ "filter": { "custom": filter } }));
    let both = [json!({ "choice": "red" }), json!({ "choice": "blue" })];
    assert_eq!(held(json!([{ "key": "colour", "values": both }])), ["MUG"]);
    let fragile = json!({ "key": "fragile", "values": [{ "yes_no": true }] });
    assert_eq!(held(json!([fragile])), ["CUP"]);
    let red = json!({ "key": "colour", "values": [{ "choice": "red" }] });
    assert!(held(json!([fragile, red])).is_empty());
    shop.job("book.rebuild", json!({}));
    assert_eq!(listed(&shop, json!({ "text": "zoe" })), ["MUG"]);
    filled(&shop, &mug, json!({ "story": null }));
    assert!(listed(&shop, json!({ "text": "zoe" })).is_empty());
}

#[test]
fn what_is_known_of_a_customer_is_found_and_goes_with_the_customer() {
    let shop = shop();
    let input = json!({ "name": "Ada", "custom": { "nickname": { "text": "Countess" } } });
    let ada: Customer = shop.write("customers.create", input);
    assert_eq!(
        json!(ada.row.custom),
        json!({ "nickname": { "text": "Countess" } })
    );
    let found = || {
        let asked = json!({ "text": "countess", "offset": 0, "limit": 5 });
        let page: Page<CustomerRow> = shop.call("customers.list", asked);
        page.rows.len()
    };
    assert_eq!(found(), 1);
    let erase = json!({ "id": ada.row.id, "expected_version": ada.row.version });
    let erased: Customer = shop.write("customers.erase", erase);
    assert!(erased.row.custom.is_empty());
    assert_eq!(found(), 0);
    let path = shop.path("copy.counterbook");
    shop.job("book.backup", json!({ "path": path }));
    let bytes = std::fs::read(path).unwrap();
    assert!(!bytes.windows(8).any(|part| part == b"Countess"));
    let again = json!({
        "id": ada.row.id, "expected_version": erased.row.version,
        "custom": { "nickname": { "text": "Countess" } }, "request_id": shop.request()
    });
    assert_eq!(shop.refused("customers.amend", again).0, "customer_erased");
    let verified = shop.job("book.verify", json!({})).output.unwrap();
    assert_eq!(verified["ok"], true, "{verified}");
}

#[test]
fn a_field_of_many_products_is_filled_in_at_once_and_goes_back() {
    let shop = shop();
    let (mug, cup) = (
        shop.product("MUG", 1_000_000),
        shop.product("CUP", 1_000_000),
    );
    let mug = filled(&shop, &mug, json!({ "colour": { "choice": "red" } }));
    let ids = json!([mug.row.id, cup.row.id]);
    let batch = |change: Value, products: &Value| -> Value {
        let body = json!({
            "change": change, "products": products, "request_id": shop.request()
        });
        shop.job("products.batch", body).output.unwrap()
    };
    let blue = json!({ "custom": { "key": "colour", "value": { "choice": "blue" } } });
    let done = batch(blue, &ids);
    assert_eq!(done["done"], 2, "{done}");
    let colours = || -> Vec<Value> {
        let now = ids.as_array().unwrap().iter();
        let now = now.map(|id| shop.call::<Value>("products.get", json!({ "id": id })));
        now.map(|product| product["custom"]["colour"]["choice"].clone())
            .collect()
    };
    assert_eq!(colours(), ["blue", "blue"]);
    let rows = done["products"].as_array().unwrap().iter().map(|one| {
        json!({
            "product": one["product"], "expected_version": one["version"],
            "fields": one["before"]
        })
    });
    let rows: Vec<Value> = rows.collect();
    let back = batch(json!({ "restore": { "rows": rows } }), &Value::Null);
    assert_eq!(back["done"], 2, "{back}");
    assert_eq!(colours(), [json!("red"), Value::Null]);
    let wrong = json!({
        "change": { "custom": { "key": "colour", "value": { "choice": "green" } } },
        "products": ids, "request_id": shop.request()
    });
    assert_eq!(
        shop.refused("products.batch", wrong),
        (
            "custom_option_unknown".into(),
            Some("change.custom.value".into())
        )
    );
}

#[test]
fn a_field_out_of_use_keeps_what_is_in_it_and_takes_nothing_new() {
    let shop = shop();
    let mug = shop.product("MUG", 1_000_000);
    let mug = filled(&shop, &mug, json!({ "story": { "text": "Old" } }));
    let gone = json!({
        "expected_version": 2,
        "custom_fields": [{ "subject": "product", "key": "story", "archived": true }]
    });
    shop.write::<BookInfo>("book.amend", gone);
    let now: Product = shop.call("products.get", json!({ "id": mug.row.id }));
    assert_eq!(json!(now.row.custom["story"]), json!({ "text": "Old" }));
    let said = json!({
        "id": mug.row.id, "expected_version": now.row.version,
        "custom": { "story": { "text": "New" } }, "request_id": shop.request()
    });
    let refused = shop.refused("products.amend", said);
    assert_eq!(refused.0, "custom_field_archived");
    let emptied = filled(&shop, &now, json!({ "story": null }));
    assert!(emptied.row.custom.is_empty());
}
