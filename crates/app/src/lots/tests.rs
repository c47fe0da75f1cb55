//! Lots and serial numbers through the verbs: in, out, back, and who bought them.
use book::dto::*;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::testing::{NOON_MS, Shop};

mod moved;
mod sold;

const GTIN: &str = "09506000134352";

struct Dairy {
    shop: Shop,
    milk: Uuid,
}

fn tracked(shop: &Shop, sku: &str, tracking: &str) -> Uuid {
    let input = json!({
        "sku": sku, "title": sku, "unit_price_micro": 2_000_000, "tax": "standard",
        "tracking": tracking, "cost_micro": 1_000_000, "barcodes": [format!("{sku}-1")]
    });
    shop.write::<Product>("products.create", input).row.id
}

fn dairy() -> Dairy {
    let shop = Shop::open();
    let milk = tracked(&shop, "MILK", "lot");
    Dairy { shop, milk }
}

fn lot(lot: &str, milli: i64, expires: Option<&str>) -> Value {
    json!({ "lot": lot, "quantity_milli": milli, "expires": expires })
}

impl Dairy {
    fn found(&self, milli: i64, lots: Value) {
        let input = json!({
            "product": self.milk, "quantity_milli": milli, "reason": "found", "lots": lots
        });
        self.shop.write::<Product>("stock.adjust", input);
    }

    /// Three lots: one good for long, one for a week, one that is over.
    fn stocked(&self) {
        let lots = json!([
            lot("LATE", 5_000, Some("2027-06-30")),
            lot("SOON", 2_000, Some("2026-11-30")),
            lot("OVER", 3_000, Some("2026-11-22")),
        ]);
        self.found(10_000, lots);
    }

    fn lots(&self) -> Vec<(String, i64)> {
        let lots: LotsOfProduct = self.shop.call("lots.list", json!({ "product": self.milk }));
        let rows = lots
            .lots
            .into_iter()
            .map(|row| (row.lot, row.on_hand_milli));
        rows.collect()
    }

    fn sale(&self, milli: i64, lots: Option<Value>) -> Value {
        let mut line = json!({ "product": self.milk, "quantity_milli": milli });
        if let Some(lots) = lots {
            line["lots"] = lots;
        }
        json!({ "channel": "counter", "method": "card", "lines": [line],
            "request_id": self.shop.request() })
    }

    /// Six cartons of lot L7 come from the farm; without their lot they are not taken in.
    fn received(&self) {
        let (shop, dairy) = (&self.shop, self);
        let farm: Supplier = shop.write("suppliers.create", json!({ "name": "Farm" }));
        let lines = json!([{ "product": dairy.milk, "quantity_milli": 6_000 }]);
        let draft = json!({ "supplier": farm.row.id, "lines": lines });
        let draft: Purchase = shop.write("purchases.draft", draft);
        let order = json!({ "id": draft.row.id, "expected_version": draft.row.version });
        let purchase: Purchase = shop.write("purchases.order", order);
        let line = |lots: Value| {
            json!({ "purchases": [purchase.row.id], "request_id": shop.request(), "lines": [{
                "purchase": purchase.row.id, "line": 1, "product": dairy.milk,
                "quantity_milli": 6_000, "lots": lots }] })
        };
        let refused = shop.refused("purchases.receive", line(Value::Null));
        assert_eq!(refused, ("lot_needed".into(), Some("lines.0.lots".into())));
        let came = line(json!([lot("L7", 6_000, Some("2027-01-31"))]));
        shop.write::<Purchase>("purchases.receive", came);
    }

    fn is_sound(&self) {
        is_sound(&self.shop);
    }
}

fn is_sound(shop: &Shop) {
    let verified = shop.job("book.verify", json!({}));
    assert_eq!(verified.output.unwrap()["ok"], json!(true));
}

fn named(list: &[(&str, i64)]) -> Vec<(String, i64)> {
    list.iter()
        .map(|(lot, milli)| ((*lot).to_owned(), *milli))
        .collect()
}

#[test]
fn a_counter_sale_takes_what_expires_first_and_passes_by_what_has() {
    let dairy = dairy();
    dairy.stocked();
    let sold: Order = dairy.shop.write("orders.sell", dairy.sale(3_000, None));
    let parts = sold.shipments[0].lots.iter();
    let parts: Vec<_> = parts
        .map(|part| (part.lot.as_str(), part.quantity_milli))
        .collect();
    assert_eq!(parts, [("SOON", 2_000), ("LATE", 1_000)]);
    assert_eq!(dairy.lots(), named(&[("OVER", 3_000), ("LATE", 4_000)]));
    // Nothing good is left for so much: somebody has to say which.
    let refused = dairy.shop.refused("orders.sell", dairy.sale(5_000, None));
    assert_eq!(refused, ("lot_needed".into(), Some("lines.0.lots".into())));
    let mut tried = dairy.sale(5_000, None);
    tried["dry_run"] = json!(true);
    let tried: Value = dairy.shop.call("orders.sell", tried);
    assert_eq!(tried["output"]["total_minor"], json!(1_000));
    dairy.is_sound();
}

#[test]
fn what_has_expired_is_sold_only_as_the_book_allows() {
    let dairy = dairy();
    dairy.stocked();
    let over = || Some(json!([lot("OVER", 1_000, None)]));
    let policy = json!({ "expected_version": 1, "expired_policy": "block" });
    let info: BookInfo = dairy.shop.write("book.amend", policy);
    let refused = dairy.shop.refused("orders.sell", dairy.sale(1_000, over()));
    assert_eq!(
        refused,
        ("lot_expired".into(), Some("lines.0.lots.0.lot".into()))
    );
    let policy = json!({ "expected_version": info.version, "expired_policy": "warn" });
    dairy.shop.write::<BookInfo>("book.amend", policy);
    dairy
        .shop
        .write::<Order>("orders.sell", dairy.sale(1_000, over()));
    assert_eq!(dairy.lots()[0], ("OVER".to_owned(), 2_000));
    // What is written off goes with what has expired first.
    let gone = json!({ "product": dairy.milk, "quantity_milli": -2_500, "reason": "old" });
    dairy.shop.write::<Product>("stock.adjust", gone);
    assert_eq!(dairy.lots(), named(&[("SOON", 1_500), ("LATE", 5_000)]));
}

#[test]
fn a_shipment_names_lots_or_takes_what_is_proposed() {
    let dairy = dairy();
    dairy.stocked();
    let lines = json!([{ "product": dairy.milk, "quantity_milli": 4_000 }]);
    let placed = json!({ "channel": "web", "lines": lines });
    let order: Order = dairy.shop.write("orders.place", placed);
    let pick: OrderPick = dairy.shop.call("lots.pick", json!({ "id": order.head.id }));
    let parts = pick.lines[0].parts.iter();
    let parts: Vec<_> = parts
        .map(|part| (part.lot.clone(), part.quantity_milli))
        .collect();
    assert_eq!(parts, named(&[("SOON", 2_000), ("LATE", 2_000)]));
    assert_eq!(pick.lines[0].lots.len(), 3);
    let part = json!({ "lines": [{ "line": 1, "quantity_milli": 1_000 }],
        "lots": [{ "line": 1, "lots": [lot("LATE", 1_000, None)] }] });
    let order: Order = dairy
        .shop
        .write("orders.fulfil", dairy.shop.change(&order, part));
    assert_eq!(order.shipments[0].lots[0].lot, "LATE");
    let order: Order = dairy
        .shop
        .write("orders.fulfil", dairy.shop.change(&order, json!({})));
    let parts = order.shipments[1].lots.iter();
    let parts: Vec<_> = parts
        .map(|part| (part.lot.clone(), part.quantity_milli))
        .collect();
    assert_eq!(parts, named(&[("SOON", 2_000), ("LATE", 1_000)]));
    // Which of two lots came back nobody can know but who holds it in the hand.
    let back = |lots: Option<Value>| {
        let mut line = json!({ "line": 1, "restocked_milli": 500, "scrapped_milli": 500 });
        line["lots"] = json!(lots);
        let mut back = dairy.shop.change(&order, json!({ "lines": [line] }));
        back["request_id"] = json!(dairy.shop.request());
        back
    };
    let refused = dairy.shop.refused("orders.receive_return", back(None));
    assert_eq!(refused, ("lot_needed".into(), Some("lines.0.lots".into())));
    let other = back(Some(json!([lot("OVER", 1_000, None)])));
    let refused = dairy.shop.refused("orders.receive_return", other);
    assert_eq!(refused.0, "lot_not_shipped");
    let own = back(Some(json!([lot("LATE", 1_000, None)])));
    let order: Order = dairy.shop.write("orders.receive_return", own);
    assert_eq!(order.returns[0].lots.len(), 2);
    assert_eq!(dairy.lots(), named(&[("OVER", 3_000), ("LATE", 3_500)]));
    dairy.is_sound();
}

#[test]
fn a_recall_finds_who_bought_where_it_came_from_and_where_the_rest_lies() {
    let dairy = dairy();
    let shop = &dairy.shop;
    dairy.received();
    shop.clock.set(NOON_MS + 60_000);
    let ada = shop.customer("Ada");
    let mut sale = dairy.sale(2_000, None);
    sale["customer"] = json!(ada.row.id);
    let sold: Order = shop.write("orders.sell", sale);
    shop.clock.set(NOON_MS + 120_000);
    let back = json!({ "lines": [{ "line": 1, "restocked_milli": 500 }] });
    shop.write::<Order>("orders.receive_return", shop.change(&sold, back));
    let asked = json!({ "product": dairy.milk, "lot": "L7" });
    let recall: Recall = shop.call("lots.recall", asked.clone());
    let [buyer] = recall.buyers.as_slice() else {
        panic!("{:?}", recall.buyers)
    };
    assert_eq!(
        (buyer.name.as_deref(), &buyer.number),
        (Some("Ada"), &sold.head.number)
    );
    assert_eq!((buyer.quantity_milli, buyer.returned_milli), (2_000, 500));
    assert_eq!(
        (recall.came_milli, recall.sold_milli, recall.on_hand_milli),
        (6_000, 1_500, 4_500)
    );
    assert_eq!(recall.passages[0].party.as_deref(), Some("Farm"));
    assert_eq!(recall.expires.as_deref(), Some("2027-01-31"));
    let path = shop.path("recall.csv");
    let export = json!({ "product": dairy.milk, "lot": "L7", "path": path, "language": "de" });
    shop.call::<Value>("lots.export_recall", export);
    let text = std::fs::read_to_string(path).unwrap();
    assert!(
        text.contains("Charge,Haltbar bis,Lieferant,Auftrag"),
        "{text}"
    );
    assert!(text.contains("L7,2027-01-31,Farm,A-000001"), "{text}");
    let hits: Value = shop.call("book.search", json!({ "text": "L7", "limit": 5 }));
    let hits: Vec<Hit> = serde_json::from_value(hits["hits"].clone()).unwrap();
    assert_eq!((hits[0].kind, hits[0].id), (RecordKind::Lot, dairy.milk));
    assert_eq!(
        shop.refused("lots.recall", json!({ "product": dairy.milk, "lot": "L8" }))
            .0,
        "lot_unknown"
    );
    dairy.is_sound();
}

#[test]
fn a_lot_gets_another_last_day_and_the_report_on_what_expires_follows() {
    let dairy = dairy();
    let shop = &dairy.shop;
    dairy.received();
    // Another day for it, said of the product.
    let now: Product = shop.call("products.get", json!({ "id": dairy.milk }));
    let date = json!({ "id": dairy.milk, "expected_version": now.row.version, "lot": "L7",
        "expires": "2026-12-24" });
    shop.write::<Product>("lots.date", date);
    let report = json!({ "report": "expiring-lots", "to": "2026-12-31" });
    let report: Value = shop.call("reports.run", report);
    assert_eq!(report["rows"][0]["expires"], json!("2026-12-24"));
    assert_eq!(
        (
            &report["rows"][0]["days_left"],
            &report["totals"]["on_hand_milli"]
        ),
        (&json!(31), &json!(6_000))
    );
    dairy.is_sound();
}

#[test]
fn a_serial_number_is_one_piece_and_here_once() {
    let shop = Shop::open();
    let phone = tracked(&shop, "PHONE", "serial");
    let found = |milli: i64, serials: &[&str]| {
        let lots: Vec<Value> = serials.iter().map(|one| lot(one, 1_000, None)).collect();
        json!({ "product": phone, "quantity_milli": milli, "reason": "found", "lots": lots,
            "request_id": shop.request() })
    };
    assert_eq!(
        shop.refused("stock.adjust", found(2_000, &["S1"])).0,
        "lots_differ"
    );
    assert_eq!(
        shop.refused("stock.adjust", found(2_000, &["S1", "S1"])).0,
        "claimed_twice"
    );
    shop.write::<Product>("stock.adjust", found(2_000, &["S1", "S2"]));
    let refused = shop.refused("stock.adjust", found(1_000, &["S2"]));
    assert_eq!(
        refused,
        ("serial_is_here".into(), Some("lots.0.lot".into()))
    );
    let sale = |serial: Option<&str>| {
        let lots = serial.map(|one| json!([lot(one, 1_000, None)]));
        let line = json!({ "product": phone, "quantity_milli": 1_000, "lots": lots });
        json!({ "channel": "counter", "method": "card", "lines": [line],
            "request_id": shop.request() })
    };
    let refused = shop.refused("orders.sell", sale(None));
    assert_eq!(
        refused,
        ("serial_needed".into(), Some("lines.0.lots".into()))
    );
    let scanned: Value = shop.call("products.by_code", json!({ "code": "S2" }));
    assert_eq!(
        (&scanned["sku"], &scanned["coded_lot"]),
        (&json!("PHONE"), &json!("S2"))
    );
    let sold: Order = shop.write("orders.sell", sale(Some("S2")));
    // The only piece of the order comes back without a question, and can be sold again.
    let back = json!({ "lines": [{ "line": 1, "restocked_milli": 1_000 }] });
    let back: Order = shop.write("orders.receive_return", shop.change(&sold, back));
    assert_eq!(back.returns[0].lots[0].lot, "S2");
    shop.write::<Order>("orders.sell", sale(Some("S2")));
    assert_eq!(
        shop.refused("products.by_code", json!({ "code": "S2" })).0,
        "product_unknown"
    );
}

#[test]
fn a_scanned_label_names_the_product_its_lot_and_its_last_day() {
    let dairy = dairy();
    let now: Product = dairy.shop.call("products.get", json!({ "id": dairy.milk }));
    let codes = json!({ "id": dairy.milk, "expected_version": now.row.version,
        "barcodes": [GTIN.trim_start_matches('0')] });
    dairy.shop.write::<Product>("products.amend", codes);
    for code in [
        format!("(01){GTIN}(17)270131(10)L-7(30)12"),
        format!("]d201{GTIN}1727013110L-7\u{1d}3012"),
    ] {
        let found: Value = dairy.shop.call("products.by_code", json!({ "code": code }));
        assert_eq!(found["sku"], json!("MILK"));
        assert_eq!(found["coded_lot"], json!("L-7"));
        assert_eq!(found["coded_expires"], json!("2027-01-31"));
        assert_eq!(found["coded_quantity_milli"], json!(12_000));
    }
    let broken = json!({ "code": format!("(01){GTIN}(17)271331") });
    assert_eq!(
        dairy.shop.refused("products.by_code", broken).0,
        "label_malformed"
    );
}

#[test]
fn lots_go_with_a_transfer_and_goods_without_one_get_theirs() {
    let dairy = dairy();
    let shop = &dairy.shop;
    dairy.found(3_000, json!([]));
    let label = |milli: i64| {
        json!({ "product": dairy.milk, "lots": [lot("L1", milli, Some("2027-01-01"))],
            "request_id": shop.request() })
    };
    let refused = shop.refused("lots.label", label(4_000));
    assert_eq!(
        refused,
        ("more_than_lies_there".into(), Some("lots".into()))
    );
    shop.write::<Product>("lots.label", label(2_000));
    let other = json!({ "product": dairy.milk, "from": "L1", "lots": [lot("L2", 500, None)] });
    shop.write::<Product>("lots.label", other);
    assert_eq!(dairy.lots(), named(&[("L1", 1_500), ("L2", 500)]));
    let north: LocationRow = shop.write("locations.create", json!({ "name": "North" }));
    let lines = json!([{ "product": dairy.milk, "quantity_milli": 2_000 }]);
    let moved = json!({ "from": "main", "to": north.location, "lines": lines, "sent": true });
    let sent: Transfer = shop.write("transfers.create", moved);
    // One and a half of the dated lot, and half without a lot, which came before.
    assert_eq!(dairy.lots(), named(&[("L2", 500)]));
    let part = json!({ "id": sent.row.id, "expected_version": sent.row.version,
        "lines": [{ "product": dairy.milk, "quantity_milli": 1_000 }] });
    shop.write::<Transfer>("transfers.receive", part);
    let recall: Recall = shop.call("lots.recall", json!({ "product": dairy.milk, "lot": "L1" }));
    let rest: Vec<_> = recall
        .rest
        .iter()
        .map(|at| (at.name.as_str(), at.on_hand_milli))
        .collect();
    assert!(
        rest.contains(&("North", 1_000)) && rest.contains(&("transit", 500)),
        "{rest:?}"
    );
    dairy.is_sound();
}
