//! Counter sales as the fold sees them, above all a parked draft that becomes one.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use domain::ids::PaymentId;
use domain::order::{Document, FulfilmentStatus, Order, OrderLine, Paid, PaymentStatus, Sold};
use domain::{Day, DeviceId, Entry, Hlc, ProductId, RequestId, State, Subject, SubjectKind, fold};
use uuid::Uuid;

fn document(lines: &[u32]) -> Document {
    let lines = lines.iter().map(|line| OrderLine {
        line: *line,
        product: Some(ProductId(Uuid::from_u128(u128::from(*line)))),
        quantity_milli: 1_000,
        total_minor: 500,
        ..OrderLine::default()
    });
    Document {
        channel: "counter".into(),
        currency: "GBP".into(),
        lines: lines.collect(),
        ..Document::default()
    }
}

fn sold(number: &str, payment: u128, lines: &[u32]) -> Sold {
    let document = document(lines);
    let amount_minor = document.lines.iter().map(|line| line.total_minor).sum();
    Sold {
        lots: Vec::new(),
        reason: None,
        number: number.into(),
        payments: vec![Paid {
            payment: PaymentId(Uuid::from_u128(payment)),
            method: "cash".into(),
            holder: None,
            exchange: None,
            book_minor: None,
            notes: None,
            amount_minor,
            rounding_minor: 0,
            tendered_minor: None,
            reference: None,
        }],
        document,
    }
}

fn entry(seq: u64, device: u128, kind: &str, said: &impl serde::Serialize) -> Entry {
    Entry {
        device: DeviceId(Uuid::from_u128(device)),
        seq,
        hlc: Hlc(i64::try_from(seq).unwrap()),
        at_ms: 1_000 * i64::try_from(seq).unwrap(),
        offset_min: 0,
        business_day: Day(20_000),
        actor: "clerk".into(),
        subject: Subject::new(SubjectKind::Order, Uuid::from_u128(99)),
        kind: kind.into(),
        payload: serde_json::to_string(said).unwrap(),
        version: 1,
        request_id: RequestId(Uuid::from_u128(u128::from(seq))),
        personal: None,
        personal_digest: None,
        prev_hash: [0; 32],
        hash: [0; 32],
    }
}

fn folded(mut entries: Vec<Entry>) -> Order {
    match fold(SubjectKind::Order, &mut entries) {
        State::Order(order) => *order,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_draft_that_is_sold_is_closed_with_the_lines_of_the_sale() {
    let draft = entry(1, 1, "order.drafted", &document(&[1, 2]));
    let sale = entry(2, 1, "order.sold", &sold("A-1", 7, &[2, 3]));
    let order = folded(vec![draft, sale]);
    assert!(order.is_closed());
    assert_eq!(order.lines.keys().copied().collect::<Vec<_>>(), [2, 3]);
    assert_eq!(order.payment_status(), PaymentStatus::Paid);
    assert_eq!(order.fulfilment_status(), FulfilmentStatus::Shipped);
}

#[test]
fn a_draft_that_two_tills_sold_counts_the_money_and_goods_of_both() {
    let draft = entry(1, 1, "order.drafted", &document(&[1, 2]));
    let first = entry(2, 1, "order.sold", &sold("A-1", 7, &[1, 2]));
    let second = entry(3, 2, "order.sold", &sold("B-1", 8, &[1, 5]));
    let order = folded(vec![second.clone(), draft.clone(), first.clone()]);
    assert_eq!(order.number.as_deref(), Some("A-1"));
    assert_eq!(order.paid_minor(), 2_000);
    assert_eq!(order.payment_status(), PaymentStatus::CreditOwed);
    assert_eq!(
        (order.shipped_milli(1), order.shipped_milli(2)),
        (2_000, 1_000)
    );
    assert_eq!(order, folded(vec![draft, first, second]));
}

#[test]
fn a_sale_of_a_draft_that_another_till_threw_away_is_for_a_person_to_see() {
    let draft = entry(1, 1, "order.drafted", &document(&[1]));
    let gone = entry(2, 2, "order.cancelled", &serde_json::json!({}));
    let sale = entry(3, 1, "order.sold", &sold("A-1", 7, &[1]));
    let order = folded(vec![draft, gone, sale]);
    assert!(order.paid_after_cancel && order.shipped_after_cancel);
}
