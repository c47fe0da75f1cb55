//! From the exact value to an amount of money.

/// A value in billionths of the major unit as an amount in minor units of a currency with so many
/// digits, half away from zero; held at the ends of the range beyond them.
pub fn to_minor(value_nano: i128, digits: u32) -> i64 {
    let unit = 10_i128.pow(9_u32.saturating_sub(digits));
    let half = if value_nano < 0 { -unit / 2 } else { unit / 2 };
    let minor = value_nano.saturating_add(half) / unit;
    i64::try_from(minor).unwrap_or(if minor < 0 { i64::MIN } else { i64::MAX })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_of_the_smallest_coin_goes_away_from_zero() {
        for (nano, digits, minor) in [
            (12_345_000_000, 2, 1_235),
            (-12_345_000_000, 2, -1_235),
            (12_344_999_999, 2, 1_234),
            (1_500_000_000, 0, 2),
            (1_234_500_000, 3, 1_235),
            (i128::MAX, 2, i64::MAX),
        ] {
            assert_eq!(to_minor(nano, digits), minor);
        }
    }
}
