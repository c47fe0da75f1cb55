//! The key pair of a device, by which hubs know it.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use ring::rand::SystemRandom;
use ring::signature::{Ed25519KeyPair, KeyPair as _};

/// What is signed begins with this, so that no signature is ever taken for another.
const SIGNED: &[u8] = b"counterbook hub sign-in 1\0";

/// An ed25519 key pair.
pub struct Keys {
    pair: Ed25519KeyPair,
    pkcs8: Vec<u8>,
}

impl Keys {
    /// A new pair; `None` when the system has no randomness.
    pub fn fresh() -> Option<Self> {
        let pkcs8 = Ed25519KeyPair::generate_pkcs8(&SystemRandom::new()).ok()?;
        Self::of(pkcs8.as_ref())
    }

    /// The pair of what [`Self::kept`] gave; `None` when it is something else.
    pub fn read(kept: &str) -> Option<Self> {
        Self::of(&BASE64.decode(kept).ok()?)
    }

    fn of(pkcs8: &[u8]) -> Option<Self> {
        Some(Self {
            pair: Ed25519KeyPair::from_pkcs8(pkcs8).ok()?,
            pkcs8: pkcs8.to_vec(),
        })
    }

    /// The pair, to be kept where nobody else reads.
    pub fn kept(&self) -> String {
        BASE64.encode(&self.pkcs8)
    }

    /// The public key.
    pub fn public(&self) -> String {
        BASE64.encode(self.pair.public_key().as_ref())
    }

    /// The signature of a nonce.
    pub fn signed(&self, nonce: &str) -> String {
        let mut message = SIGNED.to_vec();
        message.extend(nonce.as_bytes());
        BASE64.encode(self.pair.sign(&message).as_ref())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kept_pair_is_the_same_again() {
        let keys = Keys::fresh().unwrap();
        let again = Keys::read(&keys.kept()).unwrap();
        assert_eq!(again.public(), keys.public());
        assert_eq!(again.signed("nonce"), keys.signed("nonce"));
        assert!(Keys::read("spoon").is_none());
    }
}
