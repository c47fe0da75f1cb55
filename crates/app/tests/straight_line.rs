//! The straight line of a field: whatever a verb takes, its record gives back, spelt the same. Made
//! from the command table: a field that is added without a value here fails, and so does a field
//! that gets lost on its way.
#![allow(clippy::unwrap_used, reason = "a test fails where it panics")]

use std::collections::BTreeMap;

use app::{App, AppOptions, verb};
use serde_json::{Map, Value, json};
use uuid::Uuid;

/// A value for every field that a form can set.
fn values() -> BTreeMap<&'static str, Value> {
    BTreeMap::from([
        ("address", json!("1 High Street\nYork")),
        ("archived", json!(true)),
        ("barcodes", json!(["4006381333931", "96385074"])),
        (
            "carriers",
            json!([
                { "name": "Van", "url": "" },
                { "name": "Post", "url": "https://post.example/{tracking}" }
            ]),
        ),
        ("cash_rounding_minor", json!(5)),
        ("category", json!("Kitchen")),
        ("city", json!("York")),
        ("code", json!("K-7")),
        ("company", json!(true)),
        ("cost_micro", json!(1_250_000)),
        ("country", json!("IE")),
        ("cutoff_hour", json!(4)),
        ("email", json!("zoe@example.org")),
        ("lock_after_min", json!(5)),
        ("loyalty_card", json!("9000000017")),
        ("name", json!("Zoë Brontë")),
        ("note", json!("Fragile.\nKeep dry.")),
        ("phone", json!("+353 1 555 0100")),
        ("postal_code", json!("YO1 7EP")),
        ("prices_include_tax", json!(false)),
        (
            "receipt_text",
            json!("Goods may be returned within 14 days.\nThank you!"),
        ),
        ("reorder_point_milli", json!(12_000)),
        ("reorder_to_milli", json!(48_500)),
        ("service", json!(false)),
        ("sku", json!("a-1B")),
        ("stock_policy", json!("block")),
        ("tags", json!(["newsletter", "trade"])),
        ("tax", json!("reduced")),
        ("tax_number", json!("IE1234567T")),
        ("tax_rounding", json!("per_line")),
        (
            "taxes",
            json!([
                {
                    "code": "standard", "name": "VAT 23 %", "rate_ppm": 230_000,
                    "category": "standard"
                },
                {
                    "code": "reduced", "name": "VAT 13.5 %", "rate_ppm": 135_000,
                    "category": "reduced"
                }
            ]),
        ),
        ("till_required", json!(true)),
        ("title", json!("Café au lait bowl")),
        ("unit", json!("pair")),
        ("unit_price_micro", json!(3_999_999)),
    ])
}

/// What the business says of itself on paper, and of its stock.
fn papers() -> BTreeMap<&'static str, Value> {
    BTreeMap::from([
        ("adjustment_reasons", json!(["Broken", "Own use"])),
        ("safety_milli", json!(2_500)),
        (
            "safety_at",
            json!([{ "location": "main", "quantity_milli": 3_500 }]),
        ),
        (
            "packs",
            json!([{ "name": "Box", "quantity_milli": 6_000, "barcode": "14006381333938" }]),
        ),
        ("bank_account", json!("IE29 AIBK 9311 5212 3456 78")),
        ("contact_name", json!("Ann Lee")),
        ("status_shows", json!(["reference", "amounts"])),
    ])
}

/// What is agreed with a customer, and what other currencies are worth.
fn terms() -> BTreeMap<&'static str, Value> {
    let exemption = json!({ "reason": "Diplomatic mission", "until": "2027-12-31" });
    BTreeMap::from([
        ("credit_limit_minor", json!(150_000)),
        ("credit_policy", json!("block")),
        ("valuation", json!("average")),
        (
            "exchange_rates",
            json!([{
                "currency": "USD", "rate": "0.7925", "from": "2026-11-01", "source": "Bank"
            }]),
        ),
        ("payment_days", json!(30)),
        (
            "purchasing",
            json!({ "window_days": 60, "review_days": 14, "safety_days": 3 }),
        ),
        ("tax_certificate", json!("RES-4711")),
        ("tax_exemption", exemption),
    ])
}

/// What is agreed with a supplier beside that, and what goods weigh.
fn trade() -> BTreeMap<&'static str, Value> {
    BTreeMap::from([
        ("account", json!("4711")),
        ("contact", json!("Ada Lee")),
        ("lead_time_days", json!(9)),
        ("minimum_minor", json!(25_000)),
        ("weight_g", json!(420)),
        ("tracking", json!("lot")),
        ("expired_policy", json!("block")),
        ("allocation_policy", json!("by_hand")),
    ])
}

/// The counter's own settings.
fn counter() -> BTreeMap<&'static str, Value> {
    let pattern = json!({
        "prefix": "02", "item_digits": 5, "value": "price", "decimals": 0, "value_check": true
    });
    let tile = json!({
        "place": 23, "product": "00000000-0000-4000-8000-000000000007", "label": "Brötchen",
        "tone": "warn"
    });
    let loyalty = json!({
        "enabled": true, "points_per_unit_milli": 1_500, "point_worth_micro": 5_000,
        "least_points": 100, "expires_days": 365, "earns_nothing": ["bank"]
    });
    BTreeMap::from([
        ("code_patterns", json!([pattern])),
        ("loyalty", loyalty),
        (
            "tile_pages",
            json!([{ "name": "Morning", "tiles": [tile] }]),
        ),
    ])
}

/// The address of a customer has parts; the book's is one text.
fn value_of(verb: &str, field: &str) -> Value {
    if verb.starts_with("customers.") && field == "address" {
        return json!({
            "street": "1 High Street", "postal_code": "YO1 1AA", "city": "York",
            "region": "North Yorkshire", "country": "IE"
        });
    }
    if field == "custom" {
        let key = if verb.starts_with("products.") {
            "fabric"
        } else {
            "nickname"
        };
        return json!({ key: { "text": "Café" } });
    }
    let known = [values(), terms(), papers(), counter(), trade()];
    let mut found = known.iter().filter_map(|values| values.get(field));
    found
        .next()
        .unwrap_or_else(|| panic!("{verb} takes {field}: give it a value"))
        .clone()
}

/// The fields of a verb's input beside those that every write carries.
fn fields(name: &str) -> Vec<String> {
    let schema = verb(name).expect(name).input_schema();
    let properties = schema.get("properties").and_then(Value::as_object).cloned();
    // A price list is another record: what names one is tested where lists are. Custom fields come
    // back with keys that the book gave them, and are tested where they are defined.
    let common = [
        "id",
        "expected_version",
        "request_id",
        "dry_run",
        "price_list",
        "custom_fields",
    ];
    let names = properties
        .unwrap_or_default()
        .into_iter()
        .map(|(field, _)| field);
    names
        .filter(|field| !common.contains(&field.as_str()))
        .collect()
}

fn input(name: &str) -> Map<String, Value> {
    fields(name)
        .into_iter()
        .map(|field| (field.clone(), value_of(name, &field)))
        .collect()
}

fn written(app: &App, name: &str, mut input: Map<String, Value>) -> Value {
    input.insert("request_id".into(), json!(Uuid::now_v7()));
    let written = app
        .call(name, Value::Object(input))
        .unwrap_or_else(|e| panic!("{name}: {e}"));
    written["output"].clone()
}

fn same(name: &str, asked: &Map<String, Value>, given: &Value) {
    for (field, value) in asked {
        assert_eq!(&given[field], value, "{name}: {field}");
    }
}

fn shop(folder: &tempfile::TempDir) -> App {
    let app = App::new(AppOptions::scripted());
    let path = folder.path().join("shop.counterbook").display().to_string();
    let new = json!({ "path": path, "name": "Shop", "currency": "GBP", "country": "GB" });
    app.call("book.create", new).unwrap();
    app
}

/// A shop with a field of its own for products and another one for customers.
fn shop_with_fields(folder: &tempfile::TempDir) -> App {
    let app = shop(folder);
    let fields = json!([
        { "subject": "product", "title": "Fabric", "kind": "text" },
        { "subject": "customer", "title": "Nickname", "kind": "text" },
    ]);
    let change = json!({ "expected_version": 1, "custom_fields": fields });
    written(&app, "book.amend", change.as_object().unwrap().clone());
    app
}

#[test]
fn every_field_of_a_new_record_comes_back() {
    let folder = tempfile::tempdir().unwrap();
    let app = shop_with_fields(&folder);
    for noun in ["products", "customers", "suppliers"] {
        let create = format!("{noun}.create");
        let asked = input(&create);
        let made = written(&app, &create, asked.clone());
        same(&create, &asked, &made);
        let got = app
            .call(&format!("{noun}.get"), json!({ "id": made["id"] }))
            .unwrap();
        same(&create, &asked, &got);
    }
}

#[test]
fn every_field_of_a_changed_record_comes_back_and_a_null_clears_it() {
    let folder = tempfile::tempdir().unwrap();
    let app = shop_with_fields(&folder);
    let bare = [
        (
            "products",
            json!({ "sku": "X", "title": "X", "unit_price_micro": 1 }),
        ),
        ("customers", json!({ "name": "X" })),
        ("suppliers", json!({ "name": "X" })),
    ];
    for (noun, first) in bare {
        let first = first.as_object().unwrap().clone();
        let made = written(&app, &format!("{noun}.create"), first);
        let amend = format!("{noun}.amend");
        let asked = input(&amend);
        let mut change = asked.clone();
        change.insert("id".into(), made["id"].clone());
        change.insert("expected_version".into(), made["version"].clone());
        let changed = written(&app, &amend, change.clone());
        same(&amend, &asked, &changed);
        clear(&app, noun, &changed);
    }
}

/// Whatever can be null in the answer is null after it was cleared.
fn clear(app: &App, noun: &str, now: &Value) {
    let amend = format!("{noun}.amend");
    let optional = match noun {
        "products" => vec![
            "category",
            "cost_micro",
            "tax",
            "note",
            "reorder_point_milli",
            "reorder_to_milli",
            "safety_milli",
            "weight_g",
        ],
        "suppliers" => vec![
            "account",
            "address",
            "code",
            "contact",
            "email",
            "lead_time_days",
            "minimum_minor",
            "note",
            "payment_days",
            "phone",
        ],
        _ => vec![
            "code",
            "email",
            "phone",
            "country",
            "note",
            "loyalty_card",
            "tax_number",
            "payment_days",
            "credit_limit_minor",
            "tax_exemption",
            "tax_certificate",
            "address",
        ],
    };
    let mut change: Map<String, Value> = optional
        .iter()
        .map(|field| ((*field).to_owned(), Value::Null))
        .collect();
    change.insert("id".into(), now["id"].clone());
    change.insert("expected_version".into(), now["version"].clone());
    let cleared = written(app, &amend, change);
    for field in optional {
        assert_eq!(cleared[field], Value::Null, "{noun}: {field}");
    }
}

#[test]
fn every_setting_of_the_book_comes_back() {
    let folder = tempfile::tempdir().unwrap();
    let app = shop(&folder);
    let asked = input("book.amend");
    let mut change = asked.clone();
    change.insert("expected_version".into(), json!(1));
    same("book.amend", &asked, &written(&app, "book.amend", change));
    same(
        "book.amend",
        &asked,
        &app.call("book.info", Value::Null).unwrap(),
    );
}
