//! Rounding: halves go away from zero, on both sides alike, up to the ends of the range.

use domain::money::UnitPrice;
use domain::pricing::{cash_round, line_total_minor};
use domain::quantity::Quantity;
use domain::rate::Rate;
use domain::rounding::{div_round_half_away, round_to_increment};
use proptest::prelude::*;

#[test]
fn halves_go_away_from_zero() {
    let thousandths_to_hundredths = [
        (2675, 268),
        (-2675, -268),
        (5, 1),
        (-5, -1),
        (365_125, 36_513),
    ];
    for (thousandths, hundredths) in thousandths_to_hundredths {
        assert_eq!(
            div_round_half_away(thousandths, 10),
            hundredths,
            "{thousandths}"
        );
    }
}

#[test]
fn the_sign_of_the_divisor_counts_like_that_of_the_dividend() {
    assert_eq!(div_round_half_away(5, -10), -1);
    assert_eq!(div_round_half_away(-5, -10), 1);
    assert_eq!(div_round_half_away(4, -10), 0);
}

#[test]
fn the_ends_of_the_range_divide_without_a_panic() {
    assert_eq!(div_round_half_away(i128::MIN, -1), i128::MAX);
    assert_eq!(div_round_half_away(i128::MAX, i128::MIN), -1);
    assert_eq!(div_round_half_away(i128::MIN, i128::MIN), 1);
    assert_eq!(div_round_half_away(i128::MAX, i128::MAX), 1);
}

#[test]
fn an_increment_below_one_or_a_result_beyond_64_bits_is_refused() {
    assert_eq!(round_to_increment(100, 1, 0), None);
    assert_eq!(round_to_increment(100, 0, 5), None);
    assert_eq!(round_to_increment(i64::MAX.into(), 1, 10), None);
    assert_eq!(round_to_increment(7, 1, 5), Some(5));
}

#[test]
fn cash_rounds_to_the_nearest_coin_and_tells_the_difference() {
    let cases = [
        (1012, 5, 1010, -2),
        (1013, 5, 1015, 2),
        (-1013, 5, -1015, -2),
        (25, 50, 50, 25),
    ];
    for (total, coin, payable, difference) in cases {
        let rounded = cash_round(total, coin).unwrap();
        assert_eq!(
            (rounded.payable_minor, rounded.rounding_minor),
            (payable, difference)
        );
    }
    assert_eq!(cash_round(i64::MAX, 10), None);
    assert_eq!(cash_round(5, -5), None);
}

#[test]
fn a_line_rounds_once_half_away_from_zero() {
    let cases = [
        ("0.001", "4", 2, 0),
        ("0.001", "5", 2, 1),
        ("0.001", "-5", 2, -1),
        ("1.005", "1", 2, 101),
        ("1.005", "100", 2, 10_050),
        ("2.55", "6", 2, 1_530),
        ("1.2345", "0.5", 3, 617),
        ("10920", "1", 0, 10_920),
        ("0.5", "1", 0, 1),
    ];
    for (price, quantity, digits, minor) in cases {
        let price = UnitPrice::parse_decimal(price).unwrap();
        let quantity = Quantity::parse_decimal(quantity).unwrap();
        assert_eq!(
            line_total_minor(price, quantity, digits),
            Some(minor),
            "{price} x {quantity}"
        );
    }
}

#[test]
fn a_line_beyond_64_bits_is_refused() {
    let (price, quantity) = (
        UnitPrice::from_micro(i64::MAX),
        Quantity::from_milli(i64::MIN),
    );
    assert_eq!(line_total_minor(price, quantity, 2), None);
    assert_eq!(line_total_minor(price, Quantity::ONE, 10), None);
}

#[test]
fn a_rate_of_an_amount_rounds_once() {
    assert_eq!(Rate::from_ppm(88_750).of(1_000_000), Some(88_750));
    assert_eq!(Rate::from_ppm(5_000).of(100), Some(1));
    assert_eq!(Rate::from_ppm(-5_000).of(100), Some(-1));
    assert_eq!(Rate::from_ppm(i64::MAX).of(i64::MAX), None);
}

proptest! {
    #[test]
    fn the_rounded_quotient_is_the_nearest(num in any::<i64>(), den in 1_i64..) {
        let (num, den) = (i128::from(num), i128::from(den));
        let off = div_round_half_away(num, den) * den - num;
        prop_assert!(off.abs() * 2 <= den);
        if off.abs() * 2 == den {
            prop_assert_eq!(off.signum(), num.signum());
        }
        prop_assert_eq!(div_round_half_away(-num, den), -div_round_half_away(num, den));
    }

    #[test]
    fn narrow_and_wide_line_totals_agree(
        price in any::<i64>(),
        quantity in any::<i64>(),
        shift in prop::sample::select(vec![0, 33]),
        digits in 0_u32..=4,
    ) {
        let (price, quantity) = (price >> shift, quantity >> shift);
        let exact = i128::from(price) * i128::from(quantity);
        let wide = div_round_half_away(exact, 10_i128.pow(9 - digits));
        let (price, quantity) = (UnitPrice::from_micro(price), Quantity::from_milli(quantity));
        let total = line_total_minor(price, quantity, digits);
        prop_assert_eq!(total, i64::try_from(wide).ok());
    }
}
