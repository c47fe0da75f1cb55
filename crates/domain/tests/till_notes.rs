//! Notes of another currency over the counter: what they are taken for, and what goes back on them.
#![allow(clippy::unwrap_used)] // a test may fail

use domain::Day;
use domain::currency::Currency;
use domain::order::Exchange;
use domain::pricing::ExchangeRate;
use domain::till::{CASH, Notes, NotesExpected, NotesGiven, Part, take};
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
fn what_is_counted_is_worth_what_lies_there_was_taken_for() {
    let today = exchange("EUR", 900_000_000);
    let none = NotesExpected {
        currency: "EUR".into(),
        ..NotesExpected::default()
    };
    assert_eq!(none.worth(1_000, Some(&today)), Ok(900));
    let refused = none.worth(1, None).unwrap_err();
    assert_eq!(refused.code, "rate_missing");
    let taken = serde_json::json!(
        { "currency": "EUR", "payments": 2, "given_minor": 3_000, "worth_minor": 2_850 }
    );
    // Ten euros were there before, worth 9.00; five of them went out again.
    let held = NotesExpected {
        float_minor: 1_000,
        out_minor: 500,
        taken: serde_json::from_value(taken).unwrap(),
        worth_minor: 2_850 + 900 - 450,
        ..none
    };
    assert_eq!(held.expected_minor(), 3_500);
    assert_eq!(held.worth(3_500, None), Ok(3_300));
    assert_eq!(held.worth(1_000, Some(&today)), Ok(943));
    assert_eq!(held.worth(-1, None).unwrap_err().code, "out_of_range");
}

#[test]
fn just_enough_is_what_other_parts_leave_open() {
    let card = Part {
        method: "card".into(),
        amount_minor: Some(750),
        ..Part::default()
    };
    let notes = |given_minor| Part {
        method: CASH.into(),
        notes: Some(NotesGiven {
            exchange: exchange("EUR", 800_000_000),
            given_minor,
        }),
        ..Part::default()
    };
    let taken = take(1_750, 0, &[card.clone(), notes(None)]).unwrap();
    assert_eq!(taken[1].notes.as_ref().unwrap().given_minor, 1_250);
    assert_eq!((taken[1].amount_minor, taken[1].change_minor()), (1_000, 0));
    // Fewer pay a part, and what is left may be paid with notes again.
    let taken = take(1_750, 0, &[card, notes(Some(500)), notes(None)]).unwrap();
    let given: Vec<_> = taken[1..]
        .iter()
        .filter_map(|part| part.notes.as_ref())
        .collect();
    assert_eq!((given[0].worth_minor, given[1].given_minor), (400, 750));
    // Where coins come to nothing, no notes are taken; and what is said must be worth something.
    let nothing = take(2, 5, &[notes(None)]).unwrap();
    assert_eq!((&nothing[0].notes, nothing[0].received_minor()), (&None, 0));
    let refused = take(1_750, 0, &[notes(Some(0))]).unwrap_err();
    assert_eq!(refused.code, "amount_not_positive");
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
        // One less is worth less than that, however little.
        let one_less = i128::from(enough - 1) * i128::from(rate_nano) * 100;
        let unit = 10_i128.pow(9 + exchange.rate.from().minor_digits());
        prop_assert!(one_less < i128::from(payable) * unit);
        let given = |given_minor| Part {
            method: CASH.into(),
            notes: Some(NotesGiven { exchange: exchange.clone(), given_minor }),
            ..Part::default()
        };
        let just = take(total_minor, coin_minor, &[given(None)]).unwrap();
        prop_assert_eq!(just[0].notes.as_ref().unwrap().given_minor, enough);
        let part = given(Some(enough + more_minor));
        let notes = Notes::taken(exchange.clone(), enough + more_minor, coin_minor).unwrap();
        let taken = take(total_minor, coin_minor, &[part]).unwrap();
        prop_assert_eq!(taken[0].amount_minor, total_minor);
        let (received, change) = (taken[0].received_minor(), taken[0].change_minor());
        prop_assert_eq!(received + change, notes.worth_minor);
        prop_assert!(change >= 0);
        prop_assert_eq!(taken[0].notes.as_ref(), Some(&notes));
        prop_assert_eq!(change % coin_minor.max(1), 0);
    }
}
