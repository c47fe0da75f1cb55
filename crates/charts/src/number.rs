//! Integers in a decimal scale, written for people: grouped, rounded half away from zero, with a
//! real minus sign, and shortened to "k" and "M" where the unit allows it.

/// How numbers are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NumberFormat {
    /// Between units and decimals: '.' in English.
    pub decimal: char,
    /// Between thousands: ',' in English; NUL for none.
    pub group: char,
}

impl Default for NumberFormat {
    fn default() -> Self {
        NumberFormat {
            decimal: '.',
            group: ',',
        }
    }
}

/// A value with its decimal scale: `n / 10^decimals`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Scaled {
    pub(crate) n: i128,
    pub(crate) decimals: u8,
}

impl NumberFormat {
    /// Writes `n / 10^decimals` with so many decimals shown, rounded half away from zero.
    pub fn written(self, n: i64, decimals: u8, shown: u8) -> String {
        let n = i128::from(n);
        self.fixed(Scaled { n, decimals }, shown)
    }

    /// Writes `value` with `shown` decimals.
    pub(crate) fn fixed(self, value: Scaled, shown: u8) -> String {
        let n = rescale(value, shown);
        let one = 10_u128.pow(u32::from(shown));
        let (whole, part) = (n.unsigned_abs() / one, n.unsigned_abs() % one);
        let mut text = if n < 0 {
            "\u{2212}".to_owned()
        } else {
            String::new()
        };
        self.push_grouped(&mut text, whole);
        if shown > 0 {
            text.push(self.decimal);
            text.push_str(&format!("{part:0width$}", width = usize::from(shown)));
        }
        text
    }

    /// Writes `value` with about `digits` significant digits and a suffix: "12.4k", "1.2M".
    /// Four figures are as short as three with a suffix, and are left as they are.
    pub(crate) fn compact(self, value: Scaled, digits: u8) -> String {
        let size = value.n.unsigned_abs();
        let unit = 10_u128.pow(u32::from(value.decimals));
        let reaches = |limit: u128| size >= (limit * unit).saturating_sub(limit * unit / 2000);
        let (suffix, exponent) = match () {
            () if reaches(1_000_000) => ("M", 6),
            () if reaches(if digits > 2 { 10_000 } else { 1_000 }) => ("k", 3),
            () => ("", 0),
        };
        let scaled = Scaled {
            n: value.n,
            decimals: value.decimals + exponent,
        };
        let whole = size / 10_u128.pow(u32::from(scaled.decimals));
        let shown = digits.saturating_sub(whole.max(1).ilog10() as u8 + 1);
        self.trimmed(scaled, shown) + suffix
    }

    /// Writes `value` with at most `shown` decimals and no idle zero at the end.
    pub(crate) fn trimmed(self, value: Scaled, shown: u8) -> String {
        let mut n = rescale(value, shown);
        let mut left = shown;
        while left > 0 && n % 10 == 0 {
            n /= 10;
            left -= 1;
        }
        self.fixed(Scaled { n, decimals: left }, left)
    }

    fn push_grouped(self, text: &mut String, whole: u128) {
        let digits = whole.to_string();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) && self.group != '\0' {
                text.push(self.group);
            }
            text.push(digit);
        }
    }
}

/// How many decimals all of `values` need at least. Money (two decimals) is written with two or
/// with none, never with one.
pub(crate) fn decimals_needed(values: impl Iterator<Item = i128>, decimals: u8) -> u8 {
    let needed = values
        .map(|n| decimals - trailing_zeros(n, decimals))
        .max()
        .unwrap_or(0);
    if decimals == 2 && needed == 1 {
        2
    } else {
        needed
    }
}

fn trailing_zeros(mut n: i128, at_most: u8) -> u8 {
    let mut zeros = 0;
    while zeros < at_most && n % 10 == 0 {
        n /= 10;
        zeros += 1;
    }
    zeros
}

fn rescale(value: Scaled, shown: u8) -> i128 {
    if shown >= value.decimals {
        return value
            .n
            .saturating_mul(10_i128.pow(u32::from(shown - value.decimals)));
    }
    let divisor = 10_i128.pow(u32::from(value.decimals - shown));
    let half = divisor / 2;
    let away = if value.n < 0 {
        value.n.saturating_sub(half)
    } else {
        value.n.saturating_add(half)
    };
    away / divisor
}

#[cfg(test)]
mod tests {
    use super::*;

    fn compact(n: i128, digits: u8) -> String {
        NumberFormat::default().compact(Scaled { n, decimals: 2 }, digits)
    }

    #[test]
    fn numbers_are_grouped_and_rounded_half_away_from_zero() {
        let format = NumberFormat::default();
        let fixed = |n, shown| format.fixed(Scaled { n, decimals: 2 }, shown);
        assert_eq!(fixed(123_456_789, 2), "1,234,567.89");
        assert_eq!(fixed(-50, 0), "\u{2212}1");
        assert_eq!(fixed(49, 0), "0");
        assert_eq!(fixed(5, 3), "0.050");
        let german = NumberFormat {
            decimal: ',',
            group: '.',
        };
        assert_eq!(
            german.fixed(
                Scaled {
                    n: 123_456,
                    decimals: 2
                },
                2
            ),
            "1.234,56"
        );
    }

    #[test]
    fn short_numbers_keep_their_leading_digits() {
        assert_eq!(compact(2_410_355, 3), "24.1k");
        assert_eq!(compact(999_999, 3), "10k");
        assert_eq!(compact(129_950, 3), "1,300");
        assert_eq!(compact(129_950, 2), "1.3k");
        assert_eq!(compact(99_995_000, 3), "1M");
        assert_eq!(compact(-123_456_789, 3), "\u{2212}1.23M");
        assert_eq!(compact(1_250, 3), "12.5");
        assert_eq!(compact(0, 3), "0");
        assert_eq!(compact(i128::from(i64::MIN), 3), "\u{2212}92,233,720,369M");
    }

    #[test]
    fn money_shows_two_decimals_or_none() {
        assert_eq!(decimals_needed([100, 250].into_iter(), 2), 2);
        assert_eq!(decimals_needed([100, 0].into_iter(), 2), 0);
        assert_eq!(decimals_needed([1_500].into_iter(), 3), 1);
    }
}
