//! Plain decimals (`-12.50`) to scaled integers and back, exactly.
//!
//! The separator is always `.`; grouping, exponents and locale rules belong to whoever reads the
//! text. Nothing is rounded here: a number with more decimals than the scale holds is refused.

/// Why a text is not a decimal of the wanted scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DecimalError {
    /// The text has no digits, or something besides sign, digits and one point.
    #[error("not a plain decimal number")]
    NotADecimal,
    /// Digits other than zero stand after the last decimal that the scale holds.
    #[error("more than {allowed} decimals")]
    TooManyDecimals {
        /// Decimals that the scale holds.
        allowed: u32,
    },
    /// The value does not fit into 64 bits.
    #[error("number out of range")]
    OutOfRange,
}

/// Parses `text` into units of 10^-`decimals`: `("1.5", 3)` gives `1500`.
pub fn parse_scaled(text: &str, decimals: u32) -> Result<i64, DecimalError> {
    let (negative, digits) = split_sign(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    if whole.is_empty() && fraction.is_empty() || !all_digits(whole) || !all_digits(fraction) {
        return Err(DecimalError::NotADecimal);
    }
    let kept = fraction.trim_end_matches('0');
    if kept.len() > decimals as usize {
        return Err(DecimalError::TooManyDecimals { allowed: decimals });
    }
    let padding = std::iter::repeat_n(b'0', decimals as usize - kept.len());
    accumulate(negative, whole.bytes().chain(kept.bytes()).chain(padding))
        .ok_or(DecimalError::OutOfRange)
}

/// Writes `value` units of 10^-`decimals` exactly, with at least `min_decimals` decimals and
/// without further trailing zeros: `(1500, 3, 0)` gives `1.5`.
#[must_use]
pub fn format_scaled(value: i64, decimals: u32, min_decimals: u32) -> String {
    let digits = format!(
        "{:0width$}",
        value.unsigned_abs(),
        width = decimals as usize + 1
    );
    let (whole, fraction) = digits.split_at(digits.len() - decimals as usize);
    let needed = fraction.trim_end_matches('0').len();
    let shown = needed.max(min_decimals.min(decimals) as usize);
    let sign = if value < 0 { "-" } else { "" };
    let point = if shown == 0 { "" } else { "." };
    format!("{sign}{whole}{point}{}", &fraction[..shown])
}

fn split_sign(text: &str) -> (bool, &str) {
    match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    }
}

fn all_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Sums towards the sign's own end of the range, so that `i64::MIN` is reachable.
fn accumulate(negative: bool, digits: impl Iterator<Item = u8>) -> Option<i64> {
    let mut value: i64 = 0;
    for digit in digits {
        let digit = i64::from(digit - b'0');
        let step = if negative { -digit } else { digit };
        value = value.checked_mul(10)?.checked_add(step)?;
    }
    Some(value)
}
