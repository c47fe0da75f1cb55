//! A fixed set of seeds keeps every guarantee, and each wrong way to sync is found by some of them.

use simulation::{Mutant, run, run_joining, run_shared};

/// Seeds of every run of the tests, in parts that run beside each other.
const SEEDS: u64 = 300;
/// Seeds of a part.
const PART: u64 = 50;
/// Seeds within which each wrong way is found.
const FOUND_WITHIN: u64 = 36;

fn keeps_what_the_guarantees_promise(part: u64) {
    for seed in part * PART..(part + 1) * PART {
        let outcome = run(seed, None);
        assert!(outcome.deeds > 0, "seed {seed} did nothing");
        assert_eq!(outcome.broken, Vec::<String>::new(), "seed {seed}");
    }
}

macro_rules! parts {
    ($($name:ident: $part:literal,)+) => {
        $(#[test]
        fn $name() {
            keeps_what_the_guarantees_promise($part);
        })+

        #[test]
        fn the_parts_are_all_seeds() {
            assert_eq!([$($part),+].len() as u64 * PART, SEEDS);
        }
    };
}

parts! {
    every_seed_keeps_what_the_guarantees_promise_1: 0,
    every_seed_keeps_what_the_guarantees_promise_2: 1,
    every_seed_keeps_what_the_guarantees_promise_3: 2,
    every_seed_keeps_what_the_guarantees_promise_4: 3,
    every_seed_keeps_what_the_guarantees_promise_5: 4,
    every_seed_keeps_what_the_guarantees_promise_6: 5,
}

/// Seeds of histories in which goods are shared out.
const SHARED: u64 = 60;

#[test]
fn no_seed_sells_more_than_there_is_of_what_is_shared_out() {
    for seed in 0..SHARED {
        let outcome = run_shared(seed, None);
        assert!(outcome.deeds > 1, "seed {seed} did nothing");
        assert_eq!(outcome.broken, Vec::<String>::new(), "seed {seed}");
    }
}

#[test]
fn selling_beyond_a_share_is_found() {
    let wrong = Some(Mutant::SellFreely);
    let found = (0..FOUND_WITHIN).any(|seed| !run_shared(seed, wrong).broken.is_empty());
    assert!(found, "nobody oversells in {FOUND_WITHIN} seeds");
}

fn is_found(mutant: Mutant) {
    let found = (0..FOUND_WITHIN).find(|seed| !run(*seed, Some(mutant)).broken.is_empty());
    assert!(
        found.is_some(),
        "{mutant:?} goes unseen in {FOUND_WITHIN} seeds"
    );
}

#[test]
fn a_cursor_that_is_kept_before_its_data_is_found() {
    is_found(Mutant::CursorFirst);
}

#[test]
fn trusting_what_a_hub_once_acknowledged_is_found() {
    is_found(Mutant::TrustMemory);
}

#[test]
fn a_bad_entry_that_blocks_its_batch_is_found() {
    is_found(Mutant::BatchFails);
}

#[test]
fn a_restored_device_that_keeps_its_name_is_found() {
    is_found(Mutant::KeepName);
}

#[test]
fn an_erasure_that_places_are_not_told_of_is_found() {
    is_found(Mutant::ForgetErasure);
}

/// Seeds of histories in which devices start from snapshots.
const JOINING: u64 = 100;

#[test]
fn every_seed_in_which_devices_start_from_snapshots_keeps_what_the_guarantees_promise() {
    for seed in 0..JOINING {
        let outcome = run_joining(seed, None);
        assert!(outcome.deeds > 0, "seed {seed} did nothing");
        assert_eq!(outcome.broken, Vec::<String>::new(), "seed {seed}");
    }
}

fn is_found_where_devices_join(mutant: Mutant) {
    let found = (0..FOUND_WITHIN).find(|seed| !run_joining(*seed, Some(mutant)).broken.is_empty());
    assert!(
        found.is_some(),
        "{mutant:?} goes unseen in {FOUND_WITHIN} seeds"
    );
}

#[test]
fn a_snapshot_that_claims_more_than_it_holds_is_found() {
    is_found_where_devices_join(Mutant::ClaimMore);
}

#[test]
fn a_snapshot_that_stays_when_something_in_it_is_erased_is_found() {
    is_found_where_devices_join(Mutant::KeepSnapshots);
}
