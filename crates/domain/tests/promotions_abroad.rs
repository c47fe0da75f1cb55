//! Promotions on orders in another currency: their amounts are said in the book's, and hold at the
//! rate of the order, rounded once.
#![allow(clippy::unwrap_used)] // a test may fail

#[allow(dead_code)] // it serves other tests, too
mod promotion_shop;

use domain::Day;
use domain::currency::Currency;
use domain::order::{Document, DocumentInput, Exchange};
use domain::pricing::ExchangeRate;
use domain::promotion::{Promotion, PromotionEffect, PromotionTerms};
use promotion_shop::{asked, line, percent, promoted, promotion, totals};
use proptest::prelude::*;

/// A rate from a currency to the book's pounds.
fn exchange(code: &str, rate_nano: i64) -> Exchange {
    let currency = |code: &str| Currency::parse(code).unwrap();
    Exchange {
        rate: ExchangeRate::new(currency(code), currency("GBP"), rate_nano).unwrap(),
        day: Day(20_000),
        source: "Bank".into(),
    }
}

fn abroad(code: &str, rate_nano: i64, price_micro: i64) -> DocumentInput {
    DocumentInput {
        exchange: Some(exchange(code, rate_nano)),
        ..asked(vec![line(1, 2, price_micro)])
    }
}

fn amount(effect: PromotionEffect, amount_minor: i64, minimum_minor: i64) -> Promotion {
    let terms = PromotionTerms {
        effect: Some(effect),
        amount_minor: Some(amount_minor),
        minimum_minor: Some(minimum_minor),
        coupon: Some("TEN".into()),
        ..PromotionTerms::default()
    };
    promotion(1, terms)
}

fn off(document: &Document) -> i64 {
    document.lines.iter().map(|line| line.off_minor).sum()
}

#[test]
fn an_amount_is_converted_once_at_the_rate_of_the_order() {
    use PromotionEffect::{LineFixed, OrderFixed};
    for (code, rate_nano, effect, amount_minor, off_minor) in [
        ("USD", 800_000_000, OrderFixed, 1_000, 1_250),
        ("USD", 700_000_000, OrderFixed, 1_000, 1_429),
        // Half a cent is a cent.
        ("USD", 8_000_000_000, OrderFixed, 4, 1),
        ("JPY", 5_200_000, OrderFixed, 1_000, 1_923),
        ("KWD", 2_600_000_000, OrderFixed, 1_000, 3_846),
        // Of each of two units.
        ("USD", 700_000_000, LineFixed, 1_000, 2 * 1_429),
        ("JPY", 5_200_000, LineFixed, 1_000, 2 * 1_923),
    ] {
        let input = abroad(code, rate_nano, 5_000_000_000);
        let promotions = [amount(effect, amount_minor, 0)];
        let document = promoted(&input, &promotions, &["ten"]).unwrap();
        assert_eq!(off(&document), off_minor, "{code} {amount_minor}");
        let applied = &document.promotions[0];
        assert_eq!(applied.book_amount_minor, Some(amount_minor));
    }
}

#[test]
fn a_minimum_is_converted_once_and_what_is_missing_is_told_in_the_orders_currency() {
    let promotions = [amount(PromotionEffect::OrderFixed, 700, 5_000)];
    // 50.00 pounds are 71.43 dollars.
    let short = abroad("USD", 700_000_000, 35_710_000);
    let refused = promoted(&short, &promotions, &["ten"]).unwrap_err();
    assert_eq!(refused.code, "coupon_minimum");
    assert_eq!(refused.detail.as_deref(), Some("1 USD"));
    let enough = abroad("USD", 700_000_000, 35_715_000);
    let document = promoted(&enough, &promotions, &["ten"]).unwrap();
    assert_eq!(totals(&document), [7_143 - 1_000]);
}

#[test]
fn a_rate_has_no_amount_and_the_books_own_currency_none_that_was_converted() {
    let rate = [promotion(1, percent(100_000))];
    let document = promoted(&abroad("USD", 700_000_000, 10_000_000), &rate, &[]).unwrap();
    assert_eq!(document.promotions[0].book_amount_minor, None);
    let promotions = [amount(PromotionEffect::OrderFixed, 700, 0)];
    let at_home = asked(vec![line(1, 2, 10_000_000)]);
    let document = promoted(&at_home, &promotions, &["ten"]).unwrap();
    assert_eq!(document.promotions[0].book_amount_minor, None);
    assert_eq!(off(&document), 700);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn the_converted_amount_is_taken_off_or_all_that_there_is(
        code in prop::sample::select(vec!["USD", "JPY", "KWD"]),
        rate_nano in 1_000_000_i64..5_000_000_000,
        prices in prop::collection::vec(1_i64..900_000_000, 1..6),
        amount_minor in 1_i64..20_000,
    ) {
        let lines = prices.iter().zip(1..).map(|(price, no)| line(no, 1, *price)).collect();
        let input = DocumentInput {
            exchange: Some(exchange(code, rate_nano)), ..asked(lines)
        };
        let bare: i64 = totals(&promoted(&input, &[], &[]).unwrap()).iter().sum();
        let promotions = [promotion(1, PromotionTerms {
            coupon: None, ..amount(PromotionEffect::OrderFixed, amount_minor, 0).terms
        })];
        let document = promoted(&input, &promotions, &[]).unwrap();
        let rate = &input.exchange.as_ref().unwrap().rate;
        let wanted = rate.convert_back(amount_minor).unwrap();
        prop_assert_eq!(off(&document), wanted.min(bare));
        // Half a unit of the one currency, and half a unit of the other.
        let unit = rate.convert(1).unwrap().max(1);
        let again = rate.convert(wanted).unwrap();
        prop_assert!((again - amount_minor).abs() <= unit, "{again} of {amount_minor}");
    }
}
