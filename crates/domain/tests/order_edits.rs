//! Changes of a placed order: whatever is changed while goods go out and come back, giving back
//! every unit gives back exactly what was paid; and what a change may not touch.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "order_walks/shop.rs"]
#[allow(dead_code, reason = "the walks use more of it")]
mod shop;

use domain::ids::{EditId, PaymentId, ReturnId, ShipmentId};
use domain::order::{self, EditInput, LineInput, Order, Placed, Returned, ReturnedLine};
use domain::settings::Settings;
use domain::{CustomerId, Refusal};
use proptest::prelude::*;
use serde::Serialize;
use shop::{Dice, Goods, change, entry, settings, wish};
use uuid::Uuid;

/// An order that is being told.
struct Told {
    order: Order,
    settings: Settings,
    dice: Dice,
    said: u64,
}

impl Told {
    fn placed(seed: u64) -> Self {
        let mut dice = Dice(seed);
        let settings = settings(&mut dice);
        let document = order::compose(&wish(&mut dice, 4), &settings, &mut Goods, 0).unwrap();
        let mut told = Self {
            order: Order::default(),
            settings,
            dice,
            said: 0,
        };
        let number = "A-000001".into();
        told.say("order.placed", Placed::new(number, document));
        told
    }

    fn say<P: Serialize>(&mut self, kind: &str, said: P) {
        self.said += 1;
        let day = 20_000 + self.said as i32;
        self.order.apply(&entry(self.said, day, kind, &said));
    }

    fn edit(&mut self, wanted: &EditInput) -> Result<(), Refusal> {
        let id = EditId(self.dice.id());
        let said = order::edit(&self.order, id, wanted, &self.settings, &mut Goods)?;
        let (share, before) = (
            order::share_of_edit(&self.order, &said),
            book_totals(&self.order),
        );
        self.say("order.edited", said);
        let after = book_totals(&self.order);
        // What a till counts of a change is what the change moved of the order.
        let tax: i64 = share.taxes.iter().map(|tax| tax.tax_minor).sum();
        let moved = (after.0 - before.0, after.1 - before.1);
        assert_eq!((share.total_minor, tax), moved);
        Ok(())
    }

    fn take_back(&mut self) -> Result<(), Refusal> {
        let said = order::take_back(&self.order, EditId(self.dice.id()), &self.settings)?;
        self.say("order.edited", said);
        Ok(())
    }

    fn ship(&mut self) {
        let id = ShipmentId(self.dice.id());
        if let Ok(said) = order::fulfil(&self.order, id, None, None, None) {
            self.say("order.fulfilled", said);
        }
    }

    /// Pays what is due, or gives back what is owed.
    fn settle(&mut self) {
        let (id, due) = (PaymentId(self.dice.id()), self.order.due_minor());
        if due > 0 {
            let said = order::pay(&self.order, id, "card", due, None).unwrap();
            self.say("order.paid", said);
        } else if due < 0 {
            let said = order::refund(&self.order, id, "card", -due, None).unwrap();
            self.say("order.refunded", said);
        }
    }

    /// Takes one unit of a line back, or what is left of it; what its credit note says.
    fn give_back(&mut self, line: u32) -> i64 {
        let restocked_milli = self.order.returnable_milli(line).min(1_000);
        let said = Returned {
            lots: Vec::new(),
            location: None,
            till: None,
            received: ReturnId(self.dice.id()),
            number: "CN-A-000001".into(),
            request: None,
            reason: None,
            lines: vec![ReturnedLine {
                line,
                restocked_milli,
                ..ReturnedLine::default()
            }],
        };
        let said = order::receive_return(&self.order, said).unwrap();
        let credit = said.lines[0].total_minor;
        self.say("order.returned", said);
        credit
    }

    fn returnable(&self) -> Vec<u32> {
        let lines = self.order.lines.keys().copied();
        lines
            .filter(|line| self.order.returnable_milli(*line) > 0)
            .collect()
    }

    /// The lines as they are, for a change of some of them.
    fn lines(&self) -> Vec<LineInput> {
        let kept = self.order.lines.values().map(|line| LineInput {
            line: Some(line.line),
            quantity_milli: line.quantity_milli - self.order.cancelled_milli(line),
            discount_ppm: line.discount_ppm,
            discount_minor: line.discount_minor,
            ..LineInput::default()
        });
        kept.collect()
    }
}

fn lines(lines: Vec<LineInput>) -> EditInput {
    EditInput {
        lines: Some(lines),
        ..EditInput::default()
    }
}

/// What an order comes to in the book's currency, with the tax in it.
fn book_totals(order: &Order) -> (i64, i64) {
    let events = order.money_events();
    let parts = events.iter().flat_map(|event| &event.lines);
    parts.fold((0, 0), |(total, tax), part| {
        (total + part.share.total_minor, tax + part.share.tax_minor)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn giving_every_unit_back_gives_back_what_was_paid_whatever_was_changed(seed in any::<u64>()) {
        let mut told = Told::placed(seed);
        for _ in 0..6 {
            told.settle();
            match told.dice.roll(3) {
                0 => told.ship(),
                1 => drop(told.take_back()),
                _ => {
                    let wanted = change(&mut told.dice, &told.order);
                    drop(told.edit(&wanted));
                }
            }
            let some = told.returnable();
            if told.dice.once_in(3) && !some.is_empty() {
                told.settle();
                let credit = told.give_back(some[0]);
                prop_assert_eq!(-told.order.due_minor(), credit, "what is owed is the credit");
            }
        }
        told.settle();
        told.ship();
        let received: i64 = told.order.payments.values()
            .map(|paid| paid.amount_minor.max(0)).sum();
        while let Some(line) = told.returnable().last().copied() {
            let credit = told.give_back(line);
            prop_assert_eq!(-told.order.due_minor(), credit, "what is owed is the credit");
            told.settle();
        }
        prop_assert_eq!(told.order.refunded_minor(), received);
        prop_assert_eq!((told.order.paid_minor(), told.order.totals()), (0, (0, 0)));
        prop_assert!(told.order.is_closed());
    }
}

#[test]
fn a_change_that_is_taken_back_leaves_not_a_cent_and_the_one_before_it_can_be_next() {
    let mut told = Told::placed(7);
    let first = told.order.lines.clone();
    let dearer = |told: &Told, price: i64| {
        let mut wanted = told.lines();
        wanted[0].unit_price_micro = Some(price);
        lines(wanted)
    };
    let wanted = dearer(&told, 9_990_000);
    told.edit(&wanted).unwrap();
    let second = told.order.lines.clone();
    let wanted = EditInput {
        reference: Some("PO 4711".into()),
        ..dearer(&told, 1_000_000)
    };
    told.edit(&wanted).unwrap();
    assert_eq!(told.order.document.reference.as_deref(), Some("PO 4711"));
    told.take_back().unwrap();
    assert_eq!(told.order.lines, second);
    assert_eq!(told.order.document.reference, None);
    told.take_back().unwrap();
    assert_eq!(told.order.lines, first);
    let refused = told.take_back().unwrap_err();
    assert_eq!(refused.code, "nothing_to_take_back");
}

#[test]
fn what_went_out_can_neither_be_taken_out_nor_be_made_less() {
    let mut told = Told::placed(3);
    told.ship();
    let mut less = told.lines();
    less[0].quantity_milli -= 1;
    let refused = told.edit(&lines(less)).unwrap_err();
    assert_eq!(refused.code, "below_shipped");
    assert_eq!(
        refused.field.as_deref(),
        Some("lines.0.quantity_milli"),
        "the refusal stands at its box"
    );
    let mut fewer = told.lines();
    fewer.remove(0);
    fewer.push(LineInput {
        product: Some(Goods::id(1)),
        quantity_milli: 1_000,
        ..LineInput::default()
    });
    let refused = told.edit(&lines(fewer)).unwrap_err();
    assert_eq!(refused.code, "line_shipped");
}

#[test]
fn a_customer_is_put_in_where_there_was_none_and_never_exchanged() {
    let mut told = Told::placed(5);
    let wanted = |id: u128| EditInput {
        customer: Some(CustomerId(Uuid::from_u128(id))),
        ..EditInput::default()
    };
    told.edit(&wanted(1)).unwrap();
    assert_eq!(
        told.order.document.customer,
        Some(CustomerId(Uuid::from_u128(1)))
    );
    assert_eq!(told.edit(&wanted(2)).unwrap_err().code, "customer_fixed");
}

#[test]
fn of_two_changes_that_did_not_know_of_each_other_both_stand_and_a_person_is_told() {
    let mut told = Told::placed(11);
    let more = |told: &Told| {
        let mut wanted = told.lines();
        wanted[0].quantity_milli += 1_000;
        lines(wanted)
    };
    let added = |told: &Told, number: i64| {
        let mut wanted = told.lines();
        wanted.push(LineInput {
            product: Some(Goods::id(number)),
            quantity_milli: 1_000,
            ..LineInput::default()
        });
        lines(wanted)
    };
    let decide = |told: &mut Told, wanted: &EditInput| {
        let id = EditId(told.dice.id());
        order::edit(&told.order, id, wanted, &told.settings, &mut Goods).unwrap()
    };
    let (one, two) = (added(&told, 1), added(&told, 2));
    let (one, two) = (decide(&mut told, &one), decide(&mut told, &two));
    let before = told.order.lines.len();
    told.say("order.edited", one);
    assert!(!told.order.edited_apart);
    told.say("order.edited", two);
    assert!(told.order.edited_apart);
    assert_eq!(told.order.lines.len(), before + 2, "neither line is lost");
    let wanted = more(&told);
    told.edit(&wanted).unwrap();
    assert!(!told.order.edited_apart, "somebody has looked");
}
