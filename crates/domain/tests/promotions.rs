//! Promotions and price lists: what they come to on an order, and why a coupon is refused.
#![allow(clippy::unwrap_used)] // a test may fail

mod promotion_shop;

use domain::customer::Customer;
use domain::order::{self, DocumentInput, LineInput, ShippingInput};
use domain::price_list::{PriceBreak, Validity, best};
use domain::promotion::{Promotion, PromotionEffect, PromotionTerms};
use domain::{Day, PriceListId};
use promotion_shop::{
    DAY, Goods, asked, goods, line, percent, promoted, promotion, settings, totals,
};
use uuid::Uuid;

#[test]
fn each_effect_takes_off_what_it_says() {
    let input = asked(vec![line(1, 3, 3_330_000), line(2, 2, 5_000_000)]);
    let effect = |effect: PromotionEffect| PromotionTerms {
        effect: Some(effect),
        rate_ppm: Some(100_000),
        amount_minor: Some(150),
        buy_units: Some(2),
        get_units: Some(1),
        ..PromotionTerms::default()
    };
    for (said, expected) in [
        (PromotionEffect::LinePercent, [899, 900]),
        (PromotionEffect::OrderPercent, [899, 900]),
        (PromotionEffect::LineFixed, [549, 700]),
        (PromotionEffect::OrderFixed, [924, 925]),
    ] {
        let document = promoted(&input, &[promotion(1, effect(said))], &[]).unwrap();
        assert_eq!(totals(&document), expected, "{said:?}");
        assert_eq!(document.promotions[0].class, said.class());
    }
    let free = PromotionTerms {
        rate_ppm: None,
        ..effect(PromotionEffect::BuyGet)
    };
    let document = promoted(&input, &[promotion(1, free)], &[]).unwrap();
    assert_eq!(totals(&document), [666, 1_000], "one of five, the cheapest");
}

#[test]
fn goods_categories_and_minimum_decide_what_it_is_about() {
    let input = asked(vec![line(1, 1, 10_000_000), line(2, 1, 10_000_000)]);
    let kitchen = PromotionTerms {
        categories: Some(vec!["Kitchen".into()]),
        ..percent(500_000)
    };
    let document = promoted(&input, &[promotion(1, kitchen.clone())], &[]).unwrap();
    assert_eq!(totals(&document), [500, 1_000]);
    let two = PromotionTerms {
        products: Some(vec![goods(2)]),
        ..percent(500_000)
    };
    let document = promoted(&input, &[promotion(1, two)], &[]).unwrap();
    assert_eq!(totals(&document), [1_000, 500]);
    let dear = PromotionTerms {
        minimum_minor: Some(1_001),
        ..kitchen
    };
    let document = promoted(&input, &[promotion(1, dear)], &[]).unwrap();
    assert_eq!(totals(&document), [1_000, 1_000]);
}

#[test]
fn free_shipping_takes_the_charge_and_nothing_else() {
    let input = DocumentInput {
        shipping: Some(ShippingInput {
            title: "Shipping".into(),
            charge_minor: 495,
            tax: Some("standard".into()),
        }),
        ..asked(vec![line(1, 1, 10_000_000)])
    };
    let free = PromotionTerms {
        effect: Some(PromotionEffect::FreeShipping),
        ..PromotionTerms::default()
    };
    assert_eq!(totals(&promoted(&input, &[], &[]).unwrap()), [1_000, 495]);
    let half = promotion(2, percent(500_000));
    let document = promoted(&input, &[half], &[]).unwrap();
    assert_eq!(totals(&document), [500, 495], "shipping is no goods");
    let document = promoted(&input, &[promotion(1, free)], &[]).unwrap();
    assert_eq!(totals(&document), [1_000, 0]);
}

#[test]
fn those_that_go_together_are_all_taken_and_the_best_way_wins() {
    let input = asked(vec![line(1, 1, 10_000_000)]);
    let stacks = |rate| PromotionTerms {
        stacks: Some(true),
        ..percent(rate)
    };
    let (ten, twenty) = (promotion(1, stacks(100_000)), promotion(2, stacks(200_000)));
    let document = promoted(&input, &[twenty.clone(), ten.clone()], &[]).unwrap();
    assert_eq!(totals(&document), [720], "per cents of what is left");
    let alone = promotion(3, percent(290_000));
    let document = promoted(&input, &[ten.clone(), twenty.clone(), alone], &[]).unwrap();
    assert_eq!(
        (totals(&document), document.promotions.len()),
        (vec![710], 1)
    );
    let less = promotion(3, percent(280_000));
    let document = promoted(&input, &[less, ten, twenty], &[]).unwrap();
    assert_eq!(document.promotions.len(), 2, "the first of equal ways");
}

/// A promotion with the code SUMMER.
fn coupon(terms: PromotionTerms) -> [Promotion; 1] {
    let terms = PromotionTerms {
        coupon: Some("summer ".into()),
        ..terms
    };
    [promotion(1, terms)]
}

fn days(from: i32, to: i32) -> Option<Validity> {
    Some(Validity {
        from: Some(Day(from)),
        to: Some(Day(to)),
    })
}

#[test]
fn a_coupon_is_refused_with_what_is_missing() {
    let input = asked(vec![line(2, 1, 10_000_000)]);
    let with = |change: fn(&mut PromotionTerms)| {
        let mut terms = percent(100_000);
        change(&mut terms);
        terms
    };
    let cases = [
        (
            "coupon_expired",
            Some("2024-10-03"),
            with(|it| it.validity = days(19_000, 19_999)),
        ),
        (
            "coupon_not_yet",
            Some("2024-10-05"),
            with(|it| it.validity = days(20_001, 20_002)),
        ),
        (
            "coupon_used_up",
            Some("3"),
            with(|it| it.use_limit = Some(3)),
        ),
        (
            "coupon_minimum",
            Some("500"),
            with(|it| it.minimum_minor = Some(1_500)),
        ),
        (
            "coupon_no_goods",
            None,
            with(|it| it.categories = Some(vec!["Kitchen".into()])),
        ),
        (
            "coupon_other_customer",
            Some("staff"),
            with(|it| it.tags = Some(vec!["staff".into()])),
        ),
        (
            "coupon_other_channel",
            None,
            with(|it| it.channels = Some(vec!["counter".into()])),
        ),
        (
            "coupon_no_shipping",
            None,
            with(|it| it.effect = Some(PromotionEffect::FreeShipping)),
        ),
    ];
    for (code, detail, terms) in cases {
        let refused = promoted(&input, &coupon(terms), &["Summer"]).unwrap_err();
        assert_eq!((refused.code, refused.detail.as_deref()), (code, detail));
        assert_eq!(refused.field.as_deref(), Some("coupons.0"));
    }
}

#[test]
fn a_coupon_is_taken_in_any_case_and_not_beside_what_is_better() {
    let input = asked(vec![line(2, 1, 10_000_000)]);
    let known = coupon(percent(100_000));
    assert_eq!(
        totals(&promoted(&input, &known, &["sumMER"]).unwrap()),
        [900]
    );
    assert_eq!(totals(&promoted(&input, &known, &[]).unwrap()), [1_000]);
    let unknown = promoted(&input, &known, &["SUMMER", "X"]).unwrap_err();
    assert_eq!(
        (unknown.code, unknown.field.as_deref()),
        ("coupon_unknown", Some("coupons.1"))
    );
    let better = [known[0].clone(), promotion(2, percent(200_000))];
    let refused = promoted(&input, &better, &["SUMMER"]).unwrap_err();
    assert_eq!(refused.code, "coupon_no_better");
}

#[test]
fn the_lowest_price_of_the_lists_counts_from_its_quantity_on() {
    let step = |from_milli, unit_price_micro| PriceBreak {
        from_milli,
        unit_price_micro,
    };
    let (one, two) = (
        PriceListId(Uuid::from_u128(1)),
        PriceListId(Uuid::from_u128(2)),
    );
    let first = [step(0, 9_000_000), step(10_000, 8_000_000)];
    let second = [step(5_000, 8_500_000)];
    let lists = || [(one, "A", first.as_slice()), (two, "B", &second)].into_iter();
    let price = |milli| best(lists(), milli).map(|best| (best.name, best.unit_price_micro));
    assert_eq!(price(1_000), Some(("A".into(), 9_000_000)));
    assert_eq!(price(5_000), Some(("B".into(), 8_500_000)));
    assert_eq!(price(10_000), Some(("A".into(), 8_000_000)));
    assert_eq!(
        best([(two, "B", second.as_slice())].into_iter(), 1_000),
        None
    );
}

#[test]
fn a_customer_without_tax_pays_the_price_less_the_tax_in_it() {
    let input = DocumentInput {
        exemption: Some("Diplomatic mission".into()),
        ..asked(vec![LineInput {
            product: Some(goods(1)),
            quantity_milli: 3_000,
            ..LineInput::default()
        }])
    };
    let document = order::compose(&input, &settings(true), &mut Goods, 0).unwrap();
    let sold = &document.lines[0];
    assert_eq!((sold.total_minor, sold.tax_minor), (2_500, 0));
    assert_eq!(sold.unit_price_micro, 8_333_333);
    assert_eq!(document.taxes[0].tax_minor, 0);
    assert!(!document.prices_include_tax);
    assert_eq!(Customer::default().exemption_on(DAY), None);
}
