//! Handing a key to one device, through hands that must not have it: an X25519 agreement with the
//! device's public key, by a pair that is used once.

use crate::seal::{Key, SEED_BYTES, derived};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use ring::aead::{Aad, Nonce};
use ring::rand::{SecureRandom as _, SystemRandom};
use uuid::Uuid;
use x25519_dalek::{PublicKey, StaticSecret};

/// Bytes of a public key.
const PUBLIC_BYTES: usize = 32;
const PURPOSE: &[u8] = b"counterbook hand 1";

/// What a device opens keys with that are meant for it.
pub struct Hand(StaticSecret);

impl Hand {
    /// A new one; `None` when the system has no randomness.
    pub fn fresh() -> Option<Self> {
        let mut bytes = [0; 32];
        SystemRandom::new().fill(&mut bytes).ok()?;
        Some(Self(StaticSecret::from(bytes)))
    }

    /// That of what [`Self::kept`] gave; `None` when it is something else.
    pub fn read(kept: &str) -> Option<Self> {
        let bytes: [u8; 32] = BASE64.decode(kept).ok()?.try_into().ok()?;
        Some(Self(StaticSecret::from(bytes)))
    }

    /// The secret, to be kept where nobody else reads.
    pub fn kept(&self) -> String {
        BASE64.encode(self.0.to_bytes())
    }

    /// The public key, which others close boxes with.
    pub fn public(&self) -> String {
        BASE64.encode(PublicKey::from(&self.0).as_bytes())
    }

    /// The key in a box that is meant for this device.
    pub fn open(&self, closed: &str, device: Uuid) -> Option<Key> {
        let bytes = BASE64.decode(closed).ok()?;
        let (public, sealed) = bytes.split_at_checked(PUBLIC_BYTES)?;
        let once = PublicKey::from(<[u8; PUBLIC_BYTES]>::try_from(public).ok()?);
        let shared = self.0.diffie_hellman(&once);
        let ours = PublicKey::from(&self.0);
        let sealer = derived(shared.as_bytes(), &salt(&once, &ours), PURPOSE)?;
        let mut content = sealed.to_vec();
        let about = Aad::from(*device.as_bytes());
        let seed = sealer.open_in_place(nonce(), about, &mut content).ok()?;
        Some(Key::of(<[u8; SEED_BYTES]>::try_from(&*seed).ok()?))
    }
}

/// A key in a box for the device with a public key; `None` when that is none, or without
/// randomness.
pub fn boxed(key: &Key, device: Uuid, public: &str) -> Option<String> {
    let public: [u8; PUBLIC_BYTES] = BASE64.decode(public).ok()?.try_into().ok()?;
    let theirs = PublicKey::from(public);
    let once = Hand::fresh()?.0;
    let shared = once.diffie_hellman(&theirs);
    // A public key that makes every agreement the same hides nothing.
    if !shared.was_contributory() {
        return None;
    }
    let ours = PublicKey::from(&once);
    let sealer = derived(shared.as_bytes(), &salt(&ours, &theirs), PURPOSE)?;
    let mut content = key.seed().to_vec();
    let about = Aad::from(*device.as_bytes());
    sealer
        .seal_in_place_append_tag(nonce(), about, &mut content)
        .ok()?;
    Some(BASE64.encode([ours.as_bytes(), content.as_slice()].concat()))
}

fn salt(once: &PublicKey, theirs: &PublicKey) -> [u8; 2 * PUBLIC_BYTES] {
    let mut salt = [0; 2 * PUBLIC_BYTES];
    salt[..PUBLIC_BYTES].copy_from_slice(once.as_bytes());
    salt[PUBLIC_BYTES..].copy_from_slice(theirs.as_bytes());
    salt
}

/// The pair is used once, and so is what is derived of it: any nonce will do.
fn nonce() -> Nonce {
    Nonce::assume_unique_for_key([0; 12])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_box_is_opened_by_the_device_that_it_is_for_and_by_no_other() {
        let (ours, other) = (Hand::fresh().unwrap(), Hand::fresh().unwrap());
        let (key, device) = (Key::fresh().unwrap(), Uuid::from_u128(1));
        let closed = boxed(&key, device, &ours.public()).unwrap();
        let kept = Hand::read(&ours.kept()).unwrap();
        assert_eq!(kept.open(&closed, device), Some(key));
        assert_eq!(other.open(&closed, device), None);
        assert_eq!(kept.open(&closed, Uuid::nil()), None, "of another name");
        for wrong in [
            "",
            "spoon",
            &closed[4..],
            &closed.replacen('A', "B", 3)[..40],
        ] {
            assert_eq!(kept.open(wrong, device), None);
        }
    }

    #[test]
    fn nothing_is_closed_for_what_is_no_public_key() {
        let key = Key::fresh().unwrap();
        let zeros = BASE64.encode([0; PUBLIC_BYTES]);
        for public in ["spoon", "", &zeros] {
            assert_eq!(boxed(&key, Uuid::nil(), public), None);
        }
    }
}
