//! What a hub keeps, sealed: only who has the book's key can read what an entry says. Place, number
//! and hashes stay in clear, and belong to what is sealed: nothing can be put in another's place.

use crate::limits::RECORD_BYTES;
use crate::record::Record;
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use ring::digest::{SHA256, digest};
use ring::hkdf::{HKDF_SHA256, Salt};
use ring::rand::{SecureRandom as _, SystemRandom};
use std::io::Read as _;
use uuid::Uuid;

mod shelf;

pub use shelf::{Kept, shelved, unshelved};

/// Bytes of a key. What seals is derived from it, a key for each record.
pub const SEED_BYTES: usize = 16;
/// Bytes that tell one key from another.
const ID_BYTES: usize = 8;
/// Bytes that tell a key that was mistyped.
const CHECK_BYTES: usize = 2;
/// What sealed bytes begin with; what is not sealed begins with a brace.
const SEALED: u8 = 1;
/// How hard is packed before it is sealed: sealed bytes cannot be packed any more.
const LEVEL: i32 = 3;

/// A key of a book.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Key([u8; SEED_BYTES]);

/// The keys of a book, oldest first; the newest seals.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Ring(Vec<(Key, Option<Given>)>);

/// Where a key was given to the devices: what that journal says up to there is sealed by the key
/// before, so that whoever gets the new one can read how.
pub type Given = (Uuid, u64);

/// What became of a record that should be sealed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opened {
    /// It says this.
    Record(Record),
    /// It is sealed by a key that is not on the ring.
    NoKey,
    /// It is not sealed, or was changed since.
    Broken,
}

/// A part of a record, sealed by itself: the personal one goes when somebody is erased.
#[derive(Clone, Copy)]
enum Part {
    Body,
    Personal,
}

impl Key {
    /// A new key; `None` when the system has no randomness.
    pub fn fresh() -> Option<Self> {
        let mut seed = [0; SEED_BYTES];
        SystemRandom::new().fill(&mut seed).ok()?;
        Some(Self(seed))
    }

    /// The key of its bytes.
    pub fn of(seed: [u8; SEED_BYTES]) -> Self {
        Self(seed)
    }

    /// Its bytes.
    pub fn seed(&self) -> &[u8; SEED_BYTES] {
        &self.0
    }

    /// What it is called, in hexadecimal digits; it says nothing about the key.
    pub fn name(&self) -> String {
        digits(&self.id())
    }

    fn id(&self) -> [u8; ID_BYTES] {
        let mut id = [0; ID_BYTES];
        id.copy_from_slice(&self.digest(b"counterbook key name 1\0")[..ID_BYTES]);
        id
    }

    fn check(&self) -> [u8; CHECK_BYTES] {
        let digest = self.digest(b"counterbook key check 1\0");
        [digest[0], digest[1]]
    }

    fn digest(&self, purpose: &[u8]) -> [u8; 32] {
        let mut digested = [0; 32];
        digested.copy_from_slice(digest(&SHA256, &[purpose, &self.0].concat()).as_ref());
        digested
    }

    /// What seals one part of one record.
    fn sealer(&self, record: &Record, part: Part) -> Option<LessSafeKey> {
        derived(&self.0, &record.hash, part.purpose())
    }
}

impl std::fmt::Debug for Key {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Key({})", self.name())
    }
}

/// A key for one purpose, of a secret.
pub(crate) fn derived(secret: &[u8], salt: &[u8], purpose: &[u8]) -> Option<LessSafeKey> {
    let known = Salt::new(HKDF_SHA256, salt).extract(secret);
    let purposes = [purpose];
    let okm = known.expand(&purposes, &CHACHA20_POLY1305).ok()?;
    Some(LessSafeKey::new(UnboundKey::from(okm)))
}

impl Part {
    fn purpose(self) -> &'static [u8] {
        match self {
            Self::Body => b"counterbook record 1 body",
            Self::Personal => b"counterbook record 1 personal",
        }
    }
}

impl Ring {
    /// A ring with a new key; `None` when the system has no randomness.
    pub fn fresh() -> Option<Self> {
        Some(Self(vec![(Key::fresh()?, None)]))
    }

    /// The keys, oldest first.
    pub fn keys(&self) -> impl Iterator<Item = &Key> {
        self.0.iter().map(|(key, _)| key)
    }

    /// The key that seals now.
    pub fn newest(&self) -> Option<&Key> {
        self.keys().last()
    }

    /// Whether there is no key.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Puts a key on the ring as the newest, unless it is there.
    pub fn add(&mut self, key: Key) {
        if !self.keys().any(|known| *known == key) {
            self.0.push((key, None));
        }
    }

    /// Notes where keys were given, in their order: the names of keys, and where.
    pub fn arrange(&mut self, given: &[(String, Given)]) {
        let place = |key: &Key| given.iter().position(|(name, _)| *name == key.name());
        for (key, at) in &mut self.0 {
            *at = place(key).map(|place| given[place].1);
        }
        self.0
            .sort_by_key(|(key, _)| place(key).map(|place| place + 1));
    }

    /// The keys as text, to be handed on with a code.
    pub fn text(&self) -> String {
        let groups = self.keys().flat_map(|key| {
            let text = digits(&[&key.0[..], &key.check()].concat()).to_ascii_uppercase();
            let letters: Vec<char> = text.chars().collect();
            let groups = letters
                .chunks(4)
                .map(|four| four.iter().collect::<String>());
            groups.collect::<Vec<String>>()
        });
        groups.collect::<Vec<_>>().join("-")
    }

    /// The keys of a text; `None` when it was mistyped or is not whole.
    pub fn of_text(text: &str) -> Option<Self> {
        let plain: Vec<u8> = text.bytes().filter(u8::is_ascii_alphanumeric).collect();
        let mut ring = Self::default();
        for digits in plain.chunks(2 * (SEED_BYTES + CHECK_BYTES)) {
            let bytes = bytes_of(digits)?;
            let (seed, check) = bytes.split_at_checked(SEED_BYTES)?;
            let key = Key(seed.try_into().ok()?);
            if check != key.check() {
                return None;
            }
            ring.add(key);
        }
        (!ring.is_empty()).then_some(ring)
    }

    /// The record with everything that it says sealed; `None` without a key or randomness.
    pub fn seal(&self, record: &Record) -> Option<Record> {
        let key = self.key_for(record)?;
        let seal = |part, bytes: &[u8]| sealed(key, record, (part, bytes));
        let personal = record.personal.as_deref();
        Some(Record {
            body: seal(Part::Body, &record.body)?,
            personal: match personal {
                Some(bytes) => Some(seal(Part::Personal, bytes)?),
                None => None,
            },
            ..record.clone()
        })
    }

    /// The newest key that everybody can have who reads the journal up to the record.
    fn key_for(&self, record: &Record) -> Option<&Key> {
        let known = |given: &Option<Given>| {
            given.is_none_or(|(device, seq)| record.device != device || record.seq > seq)
        };
        let mut newest_first = self.0.iter().rev();
        newest_first
            .find(|(_, given)| known(given))
            .map(|(key, _)| key)
    }

    /// What a sealed record says.
    pub fn open(&self, record: &Record) -> Opened {
        let Some(id) = record.body.get(1..=ID_BYTES).filter(|_| is_sealed(record)) else {
            return Opened::Broken;
        };
        let Some(key) = self.keys().find(|key| key.id() == id) else {
            return Opened::NoKey;
        };
        let open = |part, bytes: &[u8]| opened(key, record, (part, bytes));
        let personal = record.personal.as_deref();
        let personal = personal.map(|bytes| open(Part::Personal, bytes));
        match (open(Part::Body, &record.body), personal) {
            (Some(body), None) => Opened::Record(Record {
                body,
                ..record.clone()
            }),
            (Some(body), Some(Some(personal))) => Opened::Record(Record {
                body,
                personal: Some(personal),
                ..record.clone()
            }),
            _ => Opened::Broken,
        }
    }
}

impl std::fmt::Debug for Ring {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_list().entries(self.keys()).finish()
    }
}

/// Whether a record is sealed.
pub fn is_sealed(record: &Record) -> bool {
    record.body.first() == Some(&SEALED)
}

/// What belongs to sealed bytes without being in them.
fn around(record: &Record) -> Vec<u8> {
    let mut around = record.device.as_bytes().to_vec();
    around.extend(record.seq.to_be_bytes());
    around.extend(record.prev_hash);
    around.extend(record.hash);
    around
}

fn sealed(key: &Key, record: &Record, (part, bytes): (Part, &[u8])) -> Option<Vec<u8>> {
    let mut nonce = [0; NONCE_LEN];
    SystemRandom::new().fill(&mut nonce).ok()?;
    let mut content = packed(bytes);
    let sealer = key.sealer(record, part)?;
    let around = Aad::from(around(record));
    let nonce_of = Nonce::assume_unique_for_key(nonce);
    sealer
        .seal_in_place_append_tag(nonce_of, around, &mut content)
        .ok()?;
    Some([&[SEALED][..], &key.id(), &nonce, &content].concat())
}

fn opened(key: &Key, record: &Record, (part, bytes): (Part, &[u8])) -> Option<Vec<u8>> {
    let (head, rest) = bytes.split_at_checked(1 + ID_BYTES)?;
    let (nonce, rest) = rest.split_at_checked(NONCE_LEN)?;
    if head[0] != SEALED || head[1..] != key.id() {
        return None;
    }
    let mut content = rest.to_vec();
    let nonce = Nonce::try_assume_unique_for_key(nonce).ok()?;
    let sealer = key.sealer(record, part)?;
    let around = Aad::from(around(record));
    let plain = sealer.open_in_place(nonce, around, &mut content).ok()?;
    unpacked(plain)
}

/// Packed where that makes it smaller.
fn packed(bytes: &[u8]) -> Vec<u8> {
    match zstd::bulk::compress(bytes, LEVEL) {
        Ok(packed) if packed.len() < bytes.len() => [&[1], packed.as_slice()].concat(),
        _ => [&[0], bytes].concat(),
    }
}

fn unpacked(content: &[u8]) -> Option<Vec<u8>> {
    let (how, rest) = content.split_first()?;
    if *how == 0 {
        return Some(rest.to_vec());
    }
    let mut bytes = Vec::new();
    let unpacking = zstd::Decoder::new(rest).ok()?;
    let read = unpacking.take(RECORD_BYTES as u64).read_to_end(&mut bytes);
    read.ok()?;
    Some(bytes)
}

fn digits(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn bytes_of(digits: &[u8]) -> Option<Vec<u8>> {
    let pairs = digits.chunks(2).map(|pair| {
        let pair = str::from_utf8(pair).ok().filter(|pair| pair.len() == 2)?;
        u8::from_str_radix(pair, 16).ok()
    });
    pairs.collect()
}

#[cfg(test)]
mod tests;
