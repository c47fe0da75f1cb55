//! What never happens, whatever promotions say: money lost, a line below nothing, another result.
#![allow(clippy::unwrap_used)] // a test may fail

#[allow(dead_code)] // it serves other tests, too
mod promotion_shop;

use domain::order::{Document, DocumentInput, LineInput, ShippingInput};
use domain::promotion::{Promotion, PromotionEffect, PromotionTerms};
use promotion_shop::{asked, line, promoted, promotion, totals};
use proptest::prelude::*;

prop_compose! {
    fn any_promotion()(
        effect in prop::sample::select(vec![
            PromotionEffect::LinePercent, PromotionEffect::OrderPercent,
            PromotionEffect::LineFixed, PromotionEffect::OrderFixed,
            PromotionEffect::BuyGet, PromotionEffect::FreeShipping,
        ]),
        rate_ppm in prop_oneof![Just(1_000_000_i64), 1_i64..=1_000_000],
        amount_minor in prop_oneof![1_i64..300, 1_i64..100_000],
        units in (1_i64..4, 1_i64..3),
        kitchen in any::<bool>(),
        stacks in prop::bool::weighted(0.7),
    ) -> PromotionTerms {
        PromotionTerms {
            effect: Some(effect),
            rate_ppm: Some(rate_ppm),
            amount_minor: Some(amount_minor),
            buy_units: Some(units.0),
            get_units: Some(units.1),
            categories: Some(if kitchen { vec!["Kitchen".into()] } else { Vec::new() }),
            stacks: Some(stacks),
            ..PromotionTerms::default()
        }
    }
}

prop_compose! {
    fn any_input()(
        lines in prop::collection::vec(
            (1_u128..6, 1_i64..6_000, -1_000_000_i64..40_000_000, 0_i64..=1_000_000, 0_i64..400),
            1..8,
        ),
        whole in (
            prop_oneof![Just(0_i64), 0_i64..=1_000_000],
            prop_oneof![Just(0_i64), 0_i64..9_000],
        ),
        charge_minor in prop::option::of(0_i64..2_000),
    ) -> DocumentInput {
        let line = |(product, milli, price, rate, amount)| LineInput {
            quantity_milli: milli,
            discount_ppm: rate,
            discount_minor: amount,
            ..line(product, 1, price)
        };
        DocumentInput {
            discount_ppm: whole.0,
            discount_minor: whole.1,
            shipping: charge_minor.map(|charge_minor| ShippingInput {
                title: "Shipping".into(), charge_minor, tax: Some("standard".into()),
            }),
            ..asked(lines.into_iter().map(line).collect())
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn sums_stay_exact_and_no_line_goes_below_nothing(
        input in any_input(),
        terms in prop::collection::vec(any_promotion(), 1..6),
    ) {
        let terms = terms.into_iter().zip(1..);
        let all: Vec<Promotion> = terms.map(|(terms, no)| promotion(no, terms)).collect();
        let bare = promoted(&input, &[], &[]).unwrap();
        let document = promoted(&input, &all, &[]).unwrap();
        let mut reversed = all.clone();
        reversed.reverse();
        prop_assert_eq!(&document, &promoted(&input, &reversed, &[]).unwrap());
        for (line, own) in document.lines.iter().zip(&bare.lines) {
            let shares: i64 = line.promotions.iter().map(|share| share.off_minor).sum();
            prop_assert!(line.promotions.iter().all(|share| share.off_minor > 0));
            if own.off_minor >= 0 {
                prop_assert!(shares <= line.off_minor);
            }
            if own.total_minor >= 0 {
                prop_assert!(line.total_minor >= 0, "{line:?}");
            }
        }
        let tax: i64 = document.lines.iter().map(|line| line.tax_minor).sum();
        let groups: i64 = document.taxes.iter().map(|group| group.tax_minor).sum();
        prop_assert_eq!(tax, groups);
        let off = |document: &Document| -> i64 {
            document.lines.iter().map(|line| line.off_minor).sum()
        };
        let whole: i64 = totals(&document).iter().sum::<i64>() + off(&document);
        let before: i64 = totals(&bare).iter().sum::<i64>() + off(&bare);
        prop_assert_eq!(whole, before, "what is paid and what is taken off is the price");
        for applied in &document.promotions {
            let of = document.lines.iter().flat_map(|line| &line.promotions);
            prop_assert!(of.filter(|share| share.promotion == applied.promotion).count() > 0);
        }
    }
}
