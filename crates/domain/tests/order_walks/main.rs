//! Random walks over everything that can be done to an order. `COUNTERBOOK_WALKS` walks more of
//! them, `COUNTERBOOK_SEED` begins elsewhere; a walk that fails names its seed.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod invariants;
mod shop;
mod tally;
mod walk;

use domain::Entry;
use domain::order::Order;
use invariants::{Books, Invariant, is_folded_right};
use std::collections::BTreeMap;
use walk::{STEPS, Walk, Wrong};

fn from_environment(name: &str, usual: u64) -> u64 {
    let said = std::env::var(name).ok();
    said.map_or(usual, |text| text.parse().expect("a number"))
}

/// Walks once; how often each kind of entry was said, or what did not hold.
fn walked(seed: u64, wrong: Option<Wrong>) -> Result<BTreeMap<String, u32>, Invariant> {
    let mut walk = Walk::new(seed, wrong);
    let (mut books, mut said) = (Books::default(), BTreeMap::new());
    for _ in 0..STEPS {
        let before = walk.order.version;
        if !walk.step() {
            assert_eq!(
                walk.order.version, before,
                "what is refused changes nothing"
            );
            continue;
        }
        let entry = walk.entries.last().unwrap();
        books.check(&walk.order, entry, &walk.settings)?;
        *said.entry(entry.kind.clone()).or_default() += 1;
    }
    is_folded_right(&walk.order, &walk.entries)?;
    Ok(said)
}

#[test]
fn whatever_is_done_to_an_order_its_books_hold() {
    let walks = from_environment("COUNTERBOOK_WALKS", 10_000);
    let first = from_environment("COUNTERBOOK_SEED", 1);
    let threads = std::thread::available_parallelism().map_or(1, |some| some.get() as u64);
    let share = |thread: u64| {
        let mut all: BTreeMap<String, u32> = BTreeMap::new();
        for seed in (first..first + walks)
            .skip(thread as usize)
            .step_by(threads as usize)
        {
            let said =
                walked(seed, None).unwrap_or_else(|broken| panic!("{broken:?}, seed {seed}"));
            for (kind, times) in said {
                *all.entry(kind).or_default() += times;
            }
        }
        all
    };
    let mut all: BTreeMap<String, u32> = BTreeMap::new();
    std::thread::scope(|scope| {
        let walkers: Vec<_> = (0..threads)
            .map(|thread| scope.spawn(move || share(thread)))
            .collect();
        for (kind, times) in walkers
            .into_iter()
            .flat_map(|walker| walker.join().unwrap())
        {
            *all.entry(kind).or_default() += times;
        }
    });
    // A walk that never gets anywhere would hold, too.
    assert_eq!(all.len(), 22, "{all:?}");
    assert!(
        walks < 1_000 || all.values().all(|times| *times > 500),
        "{all:?}"
    );
}

/// Folds that are wrong on purpose, and what each of them breaks.
const MUTANTS: [(Invariant, Wrong); 20] = [
    (Invariant::Shipped, ships_one_too_many),
    (Invariant::Shipped, forgets_what_is_called_off_in_parts),
    (Invariant::Returned, takes_returns_twice),
    (Invariant::Taxes, loses_a_cent_of_tax),
    (Invariant::Money, loses_a_cent_of_a_payment),
    (Invariant::Fold, forgets_the_last_hold),
    (Invariant::Allocation, takes_goods_for_services),
    (Invariant::Allocation, sets_everything_aside),
    (Invariant::Legs, keeps_a_withdrawn_sale_off_the_books),
    (Invariant::Days, credits_a_cent_too_much),
    (Invariant::Stock, restocks_what_was_scrapped),
    (Invariant::Days, counts_changes_on_the_day_of_the_sale),
    (Invariant::Priced, forgets_the_discount_at_a_change),
    (Invariant::Inverse, keeps_what_a_change_added),
    (Invariant::Shipped, forgets_that_an_order_was_reopened),
    (Invariant::Offer, keeps_a_declined_quote_open),
    (Invariant::Credit, takes_credit_for_money),
    (Invariant::Credit, puts_more_on_cards_than_they_cost),
    (Invariant::Points, spends_points_twice),
    (Invariant::Points, forgets_that_points_were_spent),
];

#[test]
fn every_wrong_fold_is_caught_by_the_invariant_that_it_breaks() {
    for (number, (invariant, wrong)) in MUTANTS.into_iter().enumerate() {
        let broken = (1..2_000).filter_map(|seed| walked(seed, Some(wrong)).err());
        let caught = broken.take(50).any(|broken| broken == invariant);
        assert!(caught, "mutant {number} does not break {invariant:?}");
    }
}

fn ships_one_too_many(order: &mut Order, entry: &Entry) {
    if entry.kind == "order.fulfilled" {
        let parts = order
            .shipments
            .values_mut()
            .flat_map(|sent| sent.lines.values_mut());
        parts.for_each(|milli| *milli += 1);
    }
}

fn forgets_what_is_called_off_in_parts(order: &mut Order, _: &Entry) {
    order.cancelled_lines.clear();
}

fn takes_returns_twice(order: &mut Order, entry: &Entry) {
    if entry.kind == "order.returned" {
        for part in order.returns.values_mut().flat_map(|back| &mut back.lines) {
            part.restocked_milli *= 2;
        }
    }
}

fn loses_a_cent_of_tax(order: &mut Order, entry: &Entry) {
    if entry.kind == "order.placed" {
        order
            .lines
            .values_mut()
            .for_each(|line| line.tax_minor -= 1);
    }
}

fn loses_a_cent_of_a_payment(order: &mut Order, entry: &Entry) {
    if entry.kind == "order.paid" {
        order
            .payments
            .values_mut()
            .for_each(|payment| payment.amount_minor -= 1);
    }
}

fn forgets_the_last_hold(order: &mut Order, _: &Entry) {
    order.holds.pop_last();
}

fn takes_goods_for_services(order: &mut Order, entry: &Entry) {
    if entry.kind == "order.placed" {
        order
            .lines
            .values_mut()
            .for_each(|line| line.service = true);
    }
}

fn sets_everything_aside(order: &mut Order, _: &Entry) {
    order.waits = false;
}

fn keeps_a_withdrawn_sale_off_the_books(order: &mut Order, entry: &Entry) {
    if entry.kind == "order.paid" {
        order.withdrawn = true;
    }
}

fn credits_a_cent_too_much(order: &mut Order, entry: &Entry) {
    if entry.kind == "order.returned" {
        for part in order.returns.values_mut().flat_map(|back| &mut back.lines) {
            part.total_minor += 1;
        }
    }
}

fn restocks_what_was_scrapped(order: &mut Order, _: &Entry) {
    for part in order.returns.values_mut().flat_map(|back| &mut back.lines) {
        part.restocked_milli += std::mem::take(&mut part.scrapped_milli);
    }
}

fn counts_changes_on_the_day_of_the_sale(order: &mut Order, _: &Entry) {
    let placed = order.placed;
    order.edits.iter_mut().for_each(|edit| edit.moment = placed);
}

fn forgets_the_discount_at_a_change(order: &mut Order, entry: &Entry) {
    if entry.kind == "order.edited" {
        order.document.discount_ppm = 0;
    }
}

fn keeps_what_a_change_added(order: &mut Order, _: &Entry) {
    order.edits.iter_mut().for_each(|edit| edit.added.clear());
}

fn takes_credit_for_money(order: &mut Order, entry: &Entry) {
    if entry.kind == "order.refunded" {
        order
            .payments
            .values_mut()
            .for_each(|payment| payment.holder = None);
    }
}

fn puts_more_on_cards_than_they_cost(order: &mut Order, entry: &Entry) {
    if entry.kind == "order.fulfilled" {
        let cards = order
            .lines
            .values_mut()
            .filter(|line| line.gift_card.is_some());
        cards.for_each(|line| line.total_minor += 100);
    }
}

fn spends_points_twice(order: &mut Order, _: &Entry) {
    let applied = order.document.promotions.iter_mut();
    applied
        .filter_map(|one| one.points.as_mut())
        .for_each(|spent| spent.points *= 2);
}

fn forgets_that_points_were_spent(order: &mut Order, entry: &Entry) {
    if matches!(entry.kind.as_str(), "order.placed" | "order.sold") {
        let applied = order.document.promotions.iter_mut();
        applied.for_each(|one| one.points = None);
    }
}

fn keeps_a_declined_quote_open(order: &mut Order, _: &Entry) {
    order
        .quote
        .iter_mut()
        .for_each(|quote| quote.declined = None);
}

fn forgets_that_an_order_was_reopened(order: &mut Order, entry: &Entry) {
    if entry.kind == "order.reopened" {
        order.cancelled = Some(domain::order::Cancelled::default());
    }
}
