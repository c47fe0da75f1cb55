//! Refunds in any steps give back exactly what was paid.

use domain::currency::Currency;
use domain::money::UnitPrice;
use domain::pricing::{
    LineInput, PricedLine, PricingInput, RefundStep, price, refund_line, refund_share,
};
use domain::quantity::Quantity;
use domain::rate::Rate;
use domain::tax::{Tax, TaxCategory, TaxCode, TaxSet};
use proptest::prelude::*;

fn milli(quantity_milli: i64) -> Quantity {
    Quantity::from_milli(quantity_milli)
}

/// The shares of steps of the given sizes, one after the other.
fn shares(total_minor: i64, ordered: i64, steps: &[i64]) -> Vec<i64> {
    let mut already = 0;
    let share = |step: &i64| {
        let share = refund_share(total_minor, milli(ordered), milli(already), milli(*step));
        already += step;
        share
    };
    steps.iter().map(share).collect()
}

#[test]
fn the_last_unit_takes_the_rest() {
    assert_eq!(shares(1_000, 3_000, &[1_000; 3]), [333, 333, 334]);
    assert_eq!(shares(-1_000, 3_000, &[1_000; 3]), [-333, -333, -334]);
    assert_eq!(shares(1_000, -3_000, &[-1_000; 3]), [333, 333, 334]);
    assert_eq!(shares(1, 3_000, &[1_000; 3]), [0, 0, 1]);
    assert_eq!(shares(1_000, 1_500, &[500, 750, 250]), [333, 500, 167]);
}

#[test]
fn no_rest_piles_up_on_the_last_unit() {
    let units = shares(150, 100_000, &[1_000; 100]);
    assert!(units.iter().all(|unit| (1..=2).contains(unit)));
}

#[test]
fn a_line_never_gives_back_more_than_it_is() {
    assert_eq!(shares(1_000, 3_000, &[2_000, 2_000, 2_000]), [666, 334, 0]);
    assert_eq!(shares(1_000, 3_000, &[-1_000]), [0]);
    assert_eq!(shares(1_000, 0, &[1_000]), [0]);
}

#[test]
fn the_ends_of_the_range_share_without_a_panic() {
    for ordered in [i64::MIN, -1, 1, i64::MAX] {
        for step in [i64::MIN, i64::MAX] {
            for already in [i64::MIN, 0, i64::MAX] {
                let ends = (milli(ordered), milli(already), milli(step));
                let share = refund_share(i64::MAX, ends.0, ends.1, ends.2);
                assert!((-i64::MAX..=i64::MAX).contains(&share));
                let _ = refund_share(i64::MIN, ends.0, ends.1, ends.2);
            }
        }
    }
}

fn sold_line(units: i64, price_micro: i64, discount_minor: i64, tax_inclusive: bool) -> PricedLine {
    let tax = |code: &str, ppm| {
        Tax::new(
            TaxCode::parse(code).expect("a fit tax code"),
            Rate::from_ppm(ppm),
            TaxCategory::Standard,
        )
    };
    let taxes = [tax("CITY", 12_500), tax("VAT", 195_500)];
    let line = LineInput {
        discount_ppm: Rate::from_ppm(33_333),
        taxes: TaxSet::EMPTY
            .with(0)
            .expect("a place in the table")
            .with(1)
            .expect("a place in the table"),
        ..LineInput::new(
            Quantity::from_units(units).expect("a small quantity"),
            UnitPrice::from_micro(price_micro),
        )
    };
    let currency = Currency::parse("EUR").expect("a code of ISO 4217");
    let lines = [line];
    let input = PricingInput::new(currency, &taxes, &lines);
    let input = PricingInput {
        tax_inclusive,
        discount_minor,
        ..input
    };
    price(&input)
        .expect("a document that can be priced")
        .lines
        .remove(0)
}

fn add(sum: &mut PricedLine, part: &PricedLine) {
    sum.gross_minor += part.gross_minor;
    sum.discount_minor += part.discount_minor;
    sum.order_discount_minor += part.order_discount_minor;
    sum.net_minor += part.net_minor;
    sum.tax_minor += part.tax_minor;
    sum.total_minor += part.total_minor;
    if sum.taxes.is_empty() {
        sum.taxes = part.taxes.clone();
        return;
    }
    for (sum, part) in sum.taxes.iter_mut().zip(&part.taxes) {
        sum.base_minor += part.base_minor;
        sum.tax_minor += part.tax_minor;
    }
}

proptest! {
    #[test]
    fn steps_of_any_size_add_up_to_the_total(
        total in any::<i64>(),
        steps in prop::collection::vec(0_i64..10_000, 1..30),
    ) {
        let ordered: i64 = steps.iter().sum();
        prop_assume!(ordered > 0);
        let parts = shares(total, ordered, &steps);
        prop_assert_eq!(parts.iter().sum::<i64>(), total);
        prop_assert!(parts.iter().all(|part| part.signum() * total.signum() >= 0));
    }

    #[test]
    fn refunding_every_unit_gives_back_every_amount_of_the_line(
        units in prop_oneof![1_i64..40, -40_i64..-1],
        price_micro in 0_i64..100_000_000,
        discount_minor in 0_i64..2_000,
        tax_inclusive in any::<bool>(),
    ) {
        let line = sold_line(units, price_micro, discount_minor, tax_inclusive);
        let (one, mut sum) = (milli(1_000 * units.signum()), PricedLine::default());
        for unit in 0..units.abs() {
            let step = RefundStep {
                ordered_milli: milli(units * 1_000),
                already_refunded_milli: milli(unit * 1_000 * units.signum()),
                refund_milli: one,
            };
            let part = refund_line(&line, tax_inclusive, step);
            prop_assert_eq!(part.net_minor + part.tax_minor, part.total_minor);
            let inside = if tax_inclusive { part.tax_minor } else { 0 };
            prop_assert_eq!(part.gross_minor - part.discount_minor, part.net_minor + inside);
            add(&mut sum, &part);
        }
        prop_assert_eq!(sum, line);
    }
}
