//! Bundles: what they may be made of, and what becomes of their goods, however an order goes.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use domain::ProductId;
use domain::order::{LineComponent, OrderLine};
use domain::product::{
    Beside, Bundle, BundleKind, Component, Product, ProductTerms, bundle, enough_for_milli,
};
use proptest::prelude::*;
use uuid::Uuid;

fn id(number: u128) -> ProductId {
    ProductId(Uuid::from_u128(number))
}

fn product(number: u128, terms: ProductTerms) -> Product {
    Product {
        id: Some(id(number)),
        exists: true,
        terms: ProductTerms {
            sku: Some(format!("P-{number}")),
            ..terms
        },
        ..Product::default()
    }
}

fn of(parts: &[(u128, i64)]) -> Bundle {
    let components = parts.iter().map(|(number, quantity_milli)| Component {
        product: id(*number),
        quantity_milli: *quantity_milli,
    });
    Bundle {
        kind: BundleKind::Virtual,
        components: components.collect(),
    }
}

/// 1 and 2 are goods, 3 is a service, 4 a bundle, 5 comes in variants.
fn find(number: ProductId) -> Option<Product> {
    let number = number.0.as_u128();
    let plain = ProductTerms::default();
    match number {
        1 | 2 => Some(product(number, plain)),
        3 => Some(product(
            3,
            ProductTerms {
                service: Some(true),
                ..plain
            },
        )),
        4 => Some(product(
            4,
            ProductTerms {
                bundle: Some(of(&[(1, 1_000)])),
                ..plain
            },
        )),
        5 => {
            let options = serde_json::json!({ "options": [{ "name": "Size", "values": ["S"] }] });
            Some(product(5, serde_json::from_value(options).unwrap()))
        }
        _ => None,
    }
}

fn refused(said: Bundle, beside: Beside) -> (String, &'static str) {
    let now = product(9, ProductTerms::default());
    let refusal = bundle(&now, said, beside, &mut find).unwrap_err();
    (refusal.field.unwrap_or_default(), refusal.code)
}

#[test]
fn a_bundle_is_made_of_goods_and_of_nothing_else() {
    let none = Beside::default();
    for (part, code) in [
        ((3, 1_000), "product_is_service"),
        ((4, 1_000), "bundle_nested"),
        ((5, 1_000), "product_has_variants"),
        ((7, 1_000), "product_unknown"),
        ((9, 1_000), "bundle_nested"),
        ((1, 1_000), "claimed_twice"),
    ] {
        let found = refused(of(&[(1, 2_000), part]), none);
        assert_eq!(found, ("components.1.product".to_owned(), code));
    }
    let empty = refused(of(&[(1, 0)]), none);
    assert_eq!(empty.0, "components.0.quantity_milli");
    let moved = Beside {
        has_moved: true,
        ..none
    };
    assert_eq!(refused(of(&[(1, 1_000)]), moved).1, "bundle_after_moves");
    let part = Beside {
        is_component: true,
        ..none
    };
    assert_eq!(refused(of(&[(1, 1_000)]), part).1, "bundle_is_component");
}

#[test]
fn goods_that_have_moved_can_be_assembled_and_a_bundle_without_components_is_none() {
    let now = product(9, ProductTerms::default());
    let moved = Beside {
        has_moved: true,
        is_component: false,
    };
    let said = Bundle {
        kind: BundleKind::Assembled,
        ..of(&[(1, 1_000)])
    };
    assert!(bundle(&now, said, moved, &mut find).is_ok());
    let part = Beside {
        has_moved: true,
        is_component: true,
    };
    let terms = bundle(&now, of(&[]), part, &mut find).unwrap();
    assert!(product(9, terms).bundle().is_none());
}

fn line(parts: &[i64]) -> OrderLine {
    let components = (1..)
        .zip(parts)
        .map(|(number, quantity_milli)| LineComponent {
            product: id(number),
            sku: String::new(),
            title: String::new(),
            quantity_milli: *quantity_milli,
            price_micro: None,
        });
    OrderLine {
        product: Some(id(99)),
        quantity_milli: 1_000,
        components: components.collect(),
        ..OrderLine::default()
    }
}

proptest! {
    #[test]
    fn the_goods_of_whole_bundles_add_up_however_they_are_parted(
        parts in prop::collection::vec(1_i64..100_000, 1..5),
        sent in prop::collection::vec(-50_i64..50, 1..6),
    ) {
        let line = line(&parts);
        let whole: i64 = sent.iter().sum();
        for (index, each) in parts.iter().enumerate() {
            let of = |bundles: i64| line.goods(bundles * 1_000).nth(index).unwrap().1;
            let sum: i64 = sent.iter().map(|bundles| of(*bundles)).sum();
            prop_assert_eq!(sum, of(whole));
            prop_assert_eq!(of(whole), whole * each);
            prop_assert_eq!(of(-whole), -of(whole));
        }
    }

    #[test]
    fn as_many_bundles_as_there_is_enough_for_fit_and_one_more_does_not(
        each in 1_i64..100_000,
        there in -1_000_000_i64..1_000_000,
    ) {
        let bundles = enough_for_milli(each, there) / 1_000;
        prop_assert!(bundles * each <= there);
        prop_assert!((bundles + 1) * each > there);
    }

    #[test]
    fn services_and_products_without_components_are_what_they_are(milli in -9_000_i64..9_000) {
        let plain = line(&[]);
        let goods: Vec<_> = plain.goods(milli).collect();
        prop_assert_eq!(goods, vec![(id(99), milli)]);
        let service = OrderLine { service: true, ..line(&[1_000]) };
        prop_assert_eq!(service.goods(milli).count(), 0);
    }
}
