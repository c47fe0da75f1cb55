//! Lots over several devices: what they add up to, and what a person is told.

#![allow(clippy::unwrap_used)] // a test may fail

#[allow(dead_code)] // the shop serves other tests, too
mod shop;

use book::{Book, Device, journal};
use domain::lot::LotPart;
use domain::{Day, Entry, ProductId};
use proptest::prelude::*;
use shop::Clerk;

const LOT: u16 = 0;
const SERIAL: u16 = 1;

fn entries_of(book: &Book) -> Vec<Entry> {
    book.read(|read| {
        let mut found = Vec::new();
        for device in Device::all(read.conn)? {
            journal::chain(read.conn, read.terms, &device, 0, &mut |entry| {
                found.push(entry);
                Ok(())
            })?;
        }
        Ok(found)
    })
    .unwrap()
}

fn two() -> (tempfile::TempDir, Clerk, Clerk, ProductId) {
    let folder = tempfile::tempdir().unwrap();
    let mut first = Clerk::new(folder.path(), 1);
    first.found();
    let product = first.product("A", 1_000_000);
    let second = Clerk::new(folder.path(), 2);
    (folder, first, second, product)
}

fn of(product: ProductId, lot: &str, milli: i64) -> Vec<LotPart> {
    vec![LotPart::of(product, lot, milli)]
}

fn told(clerk: &Clerk) -> Vec<(String, Option<String>)> {
    let (found, _) = clerk.book.read(|read| read.exceptions(10)).unwrap();
    found
        .into_iter()
        .map(|one| (one.code, one.detail))
        .collect()
}

#[test]
fn the_last_of_a_lot_that_two_devices_drew_apart_is_told_and_not_refused() {
    let (_folder, mut first, mut second, product) = two();
    first.track(product, LOT);
    first.find_lots(product, 3_000, of(product, "L1", 2_000));
    second.book.receive(entries_of(&first.book)).unwrap();
    first.find_lots(product, -2_000, of(product, "L1", -2_000));
    second.find_lots(product, -1_000, of(product, "L1", -1_000));
    second.book.receive(entries_of(&first.book)).unwrap();
    let told = told(&second);
    let below = ("lot_below_zero".to_owned(), Some("L1: -1000".to_owned()));
    assert!(told.contains(&below), "{told:?}");
    let lots = second
        .book
        .read(|read| read.lots_of(product.0, None, Day(0)))
        .unwrap();
    assert_eq!(lots.lots[0].on_hand_milli, -1_000);
    // Nothing is there in all, and what is short of the lot is there without one.
    assert_eq!(lots.loose[0].on_hand_milli, 1_000);
}

#[test]
fn a_serial_number_that_came_in_twice_is_told() {
    let (_folder, mut first, mut second, product) = two();
    first.track(product, SERIAL);
    second.book.receive(entries_of(&first.book)).unwrap();
    first.find_lots(product, 1_000, of(product, "S1", 1_000));
    second.find_lots(product, 1_000, of(product, "S1", 1_000));
    second.find_lots(product, 1_000, of(product, "S2", 1_000));
    assert!(told(&first).is_empty());
    first.book.receive(entries_of(&second.book)).unwrap();
    let twice = ("serial_here_twice".to_owned(), Some("S1".to_owned()));
    assert_eq!(told(&first), [twice]);
}

#[test]
fn goods_of_before_lots_were_told_apart_lie_without_one_until_somebody_names_it() {
    let (_folder, mut first, _second, product) = two();
    first.adjust(product, 5_000);
    first.track(product, LOT);
    let lots = |clerk: &Clerk| {
        clerk
            .book
            .read(|read| read.lots_of(product.0, None, Day(0)))
            .unwrap()
    };
    assert_eq!(lots(&first).loose[0].on_hand_milli, 5_000);
    first.find_lots(product, 0, of(product, "L1", 4_000));
    let now = lots(&first);
    assert_eq!(
        (now.lots[0].on_hand_milli, now.loose[0].on_hand_milli),
        (4_000, 1_000)
    );
    let row = first.book.read(|read| read.product(product.0)).unwrap().row;
    assert_eq!(row.on_hand_milli, 5_000);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    /// The lots of a place and the goods without one are its stock, whatever is drawn.
    #[test]
    fn lots_and_goods_without_one_are_the_stock(
        steps in prop::collection::vec((0_u8..4, 1_i64..9, 0_u8..3), 1..30),
    ) {
        let (_folder, mut clerk, _second, product) = two();
        clerk.track(product, LOT);
        let mut model: std::collections::BTreeMap<String, i64> = Default::default();
        let mut stock = 0;
        for (kind, units, lot) in steps {
            let milli = units * 1_000;
            let name = format!("L{lot}");
            let (change, of_lot) = match kind {
                0 => (milli, milli),
                1 => (-milli, -milli),
                2 => (milli, 0),
                _ => (0, milli),
            };
            if change == 0 && of_lot == 0 {
                continue;
            }
            clerk.find_lots(product, change, of(product, &name, of_lot));
            stock += change;
            *model.entry(name).or_default() += of_lot;
        }
        model.retain(|_, milli| *milli != 0);
        let shown = clerk.book.read(|read| read.lots_of(product.0, None, Day(0))).unwrap();
        let lots: std::collections::BTreeMap<String, i64> = shown
            .lots
            .iter()
            .map(|row| (row.lot.clone(), row.on_hand_milli))
            .collect();
        prop_assert_eq!(&lots, &model);
        let loose: i64 = shown.loose.iter().map(|level| level.on_hand_milli).sum();
        prop_assert_eq!(lots.values().sum::<i64>() + loose, stock);
        let verified = clerk.book.verify(&mut |_, _| Ok(())).unwrap();
        prop_assert!(verified.checks.iter().all(|check| check.ok));
    }
}
