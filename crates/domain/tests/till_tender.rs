//! Tenders: whatever is handed over, in whatever parts, the sale is paid to the cent or refused.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use domain::till::{CASH, Part, denominations, give_back, smallest_coin, take};
use domain::{Refusal, currency::Currency};
use proptest::prelude::*;

fn part(method: &str, amount_minor: Option<i64>, tendered_minor: Option<i64>) -> Part {
    Part {
        method: method.into(),
        amount_minor,
        tendered_minor,
        notes: None,
        limit_minor: None,
    }
}

fn code(refused: Result<Vec<domain::till::PartTaken>, Refusal>) -> (&'static str, Option<String>) {
    let refusal = refused.unwrap_err();
    (refusal.code, refusal.detail)
}

#[test]
fn the_parts_of_a_tender_are_taken_in_their_order() {
    let parts = [
        part("card", Some(500), None),
        part(CASH, None, Some(300)),
        part(CASH, None, Some(2_000)),
    ];
    let taken = take(1_750, 0, &parts).unwrap();
    let amounts: Vec<i64> = taken.iter().map(|part| part.amount_minor).collect();
    assert_eq!(amounts, [500, 300, 950]);
    assert_eq!(taken[2].change_minor(), 1_050);
}

#[test]
fn what_is_wrong_with_a_tender_is_said_with_a_figure() {
    let some = |figure: i64| Some(figure.to_string());
    let little = [part(CASH, None, Some(700))];
    assert_eq!(
        code(take(1_000, 0, &little)),
        ("tendered_too_little", some(300))
    );
    let much = [part("card", None, Some(1_001))];
    assert_eq!(code(take(1_000, 0, &much)), ("more_than_due", some(1_000)));
    let late = [part(CASH, None, None), part("card", None, None)];
    assert_eq!(code(take(1_000, 0, &late)).0, "nothing_due");
    assert_eq!(
        code(take(1_000, 0, &[])),
        ("tendered_too_little", some(1_000))
    );
    let nothing = [part("card", Some(0), None)];
    assert_eq!(code(take(1_000, 0, &nothing)).0, "amount_not_positive");
    // 10.03 is 10.05 in coins of 0.05: a hand with 10.04 has too little.
    let odd = [part(CASH, None, Some(1_004))];
    assert_eq!(code(take(1_003, 5, &odd)), ("tendered_too_little", some(1)));
    assert_eq!(take(0, 5, &little), Ok(Vec::new()));
}

#[test]
fn only_what_is_paid_in_cash_is_rounded() {
    for (total, parts, roundings) in [
        (1_003, vec![part(CASH, None, None)], vec![2]),
        (1_002, vec![part(CASH, None, Some(1_000))], vec![-2]),
        (1_003, vec![part("card", None, None)], vec![0]),
        (
            1_003,
            vec![part("card", Some(501), None), part(CASH, None, None)],
            vec![0, -2],
        ),
        (
            1_003,
            vec![part(CASH, None, Some(500)), part("card", None, None)],
            vec![0, 0],
        ),
        (
            1_003,
            vec![part(CASH, Some(503), None), part("card", None, None)],
            vec![2, 0],
        ),
        (-1_003, vec![part(CASH, None, None)], vec![-2]),
        (2, vec![part(CASH, None, None)], vec![-2]),
    ] {
        let taken = take(total, 5, &parts).unwrap();
        let found: Vec<i64> = taken.iter().map(|part| part.rounding_minor).collect();
        assert_eq!(found, roundings, "{total} {parts:?}");
    }
}

#[test]
fn every_currency_is_counted_in_steps_that_fit_its_smallest_coin() {
    for code in Currency::all_codes() {
        let steps = denominations(code);
        assert!(steps.len() > 5, "{code}");
        assert!(steps.windows(2).all(|pair| pair[0] > pair[1]), "{code}");
        let coin = smallest_coin(code).max(1);
        assert!(steps.iter().all(|step| step % coin == 0), "{code}");
    }
    assert_eq!(denominations("CHF").last(), Some(&5));
    assert_eq!(denominations("JPY").first(), Some(&10_000));
}

fn method() -> impl Strategy<Value = String> {
    prop::sample::select(vec![CASH, "card", "bank"]).prop_map(str::to_owned)
}

fn parts() -> impl Strategy<Value = Vec<Part>> {
    let figure = || prop::option::of(-50_i64..5_000);
    let one =
        (method(), figure(), figure()).prop_map(|(method, amount_minor, tendered_minor)| Part {
            method,
            amount_minor,
            tendered_minor,
            notes: None,
            limit_minor: None,
        });
    prop::collection::vec(one, 0..6)
}

proptest! {
    #[test]
    fn a_tender_that_is_taken_pays_the_sale_to_the_cent(
        total in 1_i64..6_000,
        coin in prop::sample::select(vec![0_i64, 5, 10, 100]),
        parts in parts(),
    ) {
        let Ok(taken) = take(total, coin, &parts) else { return Ok(()) };
        prop_assert_eq!(taken.iter().map(|part| part.amount_minor).sum::<i64>(), total);
        for (part, asked) in taken.iter().zip(&parts) {
            prop_assert!(part.amount_minor > 0 && part.change_minor() >= 0);
            if part.method == CASH {
                prop_assert!(part.rounding_minor.abs() * 2 <= coin);
                let given = part.received_minor() + part.change_minor();
                prop_assert_eq!(given, asked.tendered_minor.unwrap_or(given));
            } else {
                prop_assert_eq!((part.rounding_minor, part.change_minor()), (0, 0));
            }
        }
    }

    #[test]
    fn money_that_goes_back_is_the_same_money_with_its_sign_turned(
        owed in 1_i64..6_000,
        coin in prop::sample::select(vec![0_i64, 5, 10, 100]),
        parts in parts(),
    ) {
        let Ok(given) = give_back(owed, coin, &parts) else { return Ok(()) };
        prop_assert_eq!(given.iter().map(|part| part.amount_minor).sum::<i64>(), -owed);
        for part in &given {
            prop_assert!(part.amount_minor < 0 && part.received_minor() <= 0);
            prop_assert_eq!((part.change_minor(), part.tendered_minor), (0, None));
            let coins = part.method == CASH && coin > 1;
            let odd = if coins { part.received_minor() % coin } else { part.rounding_minor };
            prop_assert_eq!(odd, 0);
        }
    }

    #[test]
    fn what_is_missing_is_what_one_more_part_would_pay(
        total in 1_i64..6_000, first in 1_i64..6_000
    ) {
        let part = |amount| part("card", Some(amount), None);
        match take(total, 0, &[part(first)]) {
            Ok(_) => prop_assert_eq!(first, total),
            Err(refusal) if first < total => {
                let missing: i64 = refusal.detail.unwrap().parse().unwrap();
                prop_assert!(take(total, 0, &[part(first), part(missing)]).is_ok());
            }
            Err(refusal) => prop_assert_eq!(refusal.code, "more_than_due"),
        }
    }
}

#[test]
fn a_card_pays_what_is_on_it_and_the_rest_is_due_by_another_way() {
    let card = |amount_minor, limit_minor| Part {
        limit_minor: Some(limit_minor),
        ..part("gift_card", amount_minor, None)
    };
    let taken = take(1_000, 0, &[card(None, 300), part("cash", None, None)]).unwrap();
    let amounts: Vec<i64> = taken.iter().map(|one| one.amount_minor).collect();
    assert_eq!(amounts, [300, 700]);
    assert_eq!(
        take(1_000, 0, &[card(None, 9_000)]).unwrap()[0].amount_minor,
        1_000
    );
    for (asked, limit) in [(Some(301), 300), (None, 0)] {
        let refused = take(1_000, 0, &[card(asked, limit)]).unwrap_err();
        assert_eq!(refused.code, "credit_short");
        assert_eq!(refused.detail, Some(limit.to_string()));
    }
}
