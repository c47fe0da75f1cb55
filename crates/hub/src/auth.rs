//! Who calls: a device signs a nonce with its ed25519 key and gets a token that is good for a
//! quarter of an hour. Both are signed by the hub and stored nowhere, so that any process that has
//! the hub's secret can check them.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use ring::hmac;
use ring::rand::{SecureRandom as _, SystemRandom};
use ring::signature::{ED25519, UnparsedPublicKey};

use crate::HubError;
use crate::limits::{NONCE_MS, TOKEN_MS};

/// What is signed begins with this, so that no signature is ever taken for another.
pub const SIGNED: &[u8] = b"counterbook hub sign-in 1\0";

/// The hub's secret.
pub struct Secret(hmac::Key);

impl Secret {
    /// The secret of some random bytes.
    pub fn new(bytes: &[u8]) -> Self {
        Self(hmac::Key::new(hmac::HMAC_SHA256, bytes))
    }

    /// A nonce that is good for a minute.
    ///
    /// # Errors
    /// When the system has no randomness.
    pub fn nonce(&self, now_ms: i64) -> Result<String, HubError> {
        let mut random = [0; 16];
        let filled = SystemRandom::new().fill(&mut random);
        filled.map_err(|_| HubError::Broken("no randomness".to_owned()))?;
        Ok(self.seal(b'n', &random, now_ms + NONCE_MS))
    }

    /// A token for whoever has signed a nonce with the key.
    ///
    /// # Errors
    /// `Unauthorised` when the nonce is too old or the signature is not the key's.
    pub fn token(
        &self,
        (key, nonce, signature): (&[u8], &str, &[u8]),
        now_ms: i64,
    ) -> Result<String, HubError> {
        self.open(b'n', nonce, now_ms)?;
        let mut message = SIGNED.to_vec();
        message.extend(nonce.as_bytes());
        let checked = UnparsedPublicKey::new(&ED25519, key).verify(&message, signature);
        checked.map_err(|_| HubError::Unauthorised)?;
        Ok(self.seal(b't', key, now_ms + TOKEN_MS))
    }

    /// The key that a token was given to.
    ///
    /// # Errors
    /// `Unauthorised` when it is none, or too old.
    pub fn key_of(&self, token: &str, now_ms: i64) -> Result<Vec<u8>, HubError> {
        self.open(b't', token, now_ms)
    }

    fn seal(&self, kind: u8, content: &[u8], until_ms: i64) -> String {
        let mut bytes = vec![kind];
        bytes.extend(until_ms.to_be_bytes());
        bytes.extend(content);
        let tag = hmac::sign(&self.0, &bytes);
        bytes.extend(tag.as_ref());
        BASE64.encode(bytes)
    }

    fn open(&self, kind: u8, text: &str, now_ms: i64) -> Result<Vec<u8>, HubError> {
        let bytes = BASE64.decode(text).map_err(|_| HubError::Unauthorised)?;
        let split = bytes.len().checked_sub(32).filter(|at| *at >= 9);
        let (sealed, tag) = bytes.split_at(split.ok_or(HubError::Unauthorised)?);
        hmac::verify(&self.0, sealed, tag).map_err(|_| HubError::Unauthorised)?;
        let until: [u8; 8] = sealed[1..9]
            .try_into()
            .map_err(|_| HubError::Unauthorised)?;
        let is_good = sealed[0] == kind && now_ms < i64::from_be_bytes(until);
        is_good
            .then(|| sealed[9..].to_vec())
            .ok_or(HubError::Unauthorised)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ring::signature::{Ed25519KeyPair, KeyPair as _};

    fn pair() -> Ed25519KeyPair {
        let pkcs8 = Ed25519KeyPair::generate_pkcs8(&SystemRandom::new()).unwrap();
        Ed25519KeyPair::from_pkcs8(pkcs8.as_ref()).unwrap()
    }

    fn signed(pair: &Ed25519KeyPair, nonce: &str) -> Vec<u8> {
        let mut message = SIGNED.to_vec();
        message.extend(nonce.as_bytes());
        pair.sign(&message).as_ref().to_vec()
    }

    #[test]
    fn a_signed_nonce_gives_a_token_for_its_key_until_it_is_too_old() {
        let (secret, pair) = (Secret::new(b"secret"), pair());
        let nonce = secret.nonce(0).unwrap();
        let key = pair.public_key().as_ref();
        let signature = signed(&pair, &nonce);
        let token = secret.token((key, &nonce, &signature), 1).unwrap();
        assert_eq!(secret.key_of(&token, TOKEN_MS).unwrap(), key);
        assert!(secret.key_of(&token, TOKEN_MS + 1).is_err());
        assert!(secret.token((key, &nonce, &signature), NONCE_MS).is_err());
        assert!(secret.key_of(&nonce, 1).is_err(), "a nonce is no token");
        assert!(Secret::new(b"other").key_of(&token, 1).is_err());
    }

    #[test]
    fn another_key_and_a_changed_token_are_refused() {
        let (secret, one, other) = (Secret::new(b"secret"), pair(), pair());
        let nonce = secret.nonce(0).unwrap();
        let signature = signed(&other, &nonce);
        let key = one.public_key().as_ref();
        assert!(secret.token((key, &nonce, &signature), 1).is_err());
        for text in ["", "abc", "!", &nonce[1..]] {
            assert!(secret.key_of(text, 1).is_err());
        }
    }
}
