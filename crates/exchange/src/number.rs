//! Exact decimals: the text of a number becomes an integer of a fixed scale, or a fault that says
//! why not. Nothing is rounded and no float is involved: a digit that the scale cannot hold is a
//! fault. Knows the ways in which shops print numbers: groups of thousands (Western and Indian),
//! point or comma, minus before or behind, brackets for negative amounts, currency signs.

mod affix;
mod grouped;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which sign stands before the decimals.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, TS,
)]
#[serde(rename_all = "snake_case")]
pub enum DecimalMark {
    /// `1,234.56`
    #[default]
    Point,
    /// `1.234,56`
    Comma,
}

/// Why a text is not a number of the asked scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberFault {
    /// Nothing but blanks.
    Empty,
    /// There is something in it that no number has.
    NotANumber,
    /// The groups of digits do not fit: most often the other decimal mark is meant.
    Grouping,
    /// More decimals than the unit holds; rounding would change the books.
    TooPrecise,
    /// Larger than the unit holds.
    TooLarge,
}

/// Reads an amount of money: currency signs and codes around the number are allowed.
///
/// `digits` is the scale: 6 gives micro units, 3 thousandths.
///
/// # Errors
/// See [`NumberFault`].
pub fn parse_amount(text: &str, mark: DecimalMark, digits: u32) -> Result<i64, NumberFault> {
    if let Some(value) = plain(text, mark, digits) {
        return Ok(value);
    }
    let number = affix::strip(text, true)?;
    grouped::scaled(&number, mark, digits)
}

/// Reads a plain number, such as a quantity: like [`parse_amount`] without currency.
///
/// # Errors
/// See [`NumberFault`].
pub fn parse_quantity(text: &str, mark: DecimalMark, digits: u32) -> Result<i64, NumberFault> {
    if let Some(value) = plain(text, mark, digits) {
        return Ok(value);
    }
    let number = affix::strip(text, false)?;
    grouped::scaled(&number, mark, digits)
}

/// The common case without a detour: `-12`, `2.55`, at most 12 digits before the mark.
fn plain(text: &str, mark: DecimalMark, digits: u32) -> Option<i64> {
    let bytes = text.as_bytes();
    let (negative, bytes) = match bytes.split_first() {
        Some((b'-', rest)) => (true, rest),
        _ => (false, bytes),
    };
    let mark = mark.byte();
    let whole = bytes
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    let fraction = match &bytes[whole..] {
        [] => &[][..],
        [first, rest @ ..] if *first == mark && !rest.is_empty() => rest,
        _ => return None,
    };
    if !(1..=12).contains(&whole) || fraction.len() > digits.min(6) as usize {
        return None;
    }
    let mut value = digits_value(&bytes[..whole])?;
    for place in 0..digits.min(6) as usize {
        let digit = fraction.get(place).copied().unwrap_or(b'0');
        value = value * 10 + digits_value(&[digit])?;
    }
    (digits <= 6).then_some(if negative { -value } else { value })
}

fn digits_value(bytes: &[u8]) -> Option<i64> {
    bytes.iter().try_fold(0_i64, |value, byte| {
        byte.is_ascii_digit()
            .then(|| value * 10 + i64::from(byte - b'0'))
    })
}

impl DecimalMark {
    /// The mark as a character.
    pub fn character(self) -> char {
        char::from(self.byte())
    }

    fn byte(self) -> u8 {
        match self {
            Self::Point => b'.',
            Self::Comma => b',',
        }
    }
}

#[cfg(test)]
mod tests;
