//! The verbs that look for documents about goods: adjustments, transfers, counts and purchases are
//! found by their own words, by the places and suppliers that they name, and by the goods in them.
use book::dto::*;
use serde_json::{Value, json};

use crate::testing::Shop;

const BARCODE: &str = "4006381333931";

/// A shop with two of each: one about mugs, one about something else.
fn shop() -> Shop {
    let shop = Shop::open();
    let mug = json!({
        "sku": "MUG", "title": "Blue enamel mug", "unit_price_micro": 1_000_000,
        "barcodes": [BARCODE]
    });
    let mug: Product = shop.write("products.create", mug);
    let cup = shop.product("CUP", 1_000_000);
    let market: LocationRow = shop.write("locations.create", json!({ "name": "Market hall" }));
    let stall: LocationRow = shop.write("locations.create", json!({ "name": "Stall" }));
    let [potter, glazier] = ["Potter & Sons", "Glazier"]
        .map(|name| -> Supplier { shop.write("suppliers.create", json!({ "name": name })) });
    let both = [
        (&mug, &market, &potter, "Leaking crate"),
        (&cup, &stall, &glazier, "Other"),
    ];
    for (goods, place, supplier, words) in both {
        adjust(&shop, goods, "main", "Opening");
        adjust(&shop, goods, &place.location, words);
        let lines = json!([{ "product": goods.row.id, "quantity_milli": 1_000 }]);
        let transfer = json!({
            "from": "main", "to": place.location, "title": words, "lines": lines, "sent": false
        });
        shop.write::<Value>("transfers.create", transfer);
        count(&shop, goods, place, words);
        let draft = json!({ "supplier": supplier.row.id, "note": words, "lines": lines });
        shop.write::<Value>("purchases.draft", draft);
    }
    shop
}

fn adjust(shop: &Shop, goods: &Product, place: &str, reason: &str) {
    let input = json!({
        "product": goods.row.id, "location": place, "quantity_milli": 5_000, "reason": reason
    });
    shop.write::<Value>("stock.adjust", input);
}

fn count(shop: &Shop, goods: &Product, place: &LocationRow, title: &str) {
    let input = json!({
        "location": place.location, "scope": "products", "products": [goods.row.id],
        "title": title
    });
    let opened: Count = shop.write("counts.open", input);
    let line = json!([{ "product": goods.row.id, "quantity_milli": 5_000 }]);
    let found = json!({ "id": opened.row.id, "counter": "A", "lines": line });
    shop.write::<Count>("counts.count", found);
}

fn found(shop: &Shop, verb: &str, text: &str) -> i64 {
    let asked = json!({ "text": text, "offset": 0, "limit": 50 });
    let page: Value = shop.call(verb, asked);
    let rows = page["rows"].as_array().map_or(0, Vec::len);
    assert_eq!(page["total"], json!(rows), "{verb}: {text}");
    rows as i64
}

/// How many of a kind each text finds.
fn finds(verb: &str, all: i64, texts: &[(&str, i64)]) {
    let shop = shop();
    for text in ["", "  "] {
        assert_eq!(found(&shop, verb, text), all, "{verb}: everything");
    }
    for (text, hits) in texts {
        assert_eq!(found(&shop, verb, text), *hits, "{verb}: {text}");
    }
    assert_eq!(
        found(&shop, verb, "100%"),
        0,
        "{verb}: a sign is no pattern"
    );
    assert_eq!(found(&shop, verb, "nowhere"), 0, "{verb}");
}

#[test]
fn adjustments_are_found_by_reason_place_and_goods() {
    let texts = [
        ("leaking", 1),
        ("LEAKING CR", 1),
        ("market", 1),
        ("MUG", 2),
        ("enam", 2),
        (BARCODE, 2),
        ("opening", 2),
    ];
    finds("stock.adjustments", 5, &texts);
}

#[test]
fn transfers_are_found_by_number_title_place_and_goods() {
    let texts = [
        ("T-A-000001", 1),
        ("leaking", 1),
        ("market", 1),
        ("enam", 1),
        (BARCODE, 1),
    ];
    finds("transfers.list", 2, &texts);
}

#[test]
fn counts_are_found_by_title_place_and_goods() {
    let texts = [("leaking", 1), ("market", 1), ("enam", 1), (BARCODE, 1)];
    finds("counts.list", 2, &texts);
}

#[test]
fn purchases_are_found_by_supplier_note_and_goods() {
    let texts = [("potter", 1), ("leaking", 1), ("enam", 1), (BARCODE, 1)];
    finds("purchases.list", 2, &texts);
}
