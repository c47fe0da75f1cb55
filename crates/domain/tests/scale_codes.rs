//! Codes that scales and labels print: a table of what they say, and properties over all of them.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use domain::settings::{CodePattern, CodeValue, Coded, SettingsTerms, amend, read_code};
use proptest::prelude::*;

fn pattern(prefix: &str, item_digits: u8, value: CodeValue, decimals: u8) -> CodePattern {
    CodePattern {
        prefix: prefix.into(),
        item_digits,
        value,
        decimals,
        value_check: false,
    }
}

fn patterns() -> Vec<CodePattern> {
    vec![
        pattern("21", 5, CodeValue::Weight, 3),
        pattern("22", 5, CodeValue::Price, 2),
        pattern("23", 6, CodeValue::Weight, 2),
        pattern("24", 4, CodeValue::Price, 0),
        pattern("02", 5, CodeValue::Price, 2),
    ]
}

/// Twelve digits with the one that checks them.
fn checked(digits: &str) -> String {
    let signs: Vec<u32> = digits.chars().filter_map(|it| it.to_digit(10)).collect();
    let odd: u32 = signs.iter().skip(1).step_by(2).sum();
    let even: u32 = signs.iter().step_by(2).sum();
    format!("{digits}{}", (10 - (3 * odd + even) % 10) % 10)
}

#[test]
fn a_code_says_its_item_and_its_weight_or_price() {
    for (code, weight, figure, names) in [
        ("2102112004124", true, 412, "2102112 02112 2112"),
        ("2254321005857", false, 5_850_000, "2254321 54321"),
        ("2300100012348", true, 12_340, "23001000 001000 1000"),
        ("2400071234565", false, 123_456_000_000, "240007 0007 7"),
        ("0212345009999", false, 9_990_000, "0212345 12345"),
    ] {
        let code = checked(&code[..12]);
        let read = read_code(&patterns(), &code).unwrap().unwrap();
        let (is_weight, item, found) = match read {
            Coded::Weight(item, milli) => (true, item, milli),
            Coded::Price(item, micro) => (false, item, micro),
        };
        let said = (is_weight, found, item.0.join(" "));
        assert_eq!(said, (weight, figure, names.to_owned()), "{code}");
    }
}

#[test]
fn a_digit_before_the_value_checks_it() {
    // The examples of the GS1 General Specifications: 2875 has 9, and 14685 has 6.
    let inner = |item_digits| CodePattern {
        value_check: true,
        ..pattern("21", item_digits, CodeValue::Price, 2)
    };
    for (item_digits, code, micro) in [
        (5, "211234592875", 28_750_000),
        (4, "211234614685", 146_850_000),
    ] {
        let read = read_code(&[inner(item_digits)], &checked(code)).unwrap();
        let Some(Coded::Price(item, found)) = read else {
            panic!("{code}: {read:?}");
        };
        assert_eq!((found, item.0[1].len()), (micro, usize::from(item_digits)));
        for wrong in 0..10 {
            let at = 2 + usize::from(item_digits);
            let other = format!("{}{wrong}{}", &code[..at], &code[at + 1..]);
            let read = read_code(&[inner(item_digits)], &checked(&other));
            assert_eq!(read.is_ok(), other == code, "{other}");
        }
    }
    let said = SettingsTerms {
        code_patterns: Some(vec![inner(6)]),
        ..SettingsTerms::default()
    };
    let field = amend(said).unwrap_err().field;
    assert_eq!(field.as_deref(), Some("code_patterns.0.item_digits"));
}

#[test]
fn a_zero_that_the_scanner_left_out_is_put_back() {
    let code = checked("021234500999");
    let short = code.trim_start_matches('0');
    assert_eq!(
        read_code(&patterns(), short).unwrap(),
        read_code(&patterns(), &code).unwrap()
    );
}

#[test]
fn other_codes_are_left_alone() {
    for code in [
        "4006381333931",
        "96385074",
        "2612345678901",
        "21",
        "210211200412x",
        "",
    ] {
        assert_eq!(read_code(&patterns(), code), Ok(None), "{code}");
    }
}

#[test]
fn patterns_that_cannot_be_read_are_refused_at_their_field() {
    let weight = CodeValue::Weight;
    for (said, code, field) in [
        (pattern("40", 5, weight, 3), "prefix_not_free", "prefix"),
        (pattern("2", 5, weight, 3), "prefix_not_free", "prefix"),
        (pattern("21", 9, weight, 3), "out_of_range", "item_digits"),
        (pattern("21", 5, weight, 4), "out_of_range", "decimals"),
    ] {
        let said = SettingsTerms {
            code_patterns: Some(vec![said]),
            ..SettingsTerms::default()
        };
        let refusal = amend(said).unwrap_err();
        let at = format!("code_patterns.0.{field}");
        assert_eq!((refusal.code, refusal.field), (code, Some(at)));
    }
    let twice = SettingsTerms {
        code_patterns: Some(vec![
            pattern("21", 5, weight, 3),
            pattern("21", 4, weight, 3),
        ]),
        ..SettingsTerms::default()
    };
    assert_eq!(amend(twice).unwrap_err().code, "claimed_twice");
}

proptest! {
    #[test]
    fn what_a_scale_prints_is_what_is_read(
        item_digits in 3_u8..=7, decimals in 0_u8..=3, item in 0_u32..10_000_000,
        value in 1_i64..999, price in any::<bool>(),
    ) {
        let value_digits = 10 - usize::from(item_digits);
        let item = item % 10_u32.pow(u32::from(item_digits));
        let kind = if price { CodeValue::Price } else { CodeValue::Weight };
        let printed = checked(&format!(
            "27{item:0items$}{value:0value_digits$}", items = usize::from(item_digits)
        ));
        let read = read_code(&[pattern("27", item_digits, kind, decimals)], &printed);
        let most = if price { 6 } else { 3 };
        let figure = value * 10_i64.pow(most - u32::from(decimals));
        match read.unwrap().unwrap() {
            Coded::Weight(_, milli) => prop_assert_eq!((price, milli), (false, figure)),
            Coded::Price(_, micro) => prop_assert_eq!((price, micro), (true, figure)),
        }
    }

    #[test]
    fn one_wrong_digit_is_always_found(
        body in "21[0-9]{9}[1-9]", at in 2_usize..13, by in 1_u32..10,
    ) {
        let printed = checked(&body);
        let mut signs: Vec<u32> = printed.chars().filter_map(|it| it.to_digit(10)).collect();
        signs[at] = (signs[at] + by) % 10;
        let wrong: String = signs.iter().filter_map(|it| char::from_digit(*it, 10)).collect();
        let refusal = read_code(&patterns(), &wrong).unwrap_err();
        prop_assert_eq!(refusal.code, "check_digit_wrong");
    }
}
