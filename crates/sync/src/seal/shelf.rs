//! What a hub keeps of a snapshot: packed, and sealed where the book is. The same content is the
//! same bytes each time, so that a chunk which is there need not be sent again. That is safe: what
//! seals is made of the content itself, and no two contents are ever sealed by one key.

use super::{Key, Ring, SEALED, derived};
use ring::aead::{Aad, NONCE_LEN, Nonce};
use ring::hmac;
use std::io::Read as _;

/// What begins bytes that are packed alone.
const CLEAR: u8 = 0;
/// Bytes that a sealing key is derived with: a keyed hash of what is sealed.
const SALT_BYTES: usize = 32;
/// How hard is packed: the default of zstd.
const LEVEL: i32 = 3;

/// What is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// A part of the file.
    Chunk,
    /// What the parts hold.
    Manifest,
}

impl Kept {
    fn purpose(self) -> &'static [u8] {
        match self {
            Self::Chunk => b"counterbook snapshot 1 chunk",
            Self::Manifest => b"counterbook snapshot 1 manifest",
        }
    }
}

/// The bytes that a hub keeps of some content: sealed by the newest key of a ring, or packed alone
/// without a ring; `None` when the ring has no key.
pub fn shelved(ring: Option<&Ring>, kept: Kept, content: &[u8]) -> Option<Vec<u8>> {
    let packed = zstd::bulk::compress(content, LEVEL).ok()?;
    match ring {
        None => Some([&[CLEAR], packed.as_slice()].concat()),
        Some(ring) => sealed(ring.newest()?, kept, packed),
    }
}

/// The content of bytes that a hub keeps, of at most so many bytes; `None` when they are not what
/// [`shelved`] made by the newest key of the ring: whoever has an older key alone, as a device that
/// was revoked, makes nothing that others start from.
pub fn unshelved(ring: Option<&Ring>, kept: Kept, bytes: &[u8], most: usize) -> Option<Vec<u8>> {
    let packed = match (ring, bytes.split_first()?) {
        (None, (&CLEAR, packed)) => packed.to_vec(),
        (Some(ring), (&SEALED, rest)) => opened(ring.newest()?, kept, rest)?,
        _ => return None,
    };
    let mut content = Vec::new();
    let unpacking = zstd::Decoder::new(packed.as_slice()).ok()?;
    let read = unpacking.take(most as u64 + 1).read_to_end(&mut content);
    read.ok().filter(|_| content.len() <= most)?;
    Some(content)
}

fn sealed(key: &Key, kept: Kept, mut packed: Vec<u8>) -> Option<Vec<u8>> {
    let salt = salt(key, kept, &packed);
    let sealer = derived(key.seed(), &salt, kept.purpose())?;
    sealer
        .seal_in_place_append_tag(nonce(), Aad::empty(), &mut packed)
        .ok()?;
    Some([&[SEALED][..], &key.id(), &salt, &packed].concat())
}

fn opened(key: &Key, kept: Kept, rest: &[u8]) -> Option<Vec<u8>> {
    let id = key.id();
    let rest = rest.strip_prefix(&id[..])?;
    let (salt, rest) = rest.split_at_checked(SALT_BYTES)?;
    let sealer = derived(key.seed(), salt, kept.purpose())?;
    let mut content = rest.to_vec();
    let plain = sealer
        .open_in_place(nonce(), Aad::empty(), &mut content)
        .ok()?;
    Some(plain.to_vec())
}

fn salt(key: &Key, kept: Kept, packed: &[u8]) -> [u8; SALT_BYTES] {
    let mac = hmac::Key::new(
        hmac::HMAC_SHA256,
        &key.digest(b"counterbook snapshot salt 1\0"),
    );
    let mut signing = hmac::Context::with_key(&mac);
    signing.update(kept.purpose());
    signing.update(packed);
    let mut salt = [0; SALT_BYTES];
    salt.copy_from_slice(signing.sign().as_ref());
    salt
}

/// What is derived of a content's own hash seals that content alone: any nonce will do.
fn nonce() -> Nonce {
    Nonce::assume_unique_for_key([0; NONCE_LEN])
}

#[cfg(test)]
mod tests {
    use super::*;

    const CONTENT: &[u8] = b"Ada Lovelace-Byron, Ada Lovelace-Byron, Ada Lovelace-Byron";

    fn holds(bytes: &[u8]) -> bool {
        bytes.windows(3).any(|part| part == b"Ada")
    }

    #[test]
    fn what_is_shelved_is_the_same_each_time_and_comes_back() {
        let ours = Ring::fresh().unwrap();
        for ring in [None, Some(&ours)] {
            let shelved_once = shelved(ring, Kept::Chunk, CONTENT).unwrap();
            assert_eq!(shelved(ring, Kept::Chunk, CONTENT).unwrap(), shelved_once);
            let back = unshelved(ring, Kept::Chunk, &shelved_once, CONTENT.len());
            assert_eq!(back.unwrap(), CONTENT);
            let too_long = unshelved(ring, Kept::Chunk, &shelved_once, CONTENT.len() - 1);
            assert_eq!(too_long, None);
            assert_eq!(holds(&shelved_once), ring.is_none());
        }
    }

    #[test]
    fn what_is_sealed_is_opened_by_its_key_for_its_purpose_and_unchanged() {
        let (ours, theirs) = (Ring::fresh().unwrap(), Ring::fresh().unwrap());
        let bytes = shelved(Some(&ours), Kept::Chunk, CONTENT).unwrap();
        let open = |ring, kept, bytes: &[u8]| unshelved(ring, kept, bytes, 999);
        assert_eq!(open(Some(&theirs), Kept::Chunk, &bytes), None);
        assert_eq!(open(None, Kept::Chunk, &bytes), None);
        assert_eq!(open(Some(&ours), Kept::Manifest, &bytes), None);
        for at in 0..bytes.len() {
            let mut changed = bytes.clone();
            changed[at] ^= 1;
            assert_eq!(open(Some(&ours), Kept::Chunk, &changed), None, "{at}");
            assert_eq!(open(Some(&ours), Kept::Chunk, &bytes[..at]), None, "{at}");
        }
        // What is not sealed is believed nothing.
        let clear = shelved(None, Kept::Chunk, CONTENT).unwrap();
        assert_eq!(open(Some(&ours), Kept::Chunk, &clear), None);
        assert_eq!(shelved(Some(&Ring::default()), Kept::Chunk, CONTENT), None);
    }

    #[test]
    fn what_an_older_key_sealed_is_not_taken() {
        let old = Ring::fresh().unwrap();
        let bytes = shelved(Some(&old), Kept::Manifest, CONTENT).unwrap();
        let mut new = old.clone();
        new.add(Key::fresh().unwrap());
        assert_eq!(unshelved(Some(&new), Kept::Manifest, &bytes, 999), None);
    }
}
