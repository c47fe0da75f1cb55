//! Tables of printed numbers and what they are.

use proptest::prelude::*;

use super::NumberFault::{Empty, Grouping, NotANumber, TooLarge, TooPrecise};
use super::*;

#[test]
fn printed_amounts_become_exact_micro_units() {
    let point = [
        ("2.55", 2_550_000),
        ("0.001", 1_000),
        ("-11062.06", -11_062_060_000),
        ("1,234.56", 1_234_560_000),
        ("1 234.56", 1_234_560_000),
        ("1\u{a0}234.56", 1_234_560_000),
        ("1\u{202f}234.56", 1_234_560_000),
        ("1'234.56", 1_234_560_000),
        ("1,04,999.00", 104_999_000_000),
        ("(12.00)", -12_000_000),
        ("( £12.00 )", -12_000_000),
        ("12-", -12_000_000),
        ("- 12", -12_000_000),
        ("\u{2212}12", -12_000_000),
        ("+12", 12_000_000),
        ("£ 12.5", 12_500_000),
        ("$-3.00", -3_000_000),
        ("-$3.00", -3_000_000),
        ("AU $3,000.00", 3_000_000_000),
        ("USD 1.29", 1_290_000),
        ("1.29 EUR", 1_290_000),
        ("Rs. 1,04,999.00", 104_999_000_000),
        (".5", 500_000),
        ("5.", 5_000_000),
        ("007", 7_000_000),
        ("2.5000000000", 2_500_000),
        ("  7  ", 7_000_000),
        ("₹49", 49_000_000),
    ];
    for (text, micro) in point {
        assert_eq!(
            parse_amount(text, DecimalMark::Point, 6),
            Ok(micro),
            "{text}"
        );
    }
}

#[test]
fn a_decimal_comma_swaps_the_roles() {
    let comma = [
        ("1.234,56", 1_234_560_000),
        ("1 234,56", 1_234_560_000),
        ("1,234", 1_234_000),
        ("1.234", 1_234_000_000),
        ("19,99 €", 19_990_000),
        ("200.000.000", 200_000_000_000_000),
        ("-0,01", -10_000),
        ("12,50 kr.", 12_500_000),
        ("CHF 1'000,00", 1_000_000_000),
    ];
    for (text, micro) in comma {
        assert_eq!(
            parse_amount(text, DecimalMark::Comma, 6),
            Ok(micro),
            "{text}"
        );
    }
}

#[test]
fn what_is_not_a_number_says_why() {
    let faults = [
        ("", Empty),
        ("   ", Empty),
        ("abc", NotANumber),
        ("12abc", NotANumber),
        ("item12", NotANumber),
        ("EAN13", NotANumber),
        ("1E+05", NotANumber),
        ("1-2", NotANumber),
        ("--1", NotANumber),
        ("(-1)", NotANumber),
        ("-", NotANumber),
        (".", NotANumber),
        ("NaN", NotANumber),
        ("1 000,000", NotANumber),
        ("١٢", NotANumber),
        ("1,7", Grouping),
        ("1.234,56", Grouping),
        ("1.2.3", Grouping),
        ("12,34,5", Grouping),
        ("1234,567", Grouping),
        ("0.0000001", TooPrecise),
        ("9999999999999999", TooLarge),
    ];
    for (text, fault) in faults {
        assert_eq!(
            parse_amount(text, DecimalMark::Point, 6),
            Err(fault),
            "{text}"
        );
    }
}

#[test]
fn a_quantity_has_no_currency_and_three_decimals() {
    let parse = |text| parse_quantity(text, DecimalMark::Point, 3);
    assert_eq!(parse("-10"), Ok(-10_000));
    assert_eq!(parse("12.5"), Ok(12_500));
    assert_eq!(parse("80,995"), Ok(80_995_000));
    assert_eq!(parse("$5"), Err(NotANumber));
    assert_eq!(parse("0.3333"), Err(TooPrecise));
}

#[test]
fn the_smallest_and_largest_values_fit() {
    let parse = |text: &str| parse_amount(text, DecimalMark::Point, 6);
    assert_eq!(parse("9223372036854.775807"), Ok(i64::MAX));
    assert_eq!(parse("-9223372036854.775808"), Ok(i64::MIN));
    assert_eq!(parse("9223372036854.775808"), Err(TooLarge));
}

proptest! {
    #[test]
    fn a_printed_value_reads_back_as_itself(value in any::<i64>(), digits in 0_u32..=6) {
        let magnitude = value.unsigned_abs();
        let unit = 10_u64.pow(digits);
        let sign = if value < 0 { "-" } else { "" };
        let width = digits as usize;
        let (whole, rest) = (magnitude / unit, magnitude % unit);
        let text = match width {
            0 => format!("{sign}{whole}"),
            _ => format!("{sign}{whole}.{rest:0width$}"),
        };
        prop_assert_eq!(parse_amount(&text, DecimalMark::Point, digits), Ok(value));
    }

    #[test]
    fn any_text_gives_a_value_or_a_fault(text in "\\PC{0,24}", comma: bool) {
        let mark = if comma { DecimalMark::Comma } else { DecimalMark::Point };
        let amount = parse_amount(&text, mark, 6);
        if !text.contains(|c: char| c.is_ascii_digit()) {
            prop_assert!(amount.is_err());
        }
    }
}
