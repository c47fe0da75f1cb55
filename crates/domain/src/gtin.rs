//! Article numbers of GS1: EAN, UPC and GTIN, and their check digit.

/// What a code is as an article number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gtin {
    /// It does not have the form of one.
    No,
    /// Its check digit is right.
    Right,
    /// Its last digit should be another.
    Wrong {
        /// Which.
        expected: u8,
    },
}

/// Looks at a code: 8, 12, 13 or 14 digits are an article number. The check digit makes the sum of
/// the digits, weighted by 1 and 3 from the right, a multiple of ten (GS1 General Specifications,
/// section 7.9).
pub fn gtin(code: &str) -> Gtin {
    let bytes = code.as_bytes();
    if !matches!(bytes.len(), 8 | 12..=14) || !bytes.iter().all(u8::is_ascii_digit) {
        return Gtin::No;
    }
    let (last, rest) = (bytes[bytes.len() - 1] - b'0', &bytes[..bytes.len() - 1]);
    let weighted = rest.iter().rev().enumerate();
    let sum: u32 = weighted
        .map(|(place, digit)| u32::from(digit - b'0') * if place % 2 == 0 { 3 } else { 1 })
        .sum();
    let expected = ((10 - sum % 10) % 10) as u8;
    if expected == last {
        Gtin::Right
    } else {
        Gtin::Wrong { expected }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn examples_of_the_standard_are_right() {
        for code in [
            "6291041500213",
            "96385074",
            "036000291452",
            "00074887615305",
        ] {
            assert_eq!(gtin(code), Gtin::Right, "{code}");
        }
    }

    #[test]
    fn a_wrong_digit_is_told_with_the_right_one() {
        assert_eq!(gtin("6291041500214"), Gtin::Wrong { expected: 3 });
        assert_eq!(gtin("036000291450"), Gtin::Wrong { expected: 2 });
    }

    #[test]
    fn other_codes_are_none() {
        for code in ["", "85123A", "123", "12345678x", "123456789012345"] {
            assert_eq!(gtin(code), Gtin::No, "{code}");
        }
    }
}
