//! Money, prices, quantities, rates and currencies: text, serde, and what does not combine.

use domain::currency::Currency;
use domain::decimal::DecimalError;
use domain::money::{Money, MoneyError, UnitPrice};
use domain::pricing::ExchangeRate;
use domain::quantity::Quantity;
use domain::rate::Rate;
use proptest::prelude::*;

fn currency(code: &str) -> Currency {
    Currency::parse(code).expect("a code of ISO 4217")
}

#[test]
fn minor_digits_are_those_of_iso_4217() {
    let cases = [
        ("GBP", 2),
        ("EUR", 2),
        ("JPY", 0),
        ("ISK", 0),
        ("UGX", 0),
        ("KWD", 3),
    ];
    // These differ from the digits that CLDR gives for writing cash.
    let differ = [
        ("IQD", 3),
        ("IRR", 2),
        ("ALL", 2),
        ("MGA", 2),
        ("UYW", 4),
        ("CLF", 4),
    ];
    for (code, digits) in cases.into_iter().chain(differ) {
        assert_eq!(currency(code).minor_digits(), digits, "{code}");
    }
}

#[test]
fn every_code_of_the_table_parses_to_itself_and_stands_there_once() {
    let codes: Vec<&str> = Currency::all_codes().collect();
    assert_eq!(codes.len(), 139 + 17 + 7 + 2 + 8);
    for code in &codes {
        assert_eq!(currency(code).code(), *code);
        assert_eq!(
            codes.iter().filter(|other| *other == code).count(),
            1,
            "{code}"
        );
    }
}

#[test]
fn what_is_not_a_currency_is_refused() {
    for code in ["", "GB", "gbp", "GBPX", "XAU", "XXX", "XTS", "£££", "ÄB"] {
        assert!(Currency::parse(code).is_err(), "{code}");
        assert!(
            serde_json::from_value::<Currency>(code.into()).is_err(),
            "{code}"
        );
    }
}

#[test]
fn different_currencies_never_add() {
    let (left, right) = (currency("GBP"), currency("EUR"));
    let mismatch = Err(MoneyError::CurrencyMismatch { left, right });
    assert_eq!(
        Money::new(1, left).checked_add(Money::zero(right)),
        mismatch
    );
    assert_eq!(
        Money::new(1, left).checked_sub(Money::new(1, right)),
        mismatch
    );
}

#[test]
fn money_adds_subtracts_and_negates_up_to_the_ends_of_the_range() {
    let gbp = |minor| Money::new(minor, currency("GBP"));
    assert_eq!(gbp(250).checked_add(gbp(-300)), Ok(gbp(-50)));
    assert_eq!(gbp(250).checked_sub(gbp(300)), Ok(gbp(-50)));
    assert_eq!(gbp(250).checked_neg(), Ok(gbp(-250)));
    assert_eq!(gbp(i64::MAX).checked_add(gbp(1)), Err(MoneyError::Overflow));
    assert_eq!(gbp(i64::MIN).checked_sub(gbp(1)), Err(MoneyError::Overflow));
    assert_eq!(gbp(i64::MIN).checked_neg(), Err(MoneyError::Overflow));
}

#[test]
fn money_is_written_with_all_digits_of_its_currency() {
    assert_eq!(Money::new(-1250, currency("GBP")).to_string(), "-12.50 GBP");
    assert_eq!(Money::new(5, currency("KWD")).to_string(), "0.005 KWD");
    assert_eq!(Money::new(10_920, currency("CLP")).to_string(), "10920 CLP");
    assert_eq!(
        Money::new(i64::MIN, currency("EUR")).decimal(),
        "-92233720368547758.08"
    );
}

#[test]
fn decimals_parse_exactly_or_not_at_all() {
    assert_eq!(
        UnitPrice::parse_decimal("0.001").map(UnitPrice::micro),
        Ok(1_000)
    );
    assert_eq!(
        UnitPrice::parse_decimal("+2.5500000000").map(UnitPrice::micro),
        Ok(2_550_000)
    );
    assert_eq!(
        UnitPrice::parse_decimal("-.5").map(UnitPrice::micro),
        Ok(-500_000)
    );
    assert_eq!(
        Quantity::parse_decimal("12.").map(Quantity::milli),
        Ok(12_000)
    );
    assert_eq!(Rate::parse_percent("8.875").map(Rate::ppm), Ok(88_750));
    let gbp = |text| Money::parse_decimal(text, currency("GBP")).map(|money| money.amount_minor);
    assert_eq!(gbp("12.5"), Ok(1_250));
    assert_eq!(
        gbp("12.505"),
        Err(DecimalError::TooManyDecimals { allowed: 2 })
    );
    let too_fine = Err(DecimalError::TooManyDecimals { allowed: 6 });
    assert_eq!(UnitPrice::parse_decimal("0.0000001"), too_fine);
}

#[test]
fn what_is_not_a_plain_decimal_is_refused() {
    for text in [
        "", ".", "-", "+.", "1,5", "1e3", " 1", "1 ", "--1", "1.2.3", "٣", "0x1", "NaN",
    ] {
        assert_eq!(
            Quantity::parse_decimal(text),
            Err(DecimalError::NotADecimal),
            "{text:?}"
        );
    }
}

#[test]
fn the_ends_of_the_range_parse_and_what_is_beyond_does_not() {
    let parse = |text| Quantity::parse_decimal(text).map(Quantity::milli);
    assert_eq!(parse("-9223372036854775.808"), Ok(i64::MIN));
    assert_eq!(parse("9223372036854775.807"), Ok(i64::MAX));
    assert_eq!(parse("9223372036854775.808"), Err(DecimalError::OutOfRange));
}

#[test]
fn numbers_are_written_exactly_and_without_trailing_zeros() {
    assert_eq!(Quantity::from_milli(-1_500).to_string(), "-1.5");
    assert_eq!(Quantity::ONE.to_string(), "1");
    assert_eq!(UnitPrice::from_micro(1_000).to_string(), "0.001");
    assert_eq!(UnitPrice::from_micro(2_500_000).decimal(2), "2.50");
    assert_eq!(UnitPrice::from_micro(1).decimal(2), "0.000001");
    assert_eq!(Rate::from_ppm(88_750).to_string(), "8.875%");
    assert_eq!(format!("{:>6}", Quantity::ONE), "     1");
}

#[test]
fn numbers_travel_as_bare_integers_and_currencies_as_their_code() {
    let money = Money::new(-5, currency("GBP"));
    let json = r#"{"amount_minor":-5,"currency":"GBP"}"#;
    assert_eq!(serde_json::to_string(&money).unwrap(), json);
    assert_eq!(serde_json::from_str::<Money>(json).unwrap(), money);
    assert_eq!(serde_json::to_string(&Quantity::ONE).unwrap(), "1000");
    assert_eq!(
        serde_json::to_string(&UnitPrice::from_micro(7)).unwrap(),
        "7"
    );
    assert_eq!(
        serde_json::from_str::<Rate>("-3").unwrap(),
        Rate::from_ppm(-3)
    );
}

#[test]
fn a_unit_price_takes_on_an_amount_of_any_currency() {
    let price = |minor, code| UnitPrice::from_money(Money::new(minor, currency(code)));
    assert_eq!(price(255, "GBP"), Some(UnitPrice::from_micro(2_550_000)));
    assert_eq!(price(255, "JPY"), Some(UnitPrice::from_micro(255_000_000)));
    assert_eq!(price(i64::MAX, "GBP"), None);
}

#[test]
fn an_exchange_rounds_once_and_its_parts_sum_to_the_exchanged_sum() {
    let nano = ExchangeRate::parse_nano("1.0825").unwrap();
    let rate = ExchangeRate::new(currency("EUR"), currency("USD"), nano).unwrap();
    assert_eq!(rate.to_string(), "1 EUR = 1.0825 USD");
    assert_eq!(rate.convert(10_000), Some(10_825));
    assert_eq!(rate.convert(-2), Some(-2));
    assert_eq!(
        rate.convert_parts(&[20, 20, 20, -20]).unwrap(),
        [22, 22, 21, -22]
    );
    let to_yen = ExchangeRate::new(currency("EUR"), currency("JPY"), 163_520_000_000).unwrap();
    assert_eq!(to_yen.convert(1_000), Some(1_635));
    assert_eq!(to_yen.convert(i64::MAX), None);
}

#[test]
fn an_exchange_rate_is_above_zero_wherever_it_comes_from() {
    assert!(ExchangeRate::new(currency("EUR"), currency("USD"), 0).is_err());
    let stored = r#"{"from":"EUR","to":"USD","rate_nano":-1}"#;
    assert!(serde_json::from_str::<ExchangeRate>(stored).is_err());
    let stored = r#"{"from":"EUR","to":"USD","rate_nano":1082500000}"#;
    let rate: ExchangeRate = serde_json::from_str(stored).unwrap();
    assert_eq!(serde_json::to_string(&rate).unwrap(), stored);
}

proptest! {
    #[test]
    fn what_is_written_reads_back_the_same(value in any::<i64>(), min_decimals in 0_u32..8) {
        let (quantity, price) = (Quantity::from_milli(value), UnitPrice::from_micro(value));
        prop_assert_eq!(Quantity::parse_decimal(&quantity.to_string()), Ok(quantity));
        prop_assert_eq!(UnitPrice::parse_decimal(&price.decimal(min_decimals)), Ok(price));
        let rate = Rate::from_ppm(value);
        prop_assert_eq!(Rate::parse_percent(&rate.percent()), Ok(rate));
        let money = Money::new(value, currency("KWD"));
        prop_assert_eq!(Money::parse_decimal(&money.decimal(), money.currency), Ok(money));
    }

    #[test]
    fn the_most_within_an_amount_converts_to_no_more_and_one_more_would(
        code in prop::sample::select(vec!["USD", "JPY", "KWD"]),
        rate_nano in 1_000_i64..5_000_000_000_000, amount_minor in 0_i64..100_000_000,
    ) {
        let rate = ExchangeRate::new(currency(code), currency("GBP"), rate_nano).unwrap();
        let most = rate.most_within(amount_minor).unwrap();
        prop_assert!(rate.convert(most).unwrap() <= amount_minor);
        prop_assert!(rate.convert(most + 1).unwrap() > amount_minor);
    }

    #[test]
    fn no_text_makes_a_parser_panic(text in "\\PC{0,40}") {
        let _ = Currency::parse(&text);
        if let Ok(quantity) = Quantity::parse_decimal(&text) {
            prop_assert_eq!(Quantity::parse_decimal(&quantity.to_string()), Ok(quantity));
        }
    }
}
