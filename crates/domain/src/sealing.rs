//! What devices tell each other about the keys by which a hub's copy of the book is sealed: who can
//! be given a key, and the keys that took the place of earlier ones. A subject of its own, without
//! state: whoever copies folds it from its entries.

use crate::entry::{Entry, Subject, SubjectKind};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use uuid::{Builder, Uuid};

/// The kind of the entry with which a device says by what it can be given keys.
pub const INTRODUCED: &str = "sealing.introduced";
/// The kind of the entry that gives the devices a new key.
pub const KEY_CHANGED: &str = "sealing.key_changed";

/// The subject of a book's entries about its keys, which every device finds by itself.
pub fn subject(book: Uuid) -> Subject {
    let mut hasher = Sha256::new();
    hasher.update(b"counterbook sealing 1\0");
    hasher.update(book.as_bytes());
    let digest: [u8; 32] = hasher.finalize().into();
    let mut id = [0; 16];
    id.copy_from_slice(&digest[..16]);
    let id = Builder::from_custom_bytes(id).into_uuid();
    Subject::new(SubjectKind::Sealing, id)
}

/// Payload of `sealing.introduced`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Introduced {
    /// The device's public key, in base64.
    pub public: String,
}

/// Payload of `sealing.key_changed`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyChanged {
    /// What the key is called; it says nothing about the key.
    pub key: String,
    /// The device that gets no key any more.
    pub without: Uuid,
    /// The key for each other device, which it alone can open, in base64.
    pub boxes: BTreeMap<Uuid, String>,
}

/// A key that was given to the devices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GivenKey {
    /// What it is called.
    pub key: String,
    /// The device that made it. What it wrote before is sealed by the key before.
    pub by: Uuid,
    /// The number of its entry that says so.
    pub seq: u64,
    /// The key for each device.
    pub boxes: BTreeMap<Uuid, String>,
}

/// What the entries come to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sealing {
    /// The devices that can be given a key, and their public keys.
    pub publics: BTreeMap<Uuid, String>,
    /// The devices that get none any more.
    pub without: BTreeSet<Uuid>,
    /// The keys that were given, oldest first.
    pub keys: Vec<GivenKey>,
}

impl Sealing {
    /// Folds entries, in the order of the fold. What cannot be read says nothing.
    pub fn of(entries: &[Entry]) -> Self {
        let mut sealing = Self::default();
        for entry in entries {
            sealing.apply(entry);
        }
        sealing
    }

    fn apply(&mut self, entry: &Entry) {
        let device = entry.device.0;
        match entry.kind.as_str() {
            INTRODUCED => {
                if let Ok(said) = serde_json::from_str::<Introduced>(&entry.payload) {
                    self.publics.insert(device, said.public);
                }
            }
            KEY_CHANGED => {
                if let Ok(said) = serde_json::from_str::<KeyChanged>(&entry.payload) {
                    self.without.insert(said.without);
                    self.keys.push(GivenKey {
                        key: said.key,
                        by: device,
                        seq: entry.seq,
                        boxes: said.boxes,
                    });
                }
            }
            _ => {}
        }
    }

    /// The devices that are to be given the next key, and their public keys.
    pub fn members(&self) -> impl Iterator<Item = (Uuid, &str)> {
        let members = self.publics.iter();
        members
            .filter(|(device, _)| !self.without.contains(device))
            .map(|(device, public)| (*device, public.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_book_has_one_subject_for_its_keys_and_no_other_book_has_it() {
        let (one, two) = (Uuid::from_u128(1), Uuid::from_u128(2));
        assert_eq!(subject(one), subject(one));
        assert_ne!(subject(one).id, subject(two).id);
        assert_ne!(subject(one).id, one);
    }
}
