//! A book's snapshot as it lies at a hub: what it holds, and the chunks that its file consists of.
//!
//! A hub needs to know which chunks belong to a snapshot and which entries it covers; what the file
//! says it does not. A chunk's name is the hash of its bytes, so that what came is checked by what
//! it was asked for by, and what is there need not be sent again.

use crate::limits::{CHUNK_BYTES, CHUNKS, DEVICES, MANIFEST_BYTES};
use crate::vector::Vector;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The name of a chunk: the SHA-256 of its bytes as they are stored, in hexadecimal digits.
pub type ChunkName = String;

/// What a hub keeps of a snapshot beside its chunks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listing {
    /// The entries that it covers.
    pub held: Vector,
    /// When it was made, UTC milliseconds by the clock of its maker.
    pub made_ms: i64,
    /// Bytes of the file.
    pub bytes: u64,
    /// Its chunks, in their order.
    pub chunks: Vec<ChunkName>,
    /// The manifest, in base64; sealed where the book is.
    pub manifest: String,
}

/// What only devices know of a snapshot: what its chunks hold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Which form the file and its chunks have.
    pub format: u32,
    /// The entries that it covers.
    pub held: Vector,
    /// Bytes of the file.
    pub bytes: u64,
    /// Its chunks, in their order.
    pub chunks: Vec<Chunk>,
}

/// A part of the file: all of them are `CHUNK_BYTES` long but the last.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chunk {
    /// Its name at the hub.
    pub name: ChunkName,
    /// The SHA-256 of what it holds of the file, in hexadecimal digits.
    pub hash: String,
}

/// The form that this version writes and reads.
pub const FORMAT: u32 = 1;

/// What a hub tells of the snapshots of a book.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shelf {
    /// The newest one.
    pub newest: Option<Listing>,
    /// When it came there, UTC milliseconds by the clock of the hub.
    pub came_ms: Option<i64>,
    /// Bytes of its chunks, as they are stored.
    pub stored_bytes: u64,
}

/// A snapshot in figures, as a hub tells whoever greets it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shelved {
    /// When it came there, UTC milliseconds by the clock of the hub.
    pub came_ms: i64,
    /// Bytes of the file.
    pub bytes: u64,
    /// Entries that it covers.
    pub entries: u64,
}

/// What a device is told that may make a snapshot now: it is good as long as nothing more is
/// erased there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Begun {
    /// The hub's history.
    pub history: String,
    /// Personal parts of the book that were let go of there.
    pub redactions: u64,
}

impl Listing {
    /// Whether it may be one at all: within limits, names that are names, as many chunks as the
    /// file takes.
    pub fn is_sound(&self) -> bool {
        let counted = self.held.iter().take(DEVICES + 1).count();
        counted > 0
            && counted <= DEVICES
            && self.manifest.len() <= MANIFEST_BYTES
            && self.chunks.len() as u64 == chunks_of(self.bytes)
            && (1..=CHUNKS).contains(&self.chunks.len())
            && self.chunks.iter().all(|name| is_hash(name))
    }
}

impl Manifest {
    /// The manifest of its bytes; `None` when they are none, or beyond a limit.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        if bytes.len() > MANIFEST_BYTES {
            return None;
        }
        let manifest: Self = serde_json::from_slice(bytes).ok()?;
        let is_sound = manifest.format == FORMAT
            && manifest.chunks.len() as u64 == chunks_of(manifest.bytes)
            && (1..=CHUNKS).contains(&manifest.chunks.len())
            && manifest.held.iter().take(DEVICES + 1).count() <= DEVICES
            && manifest.chunks.iter().all(Chunk::is_sound);
        is_sound.then_some(manifest)
    }

    /// Whether it is that of a listing: whoever keeps it can show no other chunks for it.
    pub fn is_of(&self, listing: &Listing) -> bool {
        let names = self.chunks.iter().map(|chunk| &chunk.name);
        self.held == listing.held && self.bytes == listing.bytes && names.eq(listing.chunks.iter())
    }

    /// Where a chunk begins in the file, and how long it is.
    pub fn place(&self, index: usize) -> (u64, usize) {
        let begin = index as u64 * CHUNK_BYTES as u64;
        let left = self.bytes.saturating_sub(begin);
        (begin, left.min(CHUNK_BYTES as u64) as usize)
    }

    /// The names of its chunks, each once.
    pub fn names(&self) -> BTreeSet<&ChunkName> {
        self.chunks.iter().map(|chunk| &chunk.name).collect()
    }
}

impl Chunk {
    fn is_sound(&self) -> bool {
        is_hash(&self.name) && is_hash(&self.hash)
    }
}

/// How many chunks a file of so many bytes has.
fn chunks_of(bytes: u64) -> u64 {
    bytes.div_ceil(CHUNK_BYTES as u64)
}

/// Whether a text is a SHA-256 in hexadecimal digits.
pub fn is_hash(text: &str) -> bool {
    let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    text.len() == 64 && text.bytes().all(is_digit)
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn manifest() -> Manifest {
        let hash = |digit: &str| digit.repeat(64);
        let chunk = |name: &str, said: &str| Chunk {
            name: hash(name),
            hash: hash(said),
        };
        Manifest {
            format: FORMAT,
            held: [(Uuid::from_u128(1), 7)].into_iter().collect(),
            bytes: CHUNK_BYTES as u64 + 5,
            chunks: vec![chunk("a", "b"), chunk("c", "d")],
        }
    }

    fn read(manifest: &Manifest) -> Option<Manifest> {
        Manifest::read(&serde_json::to_vec(manifest).unwrap())
    }

    #[test]
    fn a_manifest_is_read_as_it_was_written_and_names_the_places_of_its_chunks() {
        let manifest = manifest();
        assert_eq!(read(&manifest), Some(manifest.clone()));
        assert_eq!(manifest.place(0), (0, CHUNK_BYTES));
        assert_eq!(manifest.place(1), (CHUNK_BYTES as u64, 5));
        assert_eq!(manifest.place(9).1, 0);
    }

    #[test]
    fn a_manifest_that_says_what_cannot_be_is_none() {
        let wrong: [fn(&mut Manifest); 6] = [
            |it| it.format = 2,
            |it| it.bytes = 0,
            |it| it.bytes = u64::MAX,
            |it| drop(it.chunks.pop()),
            |it| it.chunks[0].name = "../../etc/passwd".into(),
            |it| it.chunks[1].hash = "G".repeat(64),
        ];
        for wrong in wrong {
            let mut manifest = manifest();
            wrong(&mut manifest);
            assert_eq!(read(&manifest), None, "{manifest:?}");
        }
        assert_eq!(Manifest::read(b"spoon"), None);
        assert_eq!(Manifest::read(&vec![b' '; MANIFEST_BYTES + 1]), None);
    }

    #[test]
    fn a_listing_belongs_to_its_manifest_alone() {
        let manifest = manifest();
        let listing = Listing {
            held: manifest.held.clone(),
            made_ms: 0,
            bytes: manifest.bytes,
            chunks: manifest.names().into_iter().cloned().collect(),
            manifest: String::new(),
        };
        assert!(listing.is_sound() && manifest.is_of(&listing));
        let mut other = listing.clone();
        other.chunks.swap(0, 1);
        assert!(other.is_sound() && !manifest.is_of(&other));
        let mut other = listing.clone();
        other.held.raise(Uuid::from_u128(1), 8);
        assert!(!manifest.is_of(&other), "it claims more");
        other.bytes = 1;
        assert!(!other.is_sound());
    }
}
