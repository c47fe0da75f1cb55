//! What was seen of journals that both sides hold: version vectors tell how much there is of each,
//! and not whether it is the same. Hashes chain, so one that differs tells of all that follow.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use uuid::Uuid;

/// The end of a journal: its last number, and the hash of that entry in hexadecimal digits.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct End {
    /// The number.
    pub seq: u64,
    /// The hash.
    pub hash: String,
}

impl End {
    /// The end of a journal.
    pub fn new(seq: u64, hash: &[u8; 32]) -> Self {
        let digits = hash.iter().map(|byte| format!("{byte:02x}"));
        Self {
            seq,
            hash: digits.collect(),
        }
    }
}

/// How far the two copies of journals are known to be alike, and where they are known to differ.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen(BTreeMap<Uuid, (u64, Option<u64>)>);

/// A journal of which both sides hold something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fork {
    /// Whose journal it is.
    pub device: Uuid,
    /// Up to here they are known to be alike.
    pub same: u64,
    /// Here they are known to differ.
    pub other: u64,
}

impl Fork {
    /// Whether it is known where they begin to differ.
    pub fn is_clear(&self) -> bool {
        self.same + 1 >= self.other
    }
}

impl Seen {
    /// Notes that a device's journals are alike up to a number, and where they differ.
    pub fn note(&mut self, device: Uuid, same: u64, other: Option<u64>) {
        let known = self.0.entry(device).or_default();
        known.0 = known.0.max(same);
        known.1 = known.1.into_iter().chain(other).min();
    }

    /// Notes what somebody else has seen.
    pub fn merge(&mut self, more: &Self) {
        for (device, (same, other)) in &more.0 {
            self.note(*device, *same, *other);
        }
    }

    /// The journals that differ, in the order of the devices' ids.
    pub fn forks(&self) -> impl Iterator<Item = Fork> + '_ {
        self.0.iter().filter_map(|(device, (same, other))| {
            Some(Fork {
                device: *device,
                same: *same,
                other: (*other)?,
            })
        })
    }

    /// Where a device's journals differ.
    pub fn fork_of(&self, device: Uuid) -> Option<Fork> {
        self.forks().find(|fork| fork.device == device)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fork_is_clear_when_what_is_alike_ends_where_it_begins() {
        let device = Uuid::from_u128(1);
        let mut seen = Seen::default();
        seen.note(device, 4, None);
        assert_eq!(seen.fork_of(device), None);
        seen.note(device, 2, Some(9));
        assert!(!seen.fork_of(device).unwrap().is_clear());
        let mut more = Seen::default();
        more.note(device, 0, Some(5));
        seen.merge(&more);
        let fork = seen.fork_of(device).unwrap();
        assert_eq!((fork.same, fork.other, fork.is_clear()), (4, 5, true));
    }
}
