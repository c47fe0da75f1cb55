//! Two devices do things to one order without knowing of each other: facts are never rejected, and
//! what does not fit is for a person to see.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "order_walks/shop.rs"]
#[allow(dead_code, reason = "the walks use more of it")]
mod shop;

use domain::ids::{ReturnId, ShipmentId};
use domain::order::{
    self, Cancelled, Document, Fulfilled, LineQuantity, Order, OrderLine, Placed, Returned,
    ReturnedLine,
};
use domain::posting::order_legs;
use shop::entry;
use uuid::Uuid;

/// Three things at 5.00, placed on day 1.
fn placed() -> Order {
    let line = OrderLine {
        line: 1,
        quantity_milli: 3_000,
        tax: Some("standard".into()),
        tax_minor: 250,
        total_minor: 1_500,
        ..OrderLine::default()
    };
    let document = Document {
        channel: "web".into(),
        currency: "EUR".into(),
        prices_include_tax: true,
        lines: vec![line],
        ..Document::default()
    };
    let number = "A-000001".into();
    let mut order = Order::default();
    order.apply(&entry(1, 1, "order.placed", &Placed::new(number, document)));
    order
}

fn some(quantity_milli: i64) -> Vec<LineQuantity> {
    vec![LineQuantity {
        line: 1,
        quantity_milli,
    }]
}

fn shipment(quantity_milli: i64) -> Fulfilled {
    Fulfilled {
        lots: Vec::new(),
        location: None,
        shipment: ShipmentId(Uuid::from_u128(7)),
        carrier: None,
        tracking: None,
        lines: some(quantity_milli),
    }
}

fn left(order: &Order) -> (i64, i64) {
    (order.cancelled_milli(&order.lines[&1]), order.total_minor())
}

#[test]
fn goods_that_went_out_are_not_called_off_and_a_person_is_told() {
    let cancelled = Cancelled {
        reason: None,
        lines: some(2_000),
    };
    let mut order = placed();
    order.apply(&entry(2, 2, "order.cancelled", &cancelled));
    assert_eq!(left(&order), (2_000, 500));
    order.apply(&entry(3, 2, "order.fulfilled", &shipment(2_000)));
    assert_eq!(left(&order), (1_000, 1_000));
    assert!(order.shipped_what_was_called_off());
    let mut other = placed();
    other.apply(&entry(2, 2, "order.fulfilled", &shipment(2_000)));
    other.apply(&entry(3, 2, "order.cancelled", &cancelled));
    assert_eq!(left(&other), left(&order));
}

#[test]
fn goods_that_two_devices_took_back_are_credited_twice_on_the_days_of_the_returns() {
    let mut order = placed();
    order.apply(&entry(2, 1, "order.fulfilled", &shipment(3_000)));
    let sale = order_legs(&order);
    let back = |id: u128| Returned {
        lots: Vec::new(),
        location: None,
        till: None,
        received: ReturnId(Uuid::from_u128(id)),
        number: format!("CN-{id}"),
        request: None,
        reason: None,
        lines: vec![ReturnedLine {
            line: 1,
            restocked_milli: 3_000,
            ..ReturnedLine::default()
        }],
    };
    let (first, second) = (
        order::receive_return(&order, back(1)).unwrap(),
        order::receive_return(&order, back(2)).unwrap(),
    );
    order.apply(&entry(3, 2, "order.returned", &first));
    assert!(!order.returned_too_much());
    order.apply(&entry(4, 3, "order.returned", &second));
    assert!(order.returned_too_much());
    assert_eq!(order.totals(), (-1_500, -250));
    let legs = order_legs(&order);
    assert_eq!(legs.iter().map(|leg| leg.amount_minor).sum::<i64>(), 0);
    let of_sale = legs.into_iter().filter(|leg| leg.day.0 == 1);
    assert_eq!(of_sale.collect::<Vec<_>>(), sale);
}
