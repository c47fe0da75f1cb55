//! What never happens in stock, whatever is counted, sent and told late: a count that what came
//! before it changes, goods that a transfer makes or loses.
#![allow(clippy::unwrap_used)] // a test may fail

use domain::count::{Change, Count, Counted, CountedLine, Opened, variances};
use domain::ids::ReceiptId;
use domain::order::Moment;
use domain::stock::{SCRAP, TRANSIT};
use domain::transfer::{
    Handled, Outcome, Sent, Transfer, TransferDocument, TransferLine, transfer_moves,
};
use domain::{Day, DeviceId, Entry, Hlc, ProductId, RequestId, Subject, SubjectKind};
use proptest::prelude::*;
use serde::Serialize;
use std::collections::BTreeMap;
use uuid::Uuid;

fn product(number: u128) -> ProductId {
    ProductId(Uuid::from_u128(number))
}

fn entry(kind: &str, said: &impl Serialize, seq: u64, device: u128) -> Entry {
    Entry {
        device: DeviceId(Uuid::from_u128(device)),
        seq,
        hlc: Hlc(seq as i64),
        at_ms: seq as i64 * 1_000,
        offset_min: 0,
        business_day: Day(0),
        actor: "clerk".into(),
        subject: Subject::new(SubjectKind::Count, Uuid::from_u128(9)),
        kind: kind.into(),
        version: 1,
        payload: serde_json::to_string(said).unwrap(),
        request_id: RequestId(Uuid::from_u128(u128::from(seq))),
        personal: None,
        personal_digest: None,
        prev_hash: [0; 32],
        hash: [0; 32],
    }
}

/// Movements and counts, each list in the order of time.
fn ledger(moves: &[(i64, i64)], counts: &[(i64, i64)]) -> (Vec<Change>, Vec<(i64, i64)>) {
    let mut changes: Vec<Change> = moves
        .iter()
        .map(|(at_ms, change_milli)| Change {
            at_ms: *at_ms,
            change_milli: *change_milli,
        })
        .collect();
    changes.sort_by_key(|change| change.at_ms);
    let counts: BTreeMap<i64, i64> = counts.iter().copied().collect();
    (changes, counts.into_iter().collect())
}

/// What is there: all movements and all differences that counts found.
fn on_hand(changes: &[Change], counts: &[(i64, i64)]) -> i64 {
    let moved: i64 = changes.iter().map(|change| change.change_milli).sum();
    let found = variances(counts.iter().copied(), changes.iter().copied());
    moved + found.iter().sum::<i64>()
}

proptest! {
    #[test]
    fn after_the_newest_count_is_what_it_found_and_what_moved_later(
        moves in prop::collection::vec((0_i64..50, -9_i64..10), 0..30),
        counts in prop::collection::vec((0_i64..50, 0_i64..20), 1..5),
    ) {
        let (changes, counts) = ledger(&moves, &counts);
        let (last_ms, counted) = *counts.last().unwrap();
        let later = changes.iter().filter(|change| change.at_ms > last_ms);
        let later: i64 = later.map(|change| change.change_milli).sum();
        prop_assert_eq!(on_hand(&changes, &counts), counted + later);
    }

    #[test]
    fn counts_commute_with_movements_that_arrive_late(
        moves in prop::collection::vec((0_i64..50, -9_i64..10), 0..30),
        counts in prop::collection::vec((0_i64..50, 0_i64..20), 1..5),
        late in prop::collection::vec((0_i64..50, -9_i64..10), 1..6),
    ) {
        let (before, counts) = ledger(&moves, &counts);
        let last_ms = counts.last().unwrap().0;
        let old: Vec<_> = late.iter().copied().filter(|(at_ms, _)| *at_ms <= last_ms).collect();
        let (after, _) = ledger(&[moves.clone(), old].concat(), &[]);
        prop_assert_eq!(on_hand(&before, &counts), on_hand(&after, &counts));
        // They explain the difference of the first count after them, and of no other.
        let found = |changes: &[Change]| variances(counts.iter().copied(), changes.iter().copied());
        let (was, is) = (found(&before), found(&after));
        for (index, (at_ms, _)) in counts.iter().enumerate() {
            let from = index.checked_sub(1).map_or(i64::MIN, |before| counts[before].0);
            let told: i64 = after.iter()
                .filter(|change| change.at_ms > from && change.at_ms <= *at_ms)
                .map(|change| change.change_milli).sum();
            let known: i64 = before.iter()
                .filter(|change| change.at_ms > from && change.at_ms <= *at_ms)
                .map(|change| change.change_milli).sum();
            prop_assert_eq!(was[index] - is[index], told - known);
        }
    }

    #[test]
    fn what_several_people_count_adds_up_in_any_order(
        found in prop::collection::vec((0_u128..3, 1_u128..4, 0_i64..9, any::<bool>()), 1..20),
        swaps in prop::collection::vec(any::<prop::sample::Index>(), 20),
    ) {
        let opened = Opened { location: "main".into(), ..Opened::default() };
        let mut entries = vec![entry("count.opened", &opened, 1, 0)];
        for (seq, (counter, of, quantity_milli, recount)) in found.iter().enumerate() {
            let said = Counted {
                counter: format!("counter {counter}"),
                lines: vec![CountedLine {
                    product: product(*of), quantity_milli: *quantity_milli, recount: *recount,
                    lots: Vec::new(),
                }],
            };
            entries.push(entry("count.counted", &said, seq as u64 + 2, *counter));
        }
        let mut expected: BTreeMap<(u128, u128), i64> = BTreeMap::new();
        for (counter, of, quantity_milli, recount) in &found {
            let sum = expected.entry((*of, *counter)).or_default();
            *sum = if *recount { 0 } else { *sum } + quantity_milli;
        }
        for (at, swap) in swaps.iter().enumerate() {
            let (one, other) = (at % entries.len(), swap.index(entries.len()));
            entries.swap(one, other);
        }
        let domain::State::Count(count) = domain::fold(SubjectKind::Count, &mut entries) else {
            unreachable!("a count folds to a count");
        };
        let count: Count = *count;
        for of in 1..4 {
            let sum: i64 = expected.range((of, 0)..(of + 1, 0)).map(|(_, milli)| milli).sum();
            let tally = count.tally(product(of)).map(|tally| tally.quantity_milli);
            prop_assert_eq!(tally.unwrap_or(0), sum);
        }
    }

    #[test]
    fn a_transfer_neither_makes_nor_loses_goods(
        sent in prop::collection::btree_map(1_u128..4, 1_i64..20, 1..4),
        parts in prop::collection::vec((0_u8..3, 1_u128..4, -3_i64..20), 0..8),
    ) {
        let lines: Vec<TransferLine> = sent.iter().map(|(of, quantity_milli)| TransferLine {
            product: product(*of), quantity_milli: *quantity_milli,
        }).collect();
        let mut transfer = Transfer {
            document: Some(TransferDocument::default()),
            sent: Some((
                Sent { lots: Vec::new(),  from: "main".into(), to: "north".into(), lines },
                Moment::default(),
            )),
            ..Transfer::default()
        };
        for (index, (outcome, of, quantity_milli)) in parts.iter().enumerate() {
            let receipt = ReceiptId(Uuid::from_u128(index as u128));
            let outcome =
                [Outcome::Received, Outcome::Returned, Outcome::WrittenOff][usize::from(*outcome)];
            let line = TransferLine { product: product(*of), quantity_milli: *quantity_milli };
            let said = Handled { lots: Vec::new(),  receipt, reason: None, lines: vec![line] };
            transfer.receipts.insert(receipt, (outcome, said, Moment::default()));
        }
        let mut sums: BTreeMap<(ProductId, String), i64> = BTreeMap::new();
        let mut parts = std::collections::BTreeSet::new();
        for part in transfer_moves(&transfer) {
            prop_assert!(part.quantity_milli > 0);
            prop_assert!(parts.insert((part.product, part.part)), "a part stands twice");
            *sums.entry((part.product, part.from)).or_default() -= part.quantity_milli;
            *sums.entry((part.product, part.to)).or_default() += part.quantity_milli;
        }
        let at = |of, place: &str| sums.get(&(of, place.to_owned())).copied().unwrap_or(0);
        for (of, open) in transfer.open() {
            prop_assert_eq!(at(of, TRANSIT), open);
            let places = ["main", "north", TRANSIT, SCRAP];
            let all: i64 = places.map(|place| at(of, place)).iter().sum();
            prop_assert_eq!(all, 0);
        }
    }
}
