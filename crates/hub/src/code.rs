//! Codes to enrol with: short enough to be typed, used once, good for a day. And secrets, which
//! nobody types.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::digest::{SHA256, digest};
use ring::rand::{SecureRandom as _, SystemRandom};

use crate::HubError;

/// Without letters that are taken for others.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH: usize = 12;

/// A new code, in groups of four.
///
/// # Errors
/// When the system has no randomness.
pub fn fresh() -> Result<String, HubError> {
    let mut bytes = [0; LENGTH];
    let filled = SystemRandom::new().fill(&mut bytes);
    filled.map_err(|_| HubError::Broken("no randomness".to_owned()))?;
    let letters = bytes.map(|byte| char::from(LETTERS[usize::from(byte % 32)]));
    let groups = letters
        .chunks(4)
        .map(|four| four.iter().collect::<String>());
    Ok(groups.collect::<Vec<_>>().join("-"))
}

/// What is kept of a code: nobody who reads the file can enrol with it.
pub fn kept(code: &str) -> [u8; 32] {
    let plain: String = code
        .to_ascii_uppercase()
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|letter| match letter {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        })
        .collect();
    hash(plain.as_bytes())
}

/// The SHA-256 of some bytes.
pub fn hash(bytes: &[u8]) -> [u8; 32] {
    let mut hash = [0; 32];
    hash.copy_from_slice(digest(&SHA256, bytes).as_ref());
    hash
}

/// A secret that is never typed: 256 random bits as text.
///
/// # Errors
/// When the system has no randomness.
pub fn secret() -> Result<String, HubError> {
    let mut bytes = [0; 32];
    let filled = SystemRandom::new().fill(&mut bytes);
    filled.map_err(|_| HubError::Broken("no randomness".to_owned()))?;
    Ok(URL_SAFE_NO_PAD.encode(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_the_same_however_it_is_typed() {
        let code = fresh().unwrap();
        assert_eq!(code.len(), 14);
        assert_ne!(code, fresh().unwrap());
        assert_eq!(kept(&code), kept(&code.to_lowercase().replace('-', " ")));
        assert_eq!(kept("1O"), kept("l0"));
    }
}
