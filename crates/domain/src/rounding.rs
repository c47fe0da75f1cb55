//! Rounding, exactly: integers in, integers out, half away from zero.
//!
//! Half away from zero treats both signs alike, so a refund mirrors its sale to the last unit.

/// Divides and rounds the quotient to the nearest integer, halves away from zero.
///
/// `div_round_half_away(-a, b) == -div_round_half_away(a, b)` for every `a` that has a negation.
///
/// # Panics
/// If `den` is zero, as integer division does.
#[must_use]
pub const fn div_round_half_away(num: i128, den: i128) -> i128 {
    let quotient = num.saturating_div(den);
    let rest = num.wrapping_rem(den).unsigned_abs();
    // Compares rest with den - rest instead of doubling rest, which could overflow.
    if rest < den.unsigned_abs() - rest {
        return quotient;
    }
    if (num < 0) == (den < 0) {
        quotient + 1
    } else {
        quotient - 1
    }
}

/// Rounds `num / den` to the nearest multiple of `increment`, halves away from zero.
///
/// `None` if `increment` is below one, `den` is zero or the result leaves `i64`.
#[must_use]
pub fn round_to_increment(num: i128, den: i128, increment: i64) -> Option<i64> {
    if increment < 1 || den == 0 {
        return None;
    }
    let increment = i128::from(increment);
    let steps = div_round_half_away(num, den.checked_mul(increment)?);
    i64::try_from(steps.checked_mul(increment)?).ok()
}
