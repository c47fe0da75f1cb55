//! Notes of another currency over the counter: what they are taken for, and what goes back on them.
#![allow(clippy::unwrap_used)] // a test may fail

use domain::Day;
use domain::currency::Currency;
use domain::order::Exchange;
use domain::pricing::ExchangeRate;
use domain::till::{CASH, Notes, Part, Takings, count_notes, take};
use proptest::prelude::*;

fn exchange(code: &str, rate_nano: i64) -> Exchange {
    let currency = |code: &str| Currency::parse(code).unwrap();
    Exchange {
        rate: ExchangeRate::new(currency(code), currency("CHF"), rate_nano).unwrap(),
        day: Day(20_000),
        source: "Bank".into(),
    }
}

#[test]
fn notes_are_rounded_once_to_what_coins_can_pay() {
    for (code, rate_nano, given_minor, coin_minor, worth_minor) in [
        ("EUR", 941_200_000, 2_000, 0, 1_882),
        ("EUR", 941_200_000, 2_000, 5, 1_880),
        // 0.025 exactly: half of a coin is a coin, half of a centime is none to be rounded first.
        ("EUR", 500_000_000, 5, 5, 5),
        ("JPY", 5_876_543, 10_000, 5, 5_875),
        ("KWD", 2_900_000_000, 20_000, 5, 5_800),
    ] {
        let notes = Notes::taken(exchange(code, rate_nano), given_minor, coin_minor).unwrap();
        assert_eq!(notes.worth_minor, worth_minor, "{given_minor} {code}");
    }
}

#[test]
fn what_is_counted_is_worth_what_it_was_taken_for() {
    let today = exchange("EUR", 900_000_000);
    let mut takings = Takings::default();
    let counted = count_notes(("EUR", 1_000), &takings, Some(&today)).unwrap();
    assert_eq!(counted.worth_minor, 900);
    let notes = serde_json::json!([
        { "currency": "EUR", "payments": 2, "given_minor": 3_000, "worth_minor": 2_850 }
    ]);
    takings.notes = serde_json::from_value(notes).unwrap();
    let counted = count_notes(("EUR", 3_000), &takings, Some(&today)).unwrap();
    assert_eq!(counted.worth_minor, 2_850);
    assert_eq!(
        count_notes(("USD", 1), &takings, None).unwrap_err().code,
        "rate_missing"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(800))]

    #[test]
    fn what_pays_and_what_goes_back_is_what_the_notes_were_taken_for(
        code in prop::sample::select(vec!["EUR", "JPY", "KWD"]),
        rate_nano in 1_000_000_i64..4_000_000_000,
        total_minor in 1_i64..500_000,
        more_minor in 0_i64..50_000,
        coin_minor in prop::sample::select(vec![0_i64, 5, 10, 100]),
    ) {
        let exchange = exchange(code, rate_nano);
        let payable = match coin_minor {
            0 => total_minor,
            coin => (total_minor + coin / 2) / coin * coin,
        };
        prop_assume!(payable > 0);
        let enough = Notes::enough_for(&exchange, payable).unwrap();
        prop_assert!(exchange.rate.convert(enough).unwrap() >= payable);
        prop_assert!(exchange.rate.convert(enough - 1).unwrap() < payable);
        let notes = Notes::taken(exchange, enough + more_minor, coin_minor).unwrap();
        let part = Part {
            method: CASH.into(),
            notes: Some(notes.clone()),
            ..Part::default()
        };
        let taken = take(total_minor, coin_minor, &[part]).unwrap();
        prop_assert_eq!(taken[0].amount_minor, total_minor);
        let (received, change) = (taken[0].received_minor(), taken[0].change_minor());
        prop_assert_eq!(received + change, notes.worth_minor);
        prop_assert!(change >= 0);
        prop_assert_eq!(taken[0].notes.as_ref(), Some(&notes));
        prop_assert_eq!(change % coin_minor.max(1), 0);
    }
}
