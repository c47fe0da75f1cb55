//! Counts by lots, whatever moves before and after them and is told late.
#![allow(clippy::unwrap_used)] // a test may fail

use domain::count::{Change, LotLevels, lot_variances};
use proptest::prelude::*;
use std::collections::BTreeMap;

type Moved = (u8, i64, i64);

fn moves() -> impl Strategy<Value = Vec<Moved>> {
    prop::collection::vec((0_u8..3, 0_i64..50, -9_i64..9), 0..20)
}

/// Counts by their times, each with what was found of some lots.
fn counts() -> impl Strategy<Value = Vec<(i64, LotLevels)>> {
    let found = prop::collection::btree_map(0_u8..3, 1_i64..20, 0..3);
    prop::collection::btree_map(0_i64..50, found, 1..5).prop_map(|counts| {
        let named = |found: BTreeMap<u8, i64>| {
            let found = found.into_iter();
            found.map(|(lot, milli)| (name(lot), milli)).collect()
        };
        let counts = counts.into_iter();
        counts.map(|(at_ms, found)| (at_ms, named(found))).collect()
    })
}

fn name(lot: u8) -> String {
    format!("L{lot}")
}

fn changes(moves: &[Moved]) -> Vec<(String, Change)> {
    let mut moves = moves.to_vec();
    moves.sort_by_key(|(_, at_ms, _)| *at_ms);
    let change = |(lot, at_ms, change_milli): Moved| {
        let change = Change {
            at_ms,
            change_milli,
        };
        (name(lot), change)
    };
    moves.into_iter().map(change).collect()
}

/// What is there of a lot: all that moved, and all that counts found.
fn on_hand(moves: &[Moved], counts: &[(i64, LotLevels)], lot: u8) -> i64 {
    let own = moves.iter().filter(|(of, ..)| *of == lot);
    let moved: i64 = own.map(|(_, _, milli)| milli).sum();
    let found = lot_variances(counts, changes(moves));
    let found = found.iter().filter_map(|found| found.get(&name(lot)));
    moved + found.sum::<i64>()
}

proptest! {
    #[test]
    fn after_the_newest_count_is_what_it_found_of_each_lot_and_what_moved_later(
        moves in moves(), counts in counts(),
    ) {
        let (last_ms, found) = counts.last().unwrap();
        for lot in 0..3 {
            let counted = found.get(&name(lot)).copied().unwrap_or(0);
            let later = moves.iter().filter(|(of, at_ms, _)| *of == lot && at_ms > last_ms);
            let later: i64 = later.map(|(_, _, milli)| milli).sum();
            prop_assert_eq!(on_hand(&moves, &counts, lot), counted + later);
        }
    }

    #[test]
    fn what_is_told_late_of_a_lot_explains_the_count_after_it_and_no_other(
        moves in moves(), counts in counts(), late in (0_u8..3, 0_i64..50, 1_i64..9),
    ) {
        let mut more = moves.clone();
        more.push(late);
        let before = lot_variances(&counts, changes(&moves));
        let after = lot_variances(&counts, changes(&more));
        let first = counts.iter().position(|(at_ms, _)| *at_ms >= late.1);
        for (index, (before, after)) in before.iter().zip(&after).enumerate() {
            for lot in 0..3 {
                let of = |found: &LotLevels| found.get(&name(lot)).copied().unwrap_or(0);
                let explained = if Some(index) == first && lot == late.0 { late.2 } else { 0 };
                prop_assert_eq!(of(before) - explained, of(after));
            }
        }
    }
}
