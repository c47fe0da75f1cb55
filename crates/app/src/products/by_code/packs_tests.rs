//! The codes of packs: wherever they are scanned they mean all that the pack holds.
use book::dto::*;
use serde_json::{Value, json};

use super::ProductOfCode;
use crate::testing::Shop;

const BOX: &str = "14006381333938";

fn boxed(shop: &Shop, packs: Value) -> Product {
    let input = json!({
        "sku": "PEN", "title": "Pen", "unit_price_micro": 1_000_000,
        "barcodes": ["4006381333931"], "packs": packs
    });
    shop.write("products.create", input)
}

fn packs() -> Value {
    json!([
        { "name": "Box", "quantity_milli": 12_000, "barcode": BOX },
        { "name": "Pallet", "quantity_milli": 960_000 },
    ])
}

fn meant(shop: &Shop, code: &str) -> (String, Option<i64>) {
    let found: ProductOfCode = shop.call("products.by_code", json!({ "code": code }));
    (found.row.sku, found.coded_quantity_milli)
}

#[test]
fn the_code_of_a_box_means_all_that_it_holds() {
    let shop = Shop::open();
    let pen = boxed(&shop, packs());
    assert_eq!(json!(pen.packs)[0], packs()[0]);
    assert_eq!(pen.packs[1].barcode, None);
    assert_eq!(meant(&shop, "4006381333931"), ("PEN".into(), None));
    assert_eq!(meant(&shop, BOX), ("PEN".into(), Some(12_000)));
    // Its number on a label of GS1: one box, or so many.
    let label = format!("]C101{BOX}");
    assert_eq!(meant(&shop, &label), ("PEN".into(), Some(12_000)));
    let list = json!({ "text": BOX, "offset": 0, "limit": 10 });
    let page: Page<ProductRow> = shop.call("products.list", list);
    assert_eq!(page.total, 1);
    let away = json!({ "id": pen.row.id, "expected_version": pen.row.version, "packs": [] });
    shop.write::<Product>("products.amend", away);
    let gone = shop.refused("products.by_code", json!({ "code": BOX }));
    assert_eq!(gone.0, "product_unknown");
    let verified = shop.job("book.verify", json!({})).output.unwrap();
    assert_eq!(verified["ok"], true, "{verified}");
}

#[test]
fn the_code_of_a_suppliers_pack_means_all_that_it_holds() {
    let shop = Shop::open();
    let mug = shop.product("MUG", 1_000_000);
    let mut version = mug.row.version;
    for (name, pack) in [("A", 6_000), ("B", 6_000)] {
        let supplier: Supplier = shop.write("suppliers.create", json!({ "name": name }));
        let said = json!({
            "id": mug.row.id, "expected_version": version, "supplier": supplier.row.id,
            "pack_milli": pack, "pack_barcode": "40063813"
        });
        version = shop.write::<Product>("products.supply", said).row.version;
    }
    assert_eq!(meant(&shop, "40063813"), ("MUG".into(), Some(6_000)));
}

#[test]
fn a_delivery_counts_boxes_by_what_they_hold() {
    let shop = Shop::open();
    let pen = boxed(&shop, packs());
    let supplier: Supplier = shop.write("suppliers.create", json!({ "name": "A" }));
    let lines = json!([{ "product": pen.row.id, "quantity_milli": 24_000 }]);
    let draft = json!({ "supplier": supplier.row.id, "lines": lines });
    let draft: Purchase = shop.write("purchases.draft", draft);
    let asked = json!({ "purchases": [draft.row.id] });
    let receiving: Receiving = shop.call("purchases.receiving", asked);
    let codes = receiving.lines[0].codes.iter();
    let of_box = codes.filter(|code| code.code == BOX);
    let of_box: Vec<i64> = of_box.map(|code| code.quantity_milli).collect();
    assert_eq!(of_box, [12_000]);
}

#[test]
fn no_code_means_a_pack_and_something_else_of_a_product() {
    let shop = Shop::open();
    let pen = boxed(&shop, packs());
    let refused = |said: Value| {
        let mut input = said;
        input["id"] = json!(pen.row.id);
        input["expected_version"] = json!(pen.row.version);
        input["request_id"] = json!(shop.request());
        shop.refused("products.amend", input)
    };
    let at = |field: &str| Some(field.to_owned());
    assert_eq!(
        refused(json!({ "barcodes": [BOX] })),
        ("code_twice".into(), at("barcodes"))
    );
    let same = json!([{ "name": "Box", "quantity_milli": 1, "barcode": "4006381333931" }]);
    assert_eq!(
        refused(json!({ "packs": same })),
        ("code_twice".into(), at("packs.0.barcode"))
    );
    let empty = json!([{ "name": "Box", "quantity_milli": 0 }]);
    assert_eq!(
        refused(json!({ "packs": empty })),
        ("out_of_range".into(), at("packs.0.quantity_milli"))
    );
    let nameless = json!([{ "name": " ", "quantity_milli": 1 }]);
    assert_eq!(
        refused(json!({ "packs": nameless })),
        ("required".into(), at("packs.0.name"))
    );
}
