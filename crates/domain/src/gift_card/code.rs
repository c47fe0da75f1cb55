//! The codes of cards: our own have sixteen digits, the last of which checks the others; those of
//! pre-printed cards are whatever is printed.

use crate::ids::GiftCardId;
use sha2::{Digest, Sha256};
use uuid::Builder;

/// Digits of a code of our own.
const DIGITS: usize = 16;
/// Digits that chance gives.
const RANDOM: u32 = 14;
/// The first digit: no article number has sixteen digits, and no payment card begins with it.
const FIRST: char = '9';

/// A code of our own out of random bits: a nine, fourteen digits, and a check digit.
pub fn code_of(random: u128) -> String {
    let digits = random % 10_u128.pow(RANDOM);
    let body = format!("{FIRST}{digits:0width$}", width = RANDOM as usize);
    let check = check_digit(&body);
    format!("{body}{check}")
}

/// A code as codes are compared: without blanks and hyphens, in capitals.
pub fn folded(code: &str) -> String {
    let kept = code.chars().filter(|c| !c.is_whitespace() && *c != '-');
    kept.flat_map(char::to_uppercase).collect()
}

/// A code as people read it: our own in groups of four.
pub fn shown(code: &str) -> String {
    if !is_own(code) {
        return code.to_owned();
    }
    let groups: Vec<&str> = (0..DIGITS).step_by(4).map(|at| &code[at..at + 4]).collect();
    groups.join(" ")
}

/// The key of the card with a code.
pub fn id_of_code(code: &str) -> GiftCardId {
    let mut hasher = Sha256::new();
    hasher.update(b"counterbook gift card 1\0");
    hasher.update(folded(code).as_bytes());
    let hash: [u8; 32] = hasher.finalize().into();
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hash[..16]);
    GiftCardId(Builder::from_custom_bytes(bytes).into_uuid())
}

/// Whether a code has the shape of our own.
pub(super) fn is_own(code: &str) -> bool {
    code.len() == DIGITS && code.starts_with(FIRST) && code.bytes().all(|b| b.is_ascii_digit())
}

/// Whether the last digit fits the others.
pub(super) fn checks(code: &str) -> bool {
    let (body, check) = code.split_at(code.len() - 1);
    check == check_digit(body).to_string()
}

/// The check digit of ISO/IEC 7812-1, annex B: it finds every wrong digit and nearly every swap.
fn check_digit(body: &str) -> u32 {
    let digits = body.bytes().rev().map(|b| u32::from(b - b'0'));
    let sum: u32 = digits
        .enumerate()
        .map(|(at, digit)| match (at % 2, digit * 2) {
            (0, double) => double / 10 + double % 10,
            _ => digit,
        })
        .sum();
    (10 - sum % 10) % 10
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_of_our_own_checks_and_every_wrong_digit_is_found() {
        assert_eq!(check_digit("7992739871"), 3);
        let code = code_of(u128::MAX);
        assert!(is_own(&code) && checks(&code));
        for at in 0..DIGITS {
            let mut wrong = code.clone().into_bytes();
            wrong[at] = b'0' + (wrong[at] - b'0' + 1) % 10;
            let wrong = String::from_utf8(wrong).unwrap();
            assert!(!checks(&wrong), "{wrong}");
        }
    }

    #[test]
    fn a_card_is_the_same_however_its_code_is_typed() {
        assert_eq!(id_of_code("ab-12 34"), id_of_code("AB1234"));
        assert_ne!(id_of_code("AB1234"), id_of_code("AB1235"));
        assert_eq!(shown("9000000000000003"), "9000 0000 0000 0003");
        assert_eq!(shown("GIFT-1"), "GIFT-1");
    }
}
