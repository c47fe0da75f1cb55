//! A fixed set of seeds keeps every guarantee, and each wrong way to sync is found by some of them.

use simulation::{Mutant, run};

/// Seeds of every run of the tests.
const SEEDS: u64 = 36;

#[test]
fn every_seed_keeps_what_the_guarantees_promise() {
    for seed in 0..SEEDS {
        let outcome = run(seed, None);
        assert!(outcome.deeds > 0, "seed {seed} did nothing");
        assert_eq!(outcome.broken, Vec::<String>::new(), "seed {seed}");
    }
}

fn is_found(mutant: Mutant) {
    let found = (0..SEEDS).find(|seed| !run(*seed, Some(mutant)).broken.is_empty());
    assert!(found.is_some(), "{mutant:?} goes unseen in {SEEDS} seeds");
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
