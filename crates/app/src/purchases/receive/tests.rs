//! Deliveries: partial, over, under, of several purchases at once, and what nobody ordered.
use book::dto::*;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::request::Written;
use crate::testing::Shop;

struct Trade {
    shop: Shop,
    supplier: Uuid,
    mug: Uuid,
    bowl: Uuid,
}

fn trade() -> Trade {
    let shop = Shop::open();
    let supplier = json!({ "name": "Pottery", "lead_time_days": 5 });
    let supplier: Supplier = shop.write("suppliers.create", supplier);
    let [mug, bowl] = ["MUG", "BOWL"].map(|sku| {
        let made = shop.product(sku, 9_000_000);
        let said = json!({
            "id": made.row.id, "expected_version": made.row.version, "supplier": supplier.row.id,
            "code": format!("K-{sku}"), "unit_cost_micro": 4_000_000, "pack_milli": 6_000,
            "pack_barcode": format!("PACK-{sku}")
        });
        shop.write::<Product>("products.supply", said).row.id
    });
    Trade {
        supplier: supplier.row.id,
        shop,
        mug,
        bowl,
    }
}

impl Trade {
    /// An order of mugs and bowls.
    fn ordered(&self, mugs: i64, bowls: i64) -> Purchase {
        let lines = json!([
            { "product": self.mug, "quantity_milli": mugs },
            { "code": "BOWL", "quantity_milli": bowls }
        ]);
        let input = json!({ "supplier": self.supplier, "lines": lines });
        let draft: Purchase = self.shop.write("purchases.draft", input);
        self.shop
            .write("purchases.order", self.change(&draft, json!({})))
    }

    fn change(&self, purchase: &Purchase, mut input: Value) -> Value {
        input["id"] = json!(purchase.row.id);
        input["expected_version"] = json!(purchase.row.version);
        input
    }

    fn line(&self, purchase: &Purchase, line: u32, quantity_milli: i64) -> Value {
        let product = if line == 1 { self.mug } else { self.bowl };
        json!({
            "purchase": purchase.row.id, "line": line, "product": product,
            "quantity_milli": quantity_milli
        })
    }

    fn product(&self, id: Uuid) -> Product {
        self.shop.call("products.get", json!({ "id": id }))
    }

    fn purchase(&self, id: Uuid) -> Purchase {
        self.shop.call("purchases.get", json!({ "id": id }))
    }
}

fn open(purchase: &Purchase) -> Vec<i64> {
    purchase.lines.iter().map(|line| line.open_milli).collect()
}

#[test]
fn what_was_ordered_is_on_its_way_until_it_comes_and_can_be_promised() {
    let trade = trade();
    let ordered = trade.ordered(12_000, 6_000);
    assert_eq!(ordered.row.number.as_deref(), Some("P-A-000001"));
    assert_eq!(ordered.row.expected_day.as_deref(), Some("2026-11-28"));
    assert_eq!(
        (ordered.row.total_minor, ordered.lines[0].code.as_deref()),
        (7_200, Some("K-MUG"))
    );
    let mug = trade.product(trade.mug);
    assert_eq!(mug.incoming[0].quantity_milli, 12_000);
    assert_eq!(
        (&*mug.promises[0].day, mug.promises[0].available_milli),
        ("2026-11-28", 32_000)
    );
    let came = json!({ "purchases": [ordered.row.id], "lines": [trade.line(&ordered, 1, 5_000)] });
    let now: Purchase = trade.shop.write("purchases.receive", came);
    assert_eq!(
        (now.row.stage, open(&now)),
        (PurchaseStage::PartlyReceived, vec![7_000, 6_000])
    );
    let mug = trade.product(trade.mug);
    assert_eq!(
        (mug.row.on_hand_milli, mug.incoming[0].quantity_milli),
        (25_000, 7_000)
    );
    let movements = json!({ "id": trade.mug, "offset": 0, "limit": 5 });
    let moves: Page<Movement> = trade.shop.call("products.movements", movements);
    let of = |one: &Movement| (one.kind, one.label.clone(), one.quantity_milli);
    let came = (RecordKind::Purchase, "P-A-000001".to_owned(), 5_000);
    assert!(moves.rows.iter().map(of).any(|one| one == came));
}

#[test]
fn a_delivery_that_is_sent_twice_comes_once() {
    let trade = trade();
    let ordered = trade.ordered(12_000, 6_000);
    let came = json!({
        "purchases": [ordered.row.id], "lines": [trade.line(&ordered, 1, 5_000)],
        "request_id": trade.shop.request()
    });
    let first: Written<Purchase> = trade.shop.call("purchases.receive", came.clone());
    let second: Written<Purchase> = trade.shop.call("purchases.receive", came);
    assert_eq!(first.output, second.output);
    assert_eq!(trade.product(trade.mug).row.on_hand_milli, 25_000);
}

#[test]
fn one_delivery_comes_for_several_purchases_with_more_and_less_than_ordered() {
    let trade = trade();
    let (one, two) = (trade.ordered(6_000, 6_000), trade.ordered(12_000, 6_000));
    let lines = json!([
        trade.line(&one, 1, 8_000),
        trade.line(&one, 2, 6_000),
        trade.line(&two, 1, 1_000)
    ]);
    let came = json!({
        "purchases": [one.row.id, two.row.id], "lines": lines, "delivery_note": "L 77"
    });
    let one: Purchase = trade.shop.write("purchases.receive", came);
    assert_eq!(
        (one.row.stage, one.lines[0].received_milli),
        (PurchaseStage::Received, 8_000)
    );
    let two = trade.purchase(two.row.id);
    assert_eq!(open(&two), [11_000, 6_000]);
    assert_eq!(one.receipts[0].receipt, two.receipts[0].receipt);
    let closed = trade.change(&two, json!({ "reason": "sold out" }));
    let two: Purchase = trade.shop.write("purchases.close", closed);
    assert_eq!(
        (two.row.stage, open(&two)),
        (PurchaseStage::Closed, vec![0, 0])
    );
    assert!(trade.product(trade.mug).incoming.is_empty());
    let two: Purchase = trade
        .shop
        .write("purchases.reopen", trade.change(&two, json!({})));
    assert_eq!(open(&two), [11_000, 6_000]);
}

#[test]
fn goods_that_nobody_ordered_are_taken_in_or_put_aside() {
    let trade = trade();
    let cup = trade.shop.product("CUP", 5_000_000);
    let ordered = trade.ordered(6_000, 6_000);
    let unexpected = json!({
        "purchase": ordered.row.id, "product": cup.row.id, "quantity_milli": 2_000,
        "unit_cost_micro": 1_500_000, "keep_cost": true
    });
    let came = json!({
        "purchases": [ordered.row.id], "lines": [unexpected],
        "set_aside": [{ "code": "4099999999999", "quantity_milli": 3_000 }]
    });
    let now: Purchase = trade.shop.write("purchases.receive", came);
    let receipt = &now.receipts[0];
    assert_eq!(
        (receipt.lines[0].line, &*receipt.lines[0].sku),
        (None, "CUP")
    );
    assert_eq!(receipt.set_aside[0].quantity_milli, 3_000);
    assert_eq!(open(&now), [6_000, 6_000]);
    let cup = trade.product(cup.row.id);
    assert_eq!(cup.row.on_hand_milli, 22_000);
    assert_eq!(cup.supplies[0].terms.unit_cost_micro, Some(1_500_000));
}

#[test]
fn freight_is_spread_over_what_came_and_goods_go_back_at_what_they_were_bought_for() {
    let trade = trade();
    let ordered = trade.ordered(6_000, 12_000);
    let lines = json!([
        trade.line(&ordered, 1, 6_000),
        trade.line(&ordered, 2, 12_000)
    ]);
    let came = json!({ "purchases": [ordered.row.id], "lines": lines });
    let now: Purchase = trade.shop.write("purchases.receive", came);
    let freight = json!([{ "name": "Freight", "amount_minor": 900, "spread": "quantity" }]);
    let land = trade.change(&now, json!({ "charges": freight }));
    let now: Purchase = trade.shop.write("purchases.land", land);
    let landed = now.receipts[0].lines.iter();
    let landed: Vec<_> = landed
        .map(|line| (line.charges_minor, line.landed_cost_micro))
        .collect();
    assert_eq!(landed, [(300, 4_500_000), (600, 4_500_000)]);
    let back = json!({ "reason": "cracked", "lines": [{ "line": 1, "quantity_milli": 7_000 }] });
    let mut refused = trade.change(&now, back.clone());
    refused["request_id"] = json!(trade.shop.request());
    let refused = trade.shop.refused("purchases.send_back", refused);
    assert_eq!(refused.0, "more_than_received");
    let mut back = trade.change(&now, back);
    back["lines"][0]["quantity_milli"] = json!(2_000);
    let now: Purchase = trade.shop.write("purchases.send_back", back);
    assert_eq!(
        (&*now.returns[0].number, now.lines[0].returned_milli),
        ("SR-A-000001", 2_000)
    );
    assert_eq!(trade.product(trade.mug).row.on_hand_milli, 24_000);
    let alone = json!({
        "supplier": trade.supplier, "reason": "old stock",
        "lines": [{ "code": "MUG", "quantity_milli": 4_000 }]
    });
    let alone: Purchase = trade.shop.write("purchases.return_goods", alone);
    assert_eq!(
        (alone.row.stage, alone.row.total_minor),
        (PurchaseStage::Return, -1_600)
    );
    assert_eq!(trade.product(trade.mug).row.on_hand_milli, 20_000);
}

#[test]
fn drafts_take_nothing_in_and_what_came_is_not_called_off() {
    let trade = trade();
    let lines = json!([{ "product": trade.mug, "quantity_milli": 6_000 }]);
    let input = json!({ "supplier": trade.supplier, "lines": lines });
    let draft: Purchase = trade.shop.write("purchases.draft", input);
    let came = json!({
        "purchases": [draft.row.id], "lines": [trade.line(&draft, 1, 1_000)],
        "request_id": trade.shop.request()
    });
    assert_eq!(
        trade.shop.refused("purchases.receive", came).0,
        "purchase_not_ordered"
    );
    let ordered: Purchase = trade
        .shop
        .write("purchases.order", trade.change(&draft, json!({})));
    let dated = json!({ "expected": "2026-12-24", "lines": [{ "line": 1, "expected": null }] });
    let dated: Purchase = trade
        .shop
        .write("purchases.date", trade.change(&ordered, dated));
    assert_eq!(dated.row.expected_day.as_deref(), Some("2026-12-24"));
    let came = json!({ "purchases": [draft.row.id], "lines": [trade.line(&draft, 1, 1_000)] });
    let came: Purchase = trade.shop.write("purchases.receive", came);
    let mut cancel = trade.change(&came, json!({}));
    cancel["request_id"] = json!(trade.shop.request());
    assert_eq!(
        trade.shop.refused("purchases.cancel", cancel).0,
        "purchase_not_open"
    );
}

#[test]
fn what_is_suggested_becomes_a_draft_for_its_supplier() {
    let trade = trade();
    let mug = trade.product(trade.mug);
    let point = json!({
        "id": trade.mug, "expected_version": mug.row.version, "reorder_point_milli": 20_000,
        "reorder_to_milli": 30_000
    });
    let _: Product = trade.shop.write("products.amend", point);
    let asked = json!({ "supplier": trade.supplier });
    let found: Suggestions = trade.shop.call("purchases.suggestions", asked.clone());
    assert_eq!(found.suppliers[0].total_minor, 4_800);
    let line = &found.lines[0];
    assert_eq!((line.lacking_milli, line.suggested_milli), (10_000, 12_000));
    let draft: Purchase = trade.shop.write("purchases.draft_suggested", json!({}));
    assert_eq!(
        (draft.row.stage, draft.lines[0].quantity_milli),
        (PurchaseStage::Draft, 12_000)
    );
    let ordered: Purchase = trade
        .shop
        .write("purchases.order", trade.change(&draft, json!({})));
    assert_eq!(ordered.row.open_milli, 12_000);
    let found: Suggestions = trade.shop.call("purchases.suggestions", asked);
    assert!(
        found.lines.is_empty(),
        "what is on its way is not ordered again"
    );
}

#[test]
fn the_book_stays_whole_with_purchases_in_it() {
    let trade = trade();
    let ordered = trade.ordered(6_000, 12_000);
    let came = json!({ "purchases": [ordered.row.id], "lines": [trade.line(&ordered, 2, 1_000)] });
    let _: Purchase = trade.shop.write("purchases.receive", came);
    let list = json!({ "text": "pott", "offset": 0, "limit": 10 });
    let page: Page<PurchaseRow> = trade.shop.call("purchases.list", list);
    assert_eq!((page.total, page.rows[0].id), (1, ordered.row.id));
    let receiving: Receiving = trade.shop.call(
        "purchases.receiving",
        json!({ "purchases": [ordered.row.id] }),
    );
    let codes = receiving.lines[0].codes.iter();
    let codes: Vec<_> = codes.map(|one| (&*one.code, one.quantity_milli)).collect();
    assert_eq!(
        codes,
        [("MUG", 1_000), ("K-MUG", 1_000), ("PACK-MUG", 6_000)]
    );
    let job = trade.shop.job("book.verify", json!({}));
    assert_eq!(job.state, crate::jobs::JobPhase::Done, "{job:?}");
    assert_eq!(job.output.unwrap()["ok"], json!(true));
}
