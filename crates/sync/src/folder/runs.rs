//! Which entries some files hold: runs of numbers of each device's journal.

use crate::vector::Vector;
use std::collections::BTreeMap;
use uuid::Uuid;

/// Runs of one device: (first, last), apart and in order.
pub type Runs = BTreeMap<Uuid, Vec<(u64, u64)>>;

/// Notes that an entry is held.
pub fn add(runs: &mut Runs, device: Uuid, seq: u64) {
    let of_device = runs.entry(device).or_default();
    match of_device.last_mut() {
        Some((_, last)) if *last + 1 == seq => *last = seq,
        Some((first, last)) if (*first..=*last).contains(&seq) => {}
        _ => {
            of_device.push((seq, seq));
            *of_device = joined(std::mem::take(of_device));
        }
    }
}

/// What all of the files hold together, from each journal's beginning without a gap.
pub fn held<'a>(all: impl Iterator<Item = &'a Runs>) -> Vector {
    let mut together = Runs::new();
    for (device, runs) in all.flatten() {
        together.entry(*device).or_default().extend(runs);
    }
    let begun = together.into_iter().filter_map(|(device, runs)| {
        let first = joined(runs).into_iter().next()?;
        (first.0 == 1).then_some((device, first.1))
    });
    begun.collect()
}

fn joined(mut runs: Vec<(u64, u64)>) -> Vec<(u64, u64)> {
    runs.sort_unstable();
    let mut joined: Vec<(u64, u64)> = Vec::with_capacity(runs.len());
    for (first, last) in runs {
        match joined.last_mut() {
            Some(before) if first <= before.1.saturating_add(1) => before.1 = before.1.max(last),
            _ => joined.push((first, last)),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_join_and_only_what_begins_with_one_is_held() {
        let (one, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let (mut first, mut second) = (Runs::new(), Runs::new());
        for seq in [1, 2, 6, 7, 2] {
            add(&mut first, one, seq);
        }
        add(&mut first, other, 2);
        for seq in [5, 4, 3] {
            add(&mut second, one, seq);
        }
        assert_eq!(first[&one], [(1, 2), (6, 7)]);
        assert_eq!(second[&one], [(3, 5)]);
        let held = held([&first, &second].into_iter());
        assert_eq!((held.get(one), held.get(other)), (7, 0));
    }
}
