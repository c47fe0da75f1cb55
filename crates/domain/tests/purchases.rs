//! Purchases: what is open, what came costs, what moves; whatever order the facts come in.
#![allow(clippy::unwrap_used)] // a test may fail

use domain::entry::Personal;
use domain::ids::{DeviceId, ReceiptId, RequestId, ReturnId, SupplierId};
use domain::purchase::{
    self, Charge, Ordered, Purchase, PurchaseDocument, PurchaseLine, PurchaseStage, Received,
    ReceivedLine, Returned, ReturnedGoods, Spread, purchase_moves,
};
use domain::{Day, Entry, Hlc, ProductId, State, Subject, SubjectKind, fold};
use proptest::prelude::*;
use serde::Serialize;
use uuid::Uuid;

fn product(number: u128) -> ProductId {
    ProductId(Uuid::from_u128(number))
}

fn entry(seq: u64, kind: &str, payload: &impl Serialize) -> Entry {
    Entry {
        device: DeviceId(Uuid::from_u128(1)),
        seq,
        hlc: Hlc(seq as i64),
        at_ms: seq as i64 * 1_000,
        offset_min: 0,
        business_day: Day(20_000),
        actor: "clerk".into(),
        subject: Subject::new(SubjectKind::Purchase, Uuid::from_u128(9)),
        kind: kind.into(),
        version: 1,
        payload: serde_json::to_string(payload).unwrap(),
        request_id: RequestId(Uuid::from_u128(u128::from(seq))),
        personal: None::<Personal>,
        personal_digest: None,
        prev_hash: [0; 32],
        hash: [0; 32],
    }
}

fn line(number: u32, quantity_milli: i64, unit_cost_micro: i64, weight_g: i64) -> PurchaseLine {
    PurchaseLine {
        line: number,
        product: product(number.into()),
        sku: format!("S{number}"),
        title: format!("Goods {number}"),
        code: None,
        quantity_milli,
        pack_milli: None,
        unit_cost_micro,
        weight_g: Some(weight_g),
        expected: None,
    }
}

fn document(lines: Vec<PurchaseLine>, charges: Vec<Charge>) -> PurchaseDocument {
    PurchaseDocument {
        supplier: SupplierId(Uuid::from_u128(5)),
        currency: "GBP".into(),
        location: "main".into(),
        expected: Some(Day(20_010)),
        note: None,
        lines,
        charges,
    }
}

fn charge(amount_minor: i64, spread: Spread) -> Charge {
    Charge {
        name: "Freight".into(),
        amount_minor,
        spread,
    }
}

fn came(receipt: u128, lines: &[(u32, i64, i64, i64)]) -> Received {
    let of =
        |(line, quantity_milli, unit_cost_micro, weight_g): &(u32, i64, i64, i64)| ReceivedLine {
            line: Some(*line),
            product: product((*line).into()),
            quantity_milli: *quantity_milli,
            unit_cost_micro: *unit_cost_micro,
            weight_g: Some(*weight_g),
        };
    Received {
        lots: Vec::new(),
        receipt: ReceiptId(Uuid::from_u128(receipt)),
        location: "main".into(),
        delivery_note: None,
        lines: lines.iter().map(of).collect(),
        set_aside: Vec::new(),
    }
}

fn folded(entries: &mut [Entry]) -> Purchase {
    match fold(SubjectKind::Purchase, entries) {
        State::Purchase(purchase) => *purchase,
        other => panic!("{other:?}"),
    }
}

/// Ten of 1.00 and five of 4.00, ordered.
fn ordered(charges: Vec<Charge>) -> Vec<Entry> {
    let lines = vec![
        line(1, 10_000, 1_000_000, 200),
        line(2, 5_000, 4_000_000, 100),
    ];
    let number = Ordered {
        number: "P-A-000001".into(),
        expected: None,
    };
    vec![
        entry(1, "purchase.drafted", &document(lines, charges)),
        entry(2, "purchase.ordered", &number),
    ]
}

fn open(purchase: &Purchase) -> Vec<i64> {
    let lines = purchase.lines().iter();
    lines.map(|line| purchase.open_milli(line)).collect()
}

#[test]
fn several_deliveries_add_up_and_more_than_was_ordered_leaves_nothing_open() {
    let mut entries = ordered(Vec::new());
    let now = folded(&mut entries);
    assert_eq!(
        (now.stage(), open(&now)),
        (PurchaseStage::Ordered, vec![10_000, 5_000])
    );
    assert_eq!(now.total_minor(), 3_000);
    entries.push(entry(
        3,
        "purchase.received",
        &came(1, &[(1, 4_000, 1_000_000, 0)]),
    ));
    let now = folded(&mut entries);
    assert_eq!(
        (now.stage(), open(&now)),
        (PurchaseStage::PartlyReceived, vec![6_000, 5_000])
    );
    let rest = came(2, &[(1, 7_000, 1_000_000, 0), (2, 5_000, 4_000_000, 0)]);
    entries.push(entry(4, "purchase.received", &rest));
    // The same delivery said twice counts once.
    entries.push(entry(5, "purchase.received", &rest));
    let now = folded(&mut entries);
    assert_eq!(
        (now.stage(), open(&now)),
        (PurchaseStage::Received, vec![0, 0])
    );
    assert_eq!(now.received_milli(1), 11_000);
}

#[test]
fn what_is_closed_short_is_open_no_more_until_it_is_opened_again() {
    let mut entries = ordered(Vec::new());
    entries.push(entry(
        3,
        "purchase.received",
        &came(1, &[(1, 4_000, 1_000_000, 0)]),
    ));
    let closed = purchase::close(&folded(&mut entries), "sold out").unwrap();
    entries.push(entry(4, "purchase.closed", &closed));
    let now = folded(&mut entries);
    assert_eq!(
        (now.stage(), open(&now)),
        (PurchaseStage::Closed, vec![0, 0])
    );
    assert!(purchase::close(&now, "again").is_err());
    assert!(purchase::cancel(&now, None).is_err());
    purchase::reopen(&now).unwrap();
    entries.push(entry(5, "purchase.reopened", &serde_json::json!({})));
    assert_eq!(open(&folded(&mut entries)), [6_000, 5_000]);
}

#[test]
fn a_charge_is_spread_by_value_weight_or_quantity_to_the_last_unit() {
    let goods = came(
        1,
        &[(1, 10_000, 1_000_000, 200), (2, 5_000, 4_000_000, 100)],
    );
    for (spread, shares) in [
        (Spread::Value, [333, 667]),
        (Spread::Weight, [800, 200]),
        (Spread::Quantity, [667, 333]),
    ] {
        let mut entries = ordered(vec![charge(1_000, spread)]);
        entries.push(entry(3, "purchase.received", &goods));
        let now = folded(&mut entries);
        assert_eq!(now.shares_minor(), shares, "{spread:?}");
    }
    let mut entries = ordered(vec![charge(1_000, Spread::Weight)]);
    entries.push(entry(3, "purchase.received", &goods));
    // 1.00 and 8.00 over ten; 4.00 and 2.00 over five.
    assert_eq!(folded(&mut entries).landed_micro(), [1_800_000, 4_400_000]);
}

#[test]
fn goods_that_go_back_leave_where_they_were_and_no_more_than_came() {
    let mut entries = ordered(Vec::new());
    entries.push(entry(
        3,
        "purchase.received",
        &came(1, &[(1, 4_000, 1_000_000, 0)]),
    ));
    let now = folded(&mut entries);
    let back = |quantity_milli: i64| Returned {
        lots: Vec::new(),
        back: ReturnId(Uuid::from_u128(8)),
        number: "SR-A-000001".into(),
        supplier: SupplierId(Uuid::from_u128(5)),
        currency: "GBP".into(),
        location: "main".into(),
        reason: "broken".into(),
        lines: vec![ReturnedGoods {
            line: Some(1),
            product: product(1),
            sku: "S1".into(),
            title: "Goods 1".into(),
            quantity_milli,
            unit_cost_micro: 1_000_000,
        }],
    };
    let refused = purchase::send_back(&now, back(4_001)).unwrap_err();
    assert_eq!(refused.code, "more_than_received");
    entries.push(entry(
        4,
        "purchase.returned",
        &purchase::send_back(&now, back(3_000)).unwrap(),
    ));
    let moves = purchase_moves(&folded(&mut entries));
    let ways: Vec<_> = moves
        .iter()
        .map(|one| (&*one.from, &*one.to, one.quantity_milli, one.part))
        .collect();
    assert_eq!(
        ways,
        [
            ("supplier", "main", 4_000, 0),
            ("main", "supplier", 3_000, 1)
        ]
    );
    // The first word of a record, it stands by itself.
    let mut alone = vec![entry(1, "purchase.returned", &back(2_000))];
    let alone = folded(&mut alone);
    assert_eq!(
        (alone.stage(), alone.number()),
        (PurchaseStage::Return, Some("SR-A-000001"))
    );
    assert_eq!(alone.total_minor(), -200);
}

proptest! {
    #[test]
    fn shares_are_the_charges_and_parts_are_told_apart(
        amounts in prop::collection::vec((-50_000_i64..50_000, 0_u8..3), 0..4),
        receipts in prop::collection::vec(
            prop::collection::vec((1_u32..3, 1_i64..90_000, 0_i64..9_000_000, 0_i64..900), 1..5),
            1..5,
        ),
        seed in 0_usize..99,
    ) {
        let spreads = [Spread::Value, Spread::Weight, Spread::Quantity];
        let of = |(amount, way): &(i64, u8)| charge(*amount, spreads[usize::from(*way)]);
        let charges = amounts.iter().map(of);
        let mut entries = ordered(charges.collect());
        for (index, lines) in receipts.iter().enumerate() {
            let said = came(index as u128 + 1, lines);
            entries.push(entry(index as u64 + 3, "purchase.received", &said));
        }
        let now = folded(&mut entries);
        let charged: i64 = amounts.iter().map(|(amount, _)| amount).sum();
        prop_assert_eq!(now.shares_minor().iter().sum::<i64>(), charged);
        let moves = purchase_moves(&now);
        prop_assert!(moves.iter().enumerate().all(|(part, one)| one.part == part as u32));
        let turn = seed % entries.len();
        entries.rotate_left(turn);
        prop_assert_eq!(now, folded(&mut entries));
    }
}
