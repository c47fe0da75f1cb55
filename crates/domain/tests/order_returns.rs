//! Returns of every unit, one by one, give back exactly what was paid.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "order_walks/shop.rs"]
#[allow(dead_code, reason = "the walks use more of it")]
mod shop;

use domain::credit::Holder;
use domain::ids::{PaymentId, ReturnId};
use domain::order::{
    self, Document, Order, PaymentStatus, Returned, ReturnedLine, Sold, TillShare,
};
use domain::posting::order_legs;
use domain::{CustomerId, GiftCardId};
use proptest::prelude::*;
use serde::Serialize;
use shop::{Dice, Goods, entry, promote, settings, wish};
use uuid::Uuid;

/// An order that is being told.
#[derive(Default)]
struct Told {
    order: Order,
    said: u64,
}

impl Told {
    fn say<P: Serialize>(&mut self, kind: &str, said: P) {
        self.said += 1;
        self.order
            .apply(&entry(self.said, 20_000 + self.said as i32, kind, &said));
    }
}

fn sold(dice: &mut Dice) -> Told {
    let settings = settings(dice);
    let mut document: Document = order::compose(&wish(dice, 4), &settings, &mut Goods, 0).unwrap();
    promote(&mut document, &settings, dice);
    let amount_minor = document.lines.iter().map(|line| line.total_minor).sum();
    let paid = order::Paid {
        payment: PaymentId(Uuid::nil()),
        method: "card".into(),
        holder: None,
        exchange: None,
        book_minor: None,
        notes: None,
        amount_minor,
        rounding_minor: 0,
        tendered_minor: None,
        reference: None,
    };
    let mut told = Told::default();
    let number = "A-000001".into();
    let payments = vec![paid];
    told.say(
        "order.sold",
        Sold {
            lots: Vec::new(),
            reason: None,
            number,
            payments,
            document,
        },
    );
    told
}

/// Whose credit or card takes a refund, beside the ways of money.
const HOLDERS: [Option<Holder>; 4] = [
    None,
    None,
    Some(Holder::StoreCredit(CustomerId(Uuid::from_u128(9)))),
    Some(Holder::GiftCard(GiftCardId(Uuid::from_u128(8)))),
];

/// Returns one unit of a line, or what is left of it, and refunds what is owed for it.
fn give_back(told: &mut Told, line: u32, dice: &mut Dice) -> i64 {
    let quantity_milli = told.order.returnable_milli(line).min(1_000);
    let scrapped = dice.once_in(2);
    let said = Returned {
        lots: Vec::new(),
        location: None,
        till: None,
        received: ReturnId(dice.id()),
        number: "CN-A-000001".into(),
        request: None,
        reason: None,
        lines: vec![ReturnedLine {
            line,
            restocked_milli: if scrapped { 0 } else { quantity_milli },
            scrapped_milli: if scrapped { quantity_milli } else { 0 },
            ..ReturnedLine::default()
        }],
    };
    let said = order::receive_return(&told.order, said).unwrap();
    let credit = said.lines[0].total_minor;
    let (share, before) = (
        order::share_of_return(&told.order, &said),
        book_totals(&told.order),
    );
    told.say("order.returned", said);
    counts_what_moved(&share, before, book_totals(&told.order));
    let owed = -told.order.due_minor();
    assert_eq!(owed, credit, "what is owed is the credit note");
    if owed > 0 {
        let payment = PaymentId(dice.id());
        let which = usize::try_from(dice.roll(4)).unwrap();
        let method = ["card", "bank", "store_credit", "gift_card"][which];
        let said = order::refund(&told.order, payment, method, owed, None).unwrap();
        let said = order::refunded_at(&told.order, said, None);
        let holder = HOLDERS.get(which).copied().flatten();
        let said = order::Refunded { holder, ..said };
        told.say("order.refunded", said);
    }
    credit
}

/// What an order comes to in the book's currency, with the tax in it.
fn book_totals(order: &Order) -> (i64, i64) {
    let events = order.money_events();
    let parts = events.iter().flat_map(|event| &event.lines);
    parts.fold((0, 0), |(total, tax), part| {
        (total + part.share.total_minor, tax + part.share.tax_minor)
    })
}

/// What a till counts of an act is what the act moved of the order.
fn counts_what_moved(share: &TillShare, before: (i64, i64), after: (i64, i64)) {
    assert_eq!(share.total_minor, after.0 - before.0);
    let tax: i64 = share.taxes.iter().map(|tax| tax.tax_minor).sum();
    assert_eq!(tax, after.1 - before.1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn refunding_every_unit_one_by_one_gives_back_exactly_what_was_paid(seed in any::<u64>()) {
        let mut dice = Dice(seed);
        let mut told = sold(&mut dice);
        let paid = told.order.paid_minor();
        let mut credited = 0;
        loop {
            let open: Vec<u32> = told.order.lines.keys().copied()
                .filter(|line| told.order.returnable_milli(*line) > 0).collect();
            if open.is_empty() { break }
            let line = open[dice.roll(open.len() as i64) as usize];
            credited += give_back(&mut told, line, &mut dice);
        }
        let order = &told.order;
        prop_assert_eq!(credited, paid);
        prop_assert_eq!((order.refunded_minor(), order.paid_minor()), (paid, 0));
        prop_assert_eq!(order.totals(), (0, 0));
        prop_assert!(order.tax_sums().iter().all(|sum| (sum.base_minor, sum.tax_minor) == (0, 0)));
        prop_assert!(order.is_closed());
        let ended = if paid == 0 { PaymentStatus::Void } else { PaymentStatus::Refunded };
        prop_assert_eq!(order.payment_status(), ended);
        let mut accounts = std::collections::BTreeMap::<String, i64>::new();
        for leg in order_legs(order) {
            *accounts.entry(leg.account).or_default() += leg.amount_minor;
        }
        // Money went out by several ways: together they gave back what came in by one.
        let ways = ["paid:card", "paid:bank", "store_credit", "gift_card"];
        let given: i64 = ways.iter().filter_map(|way| accounts.remove(*way)).sum();
        prop_assert_eq!(given, 0);
        prop_assert!(accounts.values().all(|sum| *sum == 0), "{:?}", accounts);
    }
}
