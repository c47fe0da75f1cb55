//! EAN-13 and EAN-8 (GS1 General Specifications, section 5.2).

use super::Modules;

/// The seven modules of a digit left of the middle, from the odd set; the others come of them.
const ODD: [u8; 10] = [
    0b000_1101, 0b001_1001, 0b001_0011, 0b011_1101, 0b010_0011, 0b011_0001, 0b010_1111, 0b011_1011,
    0b011_0111, 0b000_1011,
];
/// Which of the six digits left of the middle are from the even set, by the first digit of all.
const EVEN_OF: [u8; 10] = [
    0b000_000, 0b001_011, 0b001_101, 0b001_110, 0b010_011, 0b011_001, 0b011_100, 0b010_101,
    0b010_110, 0b011_010,
];
const DIGIT_BITS: u32 = 7;
const QUIET: usize = 11;

/// The bars of 8, 12 or 13 digits, the check digit among them; 12 are those of a UPC-A. `None` for
/// anything else, and for a check digit that is wrong: a scanner would not read it.
pub fn ean(code: &str) -> Option<Modules> {
    let digits: Vec<u8> = code
        .chars()
        .map(|digit| digit.to_digit(10).map(|digit| digit as u8))
        .collect::<Option<_>>()?;
    if !is_checked(&digits) {
        return None;
    }
    match digits.len() {
        8 => Some(bars(0, &digits)),
        12 => Some(bars(0, &digits)),
        13 => Some(bars(digits[0], &digits[1..])),
        _ => None,
    }
}

fn is_checked(digits: &[u8]) -> bool {
    let weighted = digits.iter().rev().enumerate();
    let sum: u32 = weighted
        .map(|(place, digit)| u32::from(*digit) * if place % 2 == 0 { 1 } else { 3 })
        .sum();
    sum.is_multiple_of(10)
}

/// Both halves between their guards; the first digit stands in which sets the left half is from.
fn bars(first: u8, digits: &[u8]) -> Modules {
    let (left, right) = digits.split_at(digits.len() / 2);
    let mut bars = Vec::with_capacity(95);
    push(&mut bars, 0b101, 3);
    for (place, digit) in left.iter().enumerate() {
        let odd = ODD[usize::from(*digit)];
        let even = EVEN_OF[usize::from(first)] >> (left.len() - 1 - place) & 1 == 1;
        push(
            &mut bars,
            if even { mirrored(!odd) } else { odd },
            DIGIT_BITS,
        );
    }
    push(&mut bars, 0b01010, 5);
    for digit in right {
        push(&mut bars, !ODD[usize::from(*digit)], DIGIT_BITS);
    }
    push(&mut bars, 0b101, 3);
    Modules::bars(bars, QUIET)
}

fn push(bars: &mut Vec<bool>, pattern: u8, bits: u32) {
    bars.extend((0..bits).rev().map(|bit| pattern >> bit & 1 == 1));
}

fn mirrored(pattern: u8) -> u8 {
    (pattern << 1).reverse_bits()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_modules_are_95_and_67_between_guards() {
        for (code, width) in [
            ("6291041500213", 95),
            ("036000291452", 95),
            ("96385074", 67),
        ] {
            let found = ean(code).unwrap();
            assert_eq!(found.width(), width, "{code}");
            let bars = &found.rows[0];
            assert_eq!(
                (&bars[..3], &bars[width - 3..]),
                (&[true, false, true][..], &[true, false, true][..])
            );
        }
    }

    #[test]
    fn what_no_scanner_would_read_has_no_bars() {
        for code in ["6291041500214", "12345", "", "62910415002x3"] {
            assert_eq!(ean(code), None, "{code}");
        }
    }
}
