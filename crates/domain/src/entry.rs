//! Entries: one user action in one device's journal, and the hash chain that binds them.
//!
//! The hash covers everything but the personal part itself, of which it covers a salted digest:
//! a person can be erased without breaking the chain.

use crate::day::Day;
use crate::ids::{DeviceId, RequestId};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

pub use crate::subject_kind::SubjectKind;

/// The record that an entry belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Subject {
    /// What it is.
    pub kind: SubjectKind,
    /// Which one.
    pub id: Uuid,
}

impl Subject {
    /// A subject of a kind.
    pub const fn new(kind: SubjectKind, id: Uuid) -> Self {
        Self { kind, id }
    }
}

/// Hybrid logical clock: milliseconds in the upper 47 bits, a counter in the lower 16. It orders
/// concurrent edits and is never a business date.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Hlc(pub i64);

impl Hlc {
    /// The next reading: never behind `self`, at least the wall clock. A clock that stands
    /// before 1970 or beyond the year 6000 is clamped, so that it harms nobody.
    pub fn next(self, now_ms: i64) -> Self {
        let wall = now_ms.clamp(0, (1 << 47) - 1) << 16;
        Self(wall.max(self.0.saturating_add(1)))
    }
}

/// The personal part of an entry: names, addresses, notes; kept apart so that it can be erased.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Personal {
    /// Random salt, so that a digest does not betray a guessed name.
    pub salt: [u8; 16],
    /// JSON object with the personal fields.
    pub text: String,
}

impl Personal {
    /// SHA-256 of salt and text.
    pub fn digest(&self) -> [u8; 32] {
        let mut hasher = Sha256::new();
        hasher.update(self.salt);
        hasher.update(self.text.as_bytes());
        hasher.finalize().into()
    }
}

/// One user action: who, when, on what, what happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The journal that it belongs to.
    pub device: DeviceId,
    /// Position in that journal: 1, 2, 3 …
    pub seq: u64,
    /// Ordering clock.
    pub hlc: Hlc,
    /// Wall clock of the device, UTC milliseconds.
    pub at_ms: i64,
    /// Offset of the local wall clock from UTC, minutes.
    pub offset_min: i32,
    /// The business day that it counts for.
    pub business_day: Day,
    /// Who did it.
    pub actor: String,
    /// The record that it belongs to.
    pub subject: Subject,
    /// What happened, for example `order.placed`.
    pub kind: String,
    /// Version of the payload's shape.
    pub version: u16,
    /// JSON object, kept to the letter.
    pub payload: String,
    /// The request that caused it.
    pub request_id: RequestId,
    /// The personal part, until it is erased.
    pub personal: Option<Personal>,
    /// Digest of the personal part; stays when the part is erased.
    pub personal_digest: Option<[u8; 32]>,
    /// Hash of the journal's entry before this one; zeros for the first.
    pub prev_hash: [u8; 32],
    /// Hash of this entry.
    pub hash: [u8; 32],
}

impl Entry {
    /// The hash that this entry must carry.
    pub fn computed_hash(&self) -> [u8; 32] {
        let mut hasher = Sha256::new();
        hasher.update(b"counterbook entry 1\0");
        hasher.update(self.prev_hash);
        hasher.update(self.device.0.as_bytes());
        hasher.update(self.seq.to_be_bytes());
        hasher.update(self.hlc.0.to_be_bytes());
        hasher.update(self.at_ms.to_be_bytes());
        hasher.update(self.offset_min.to_be_bytes());
        hasher.update(self.business_day.0.to_be_bytes());
        hasher.update([self.subject.kind.code()]);
        hasher.update(self.subject.id.as_bytes());
        hasher.update(self.version.to_be_bytes());
        hasher.update(self.request_id.0.as_bytes());
        for text in [&self.actor, &self.kind, &self.payload] {
            hasher.update((text.len() as u64).to_be_bytes());
            hasher.update(text.as_bytes());
        }
        match &self.personal_digest {
            Some(digest) => {
                hasher.update([1]);
                hasher.update(digest);
            }
            None => hasher.update([0]),
        }
        hasher.finalize().into()
    }

    /// Whether hash and personal digest fit the content.
    pub fn is_intact(&self) -> bool {
        let personal_fits = match (&self.personal, &self.personal_digest) {
            (Some(personal), Some(digest)) => personal.digest() == *digest,
            (Some(_), None) => false,
            (None, _) => true,
        };
        personal_fits && self.computed_hash() == self.hash
    }

    /// The place of this entry in its subject's fold.
    pub fn order_key(&self) -> (Hlc, DeviceId, u64) {
        (self.hlc, self.device, self.seq)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry() -> Entry {
        let personal = Personal {
            salt: [7; 16],
            text: r#"{"name":"Ada"}"#.into(),
        };
        let mut entry = Entry {
            device: DeviceId(Uuid::from_u128(1)),
            seq: 1,
            hlc: Hlc(5),
            at_ms: 1_000,
            offset_min: 60,
            business_day: Day(0),
            actor: "clerk".into(),
            subject: Subject::new(SubjectKind::Customer, Uuid::from_u128(2)),
            kind: "customer.created".into(),
            version: 1,
            payload: "{}".into(),
            request_id: RequestId(Uuid::from_u128(3)),
            personal_digest: Some(personal.digest()),
            personal: Some(personal),
            prev_hash: [0; 32],
            hash: [0; 32],
        };
        entry.hash = entry.computed_hash();
        entry
    }

    #[test]
    fn the_chain_still_verifies_when_the_personal_part_is_erased() {
        let mut entry = entry();
        entry.personal = None;
        assert!(entry.is_intact());
    }

    #[test]
    fn every_changed_field_is_found() {
        let changes: [fn(&mut Entry); 8] = [
            |e| e.payload.push(' '),
            |e| e.actor.push('x'),
            |e| e.seq += 1,
            |e| e.at_ms += 1,
            |e| e.business_day.0 += 1,
            |e| e.prev_hash[0] ^= 1,
            |e| e.personal.as_mut().unwrap().text.push(' '),
            |e| e.personal_digest = None,
        ];
        for (index, change) in changes.iter().enumerate() {
            let mut entry = entry();
            assert!(entry.is_intact());
            change(&mut entry);
            assert!(!entry.is_intact(), "change {index} went unseen");
        }
    }

    #[test]
    fn the_clock_never_goes_backwards_and_never_sticks() {
        let first = Hlc::default().next(1_000);
        assert!(first.next(10) > first && first.next(2_000) > first.next(10));
        assert!(Hlc::default().next(i64::MIN) > Hlc::default());
        assert!(Hlc::default().next(i64::MAX).0 > 0);
    }
}
