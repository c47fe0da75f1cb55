//! Counts of goods that are told apart, from the scan to what lies there.
use book::dto::*;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::testing::{NOON_MS, Shop};

struct Store {
    shop: Shop,
    goods: Uuid,
    count: Uuid,
}

fn lot(lot: &str, milli: i64) -> Value {
    json!({ "lot": lot, "quantity_milli": milli })
}

/// A count of goods of which some lots lie there.
fn store(tracking: &str, lots: Value, blind: bool) -> Store {
    let shop = Shop::open();
    let input = json!({
        "sku": "GOODS", "title": "Goods", "unit_price_micro": 2_000_000, "tracking": tracking
    });
    let goods = shop.write::<Product>("products.create", input).row.id;
    let milli = lots.as_array().unwrap().iter();
    let milli: i64 = milli
        .map(|lot| lot["quantity_milli"].as_i64().unwrap())
        .sum();
    let found = json!({
        "product": goods, "quantity_milli": milli, "reason": "found", "lots": lots
    });
    shop.write::<Product>("stock.adjust", found);
    shop.clock.set(NOON_MS + 60_000);
    let count: Count = shop.write("counts.open", json!({ "location": "main", "blind": blind }));
    Store {
        shop,
        goods,
        count: count.row.id,
    }
}

impl Store {
    fn asked(&self, counter: &str, milli: i64, lots: Value) -> Value {
        let lines = json!([{ "product": self.goods, "quantity_milli": milli, "lots": lots }]);
        json!({ "id": self.count, "counter": counter, "lines": lines,
            "request_id": self.shop.request() })
    }

    fn found(&self, counter: &str, milli: i64, lots: Value) -> Count {
        self.shop
            .write("counts.count", self.asked(counter, milli, lots))
    }

    fn finish(&self, gone: bool) -> Count {
        let now: Count = self.shop.call("counts.get", json!({ "id": self.count }));
        let input = json!({ "id": self.count, "expected_version": now.row.version,
            "missing_is_gone": gone });
        let done = self.shop.write("counts.finish", input);
        let verified = self.shop.job("book.verify", json!({})).output.unwrap();
        assert_eq!(verified["ok"], true, "{verified}");
        done
    }

    /// The lots that lie there, and what lies there without one.
    fn lie(&self) -> (Vec<(String, i64)>, i64) {
        let asked = json!({ "product": self.goods });
        let of: LotsOfProduct = self.shop.call("lots.list", asked);
        let lots = of.lots.into_iter().map(|row| (row.lot, row.on_hand_milli));
        let loose = of.loose.iter().map(|level| level.on_hand_milli).sum();
        (lots.filter(|(_, milli)| *milli != 0).collect(), loose)
    }
}

fn shown(count: &Count) -> Vec<(&str, Option<i64>, Option<i64>)> {
    let lots = count.lines[0].lots.iter();
    lots.map(|lot| (&*lot.lot, lot.counted_milli, lot.difference_milli))
        .collect()
}

fn named(lots: &[(&str, i64)]) -> Vec<(String, i64)> {
    lots.iter()
        .map(|(lot, milli)| ((*lot).to_owned(), *milli))
        .collect()
}

#[test]
fn a_count_by_lots_says_how_much_of_each_is_there_and_what_nobody_found_is_gone() {
    let there = json!([lot("A", 5_000), lot("B", 3_000), lot("C", 1_000)]);
    let store = store("lot", there, false);
    store.found("one", 2_000, json!([lot("A", 2_000)]));
    store.found("two", 2_000, json!([lot("A", 2_000)]));
    let new = json!({ "lot": "D", "quantity_milli": 1_000, "expires": "2027-03-31" });
    let count = store.found("one", 3_000, json!([lot("C", 1_000), new]));
    // One of them nobody looked at closely.
    let expected = [
        ("D", Some(1_000), Some(1_000)),
        ("A", Some(4_000), Some(-1_000)),
        ("B", Some(0), Some(-3_000)),
        ("C", Some(1_000), Some(0)),
    ];
    assert_eq!(shown(&count), expected);
    assert_eq!(
        store.lie().0.len(),
        3,
        "nothing holds before it is finished"
    );
    let done = store.finish(false);
    assert_eq!(shown(&done), expected);
    let left = named(&[("D", 1_000), ("A", 4_000), ("C", 1_000)]);
    assert_eq!(store.lie(), (left, 1_000));
    // What is sold later goes from what was found.
    store.shop.clock.set(NOON_MS + 120_000);
    let lines = json!([{ "product": store.goods, "quantity_milli": 1_000 }]);
    let sale = json!({ "channel": "counter", "method": "cash", "lines": lines });
    store.shop.write::<Order>("orders.sell", sale);
    assert_eq!(store.lie().0[0], ("A".to_owned(), 4_000));
}

#[test]
fn a_count_that_names_no_lot_says_nothing_of_them_unless_nothing_was_found() {
    let there = json!([lot("A", 5_000)]);
    let first = store("lot", there.clone(), false);
    let count = first.found("one", 3_000, json!([]));
    assert_eq!(shown(&count), [("A", None, None)]);
    first.finish(false);
    assert_eq!(first.lie(), (named(&[("A", 5_000)]), -2_000));
    let second = store("lot", there, false);
    let mug = second.shop.product("MUG", 1_000_000);
    let lines = json!([{ "product": mug.row.id, "quantity_milli": 20_000 }]);
    let input = json!({ "id": second.count, "counter": "one", "lines": lines });
    second.shop.write::<Count>("counts.count", input);
    let done = second.finish(true);
    let gone = &done.missing[0].lots[0];
    assert_eq!((&*gone.lot, gone.difference_milli), ("A", Some(-5_000)));
    assert_eq!(second.lie(), (Vec::new(), 0));
}

#[test]
fn a_piece_is_found_once_by_whomever() {
    let store = store("serial", json!([lot("S1", 1_000), lot("S2", 1_000)]), false);
    store.found("one", 1_000, json!([lot("S1", 1_000)]));
    let refused = |asked: Value| store.shop.refused("counts.count", asked);
    let at = |field: &str| Some(format!("lines.0.lots.{field}"));
    let again = store.asked("two", 1_000, json!([lot("S1", 1_000)]));
    assert_eq!(refused(again), ("claimed_twice".into(), at("0.lot")));
    let half = store.asked("two", 500, json!([lot("S3", 500)]));
    let expected = ("serial_is_one_piece".into(), at("0.quantity_milli"));
    assert_eq!(refused(half), expected);
    let more = store.asked("one", 500, json!([lot("S3", 1_000)]));
    assert_eq!(refused(more).0, "lots_differ");
    store.finish(false);
    assert_eq!(store.lie(), (named(&[("S1", 1_000)]), 0));
}

#[test]
fn who_counts_blind_sees_only_the_lots_that_were_found() {
    let there = json!([lot("A", 5_000), lot("B", 3_000)]);
    let store = store("lot", there, true);
    let count = store.found("one", 2_000, json!([lot("A", 2_000)]));
    assert_eq!(shown(&count), [("A", Some(2_000), None)]);
    let done = store.finish(false);
    assert_eq!(done.lines[0].lots.len(), 2);
}

#[test]
fn lots_are_counted_of_goods_that_are_told_apart_and_never_below_nothing() {
    let store = store("lot", json!([lot("A", 5_000)]), false);
    let less = store.asked("one", 1_000, json!([lot("A", -1_000), lot("B", 2_000)]));
    let (code, field) = store.shop.refused("counts.count", less);
    assert_eq!(code, "quantity_negative");
    assert_eq!(field.as_deref(), Some("lines.0.lots.0.quantity_milli"));
    let mug = store.shop.product("MUG", 1_000_000);
    let lines = json!([{ "product": mug.row.id, "quantity_milli": 1_000,
        "lots": [lot("A", 1_000)] }]);
    let input = json!({ "id": store.count, "counter": "one", "lines": lines,
        "request_id": store.shop.request() });
    let refused = store.shop.refused("counts.count", input);
    assert_eq!(
        refused,
        ("product_not_tracked".into(), Some("lines.0.lots".into()))
    );
}
