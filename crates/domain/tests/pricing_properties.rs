//! What holds for every document: sums agree, signs mirror, nothing panics.

use domain::currency::Currency;
use domain::money::UnitPrice;
use domain::pricing::{LineInput, LineTax, Priced, PricingInput, price};
use domain::quantity::Quantity;
use domain::rate::Rate;
use domain::tax::{RoundingPolicy, Tax, TaxCategory, TaxCode, TaxSet};
use proptest::prelude::*;

/// A document that owns what [`PricingInput`] borrows.
#[derive(Debug, Clone)]
struct Document {
    currency: Currency,
    tax_inclusive: bool,
    policy: RoundingPolicy,
    tax_increment_minor: i64,
    taxes: Vec<Tax>,
    lines: Vec<LineInput>,
    discount_ppm: Rate,
    discount_minor: i64,
}

impl Document {
    fn input(&self) -> PricingInput<'_> {
        PricingInput {
            tax_inclusive: self.tax_inclusive,
            policy: self.policy,
            tax_increment_minor: self.tax_increment_minor,
            discount_ppm: self.discount_ppm,
            discount_minor: self.discount_minor,
            ..PricingInput::new(self.currency, &self.taxes, &self.lines)
        }
    }

    fn negated(&self) -> Self {
        let mut negated = self.clone();
        for line in &mut negated.lines {
            line.quantity_milli = line
                .quantity_milli
                .checked_neg()
                .expect("a quantity with an opposite");
        }
        negated
    }
}

prop_compose! {
    fn any_tax()(
        code in "[A-Z]{1,4}",
        rate_ppm in 0_i64..400_000,
        withholding in prop::bool::weighted(0.2),
        stage in 0_u8..3,
        compound in any::<bool>(),
    ) -> Tax {
        let (sign, category) = match withholding {
            true => (-1, TaxCategory::Withholding),
            false => (1, TaxCategory::Standard),
        };
        let code = TaxCode::parse(&code).expect("a fit tax code");
        let tax = Tax::new(code, Rate::from_ppm(sign * rate_ppm), category).at_stage(stage);
        if compound && !withholding { tax.compound() } else { tax }
    }
}

prop_compose! {
    fn any_line(taxes: usize)(
        quantity_milli in prop_oneof![(-20_i64..20).prop_map(|n| n * 1000), -9_999_i64..9_999],
        unit_price_micro in prop_oneof![0_i64..1_000, 0_i64..500_000_000],
        discount_ppm in prop_oneof![3 => Just(0), 1 => 0_i64..=1_000_000],
        discount_minor in prop_oneof![3 => Just(0), 1 => 0_i64..5_000],
        places in prop::collection::vec(0..taxes.max(1), 0..4),
        fixed in prop_oneof![7 => Just(false), 1 => Just(true)],
    ) -> LineInput {
        let set = places.iter().filter(|place| **place < taxes);
        LineInput {
            quantity_milli: Quantity::from_milli(quantity_milli),
            unit_price_micro: UnitPrice::from_micro(unit_price_micro),
            discount_ppm: Rate::from_ppm(discount_ppm),
            discount_minor,
            fixed,
            taxes: set.fold(TaxSet::EMPTY, |set, place| {
                set.with(*place).expect("a place in the table")
            }),
        }
    }
}

prop_compose! {
    fn any_document()(taxes in prop::collection::vec(any_tax(), 0..5))(
        lines in prop::collection::vec(any_line(taxes.len()), 0..12),
        taxes in Just(taxes),
        code in prop::sample::select(vec!["EUR", "JPY", "KWD"]),
        tax_inclusive in any::<bool>(),
        per_line in any::<bool>(),
        tax_increment_minor in prop_oneof![4 => Just(1_i64), 1 => Just(5_i64)],
        discount_ppm in prop_oneof![2 => Just(0), 1 => 0_i64..=1_000_000],
        discount_minor in prop_oneof![2 => Just(0), 1 => 0_i64..50_000],
    ) -> Document {
        let policy = if per_line { RoundingPolicy::PerLine } else { RoundingPolicy::PerRateGroup };
        Document {
            currency: Currency::parse(code).expect("a code of ISO 4217"),
            tax_inclusive, policy, tax_increment_minor, taxes, lines,
            discount_ppm: Rate::from_ppm(discount_ppm),
            discount_minor,
        }
    }
}

fn sum(amounts: impl Iterator<Item = i64>) -> i64 {
    amounts.sum()
}

fn line_taxes(priced: &Priced) -> impl Iterator<Item = &LineTax> {
    priced.lines.iter().flat_map(|line| &line.taxes)
}

fn inside_minor(taxes: &[LineTax]) -> i64 {
    let inside = taxes
        .iter()
        .filter(|tax| tax.category != TaxCategory::Withholding);
    sum(inside.map(|tax| tax.tax_minor))
}

fn negation(priced: &Priced) -> Priced {
    let mut mirror = priced.clone();
    for line in &mut mirror.lines {
        let amounts = [
            &mut line.gross_minor,
            &mut line.discount_minor,
            &mut line.order_discount_minor,
            &mut line.net_minor,
            &mut line.tax_minor,
            &mut line.total_minor,
        ];
        amounts.into_iter().for_each(|amount| *amount = -*amount);
        for tax in &mut line.taxes {
            (tax.base_minor, tax.tax_minor) = (-tax.base_minor, -tax.tax_minor);
        }
    }
    for group in &mut mirror.groups {
        (group.base_minor, group.tax_minor) = (-group.base_minor, -group.tax_minor);
    }
    let totals = &mut mirror.totals;
    totals.lines_minor *= -1;
    totals.discount_minor *= -1;
    totals.order_discount_minor *= -1;
    totals.net_minor *= -1;
    totals.tax_minor *= -1;
    totals.total_minor *= -1;
    mirror
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn lines_sum_to_groups_sum_to_totals(document in any_document()) {
        let priced = price(&document.input()).unwrap();
        let (lines, totals) = (&priced.lines, priced.totals);
        prop_assert_eq!(sum(lines.iter().map(|line| line.net_minor)), totals.net_minor);
        prop_assert_eq!(sum(lines.iter().map(|line| line.tax_minor)), totals.tax_minor);
        prop_assert_eq!(sum(lines.iter().map(|line| line.total_minor)), totals.total_minor);
        prop_assert_eq!(sum(line_taxes(&priced).map(|tax| tax.tax_minor)), totals.tax_minor);
        prop_assert_eq!(sum(priced.groups.iter().map(|group| group.tax_minor)), totals.tax_minor);
        prop_assert_eq!(totals.net_minor + totals.tax_minor, totals.total_minor);
        for line in lines {
            prop_assert_eq!(sum(line.taxes.iter().map(|tax| tax.tax_minor)), line.tax_minor);
            prop_assert_eq!(line.net_minor + line.tax_minor, line.total_minor);
        }
    }

    #[test]
    fn what_is_left_of_a_line_is_its_net_and_the_tax_inside(document in any_document()) {
        for line in price(&document.input()).unwrap().lines {
            let inside = if document.tax_inclusive { inside_minor(&line.taxes) } else { 0 };
            prop_assert_eq!(line.gross_minor - line.discount_minor, line.net_minor + inside);
        }
    }

    #[test]
    fn a_discount_never_turns_a_line_around(document in any_document()) {
        for line in price(&document.input()).unwrap().lines {
            let left = line.gross_minor - line.discount_minor;
            prop_assert!(left == 0 || left.signum() == line.gross_minor.signum());
            prop_assert!(left.abs() <= line.gross_minor.abs());
        }
    }

    #[test]
    fn negated_quantities_give_exactly_the_negated_document(document in any_document()) {
        let (priced, mirrored) = (price(&document.input()), price(&document.negated().input()));
        prop_assert_eq!(mirrored.unwrap(), negation(&priced.unwrap()));
    }

    #[test]
    fn the_tax_of_a_group_is_its_stated_rate_of_its_stated_base(mut document in any_document()) {
        document.tax_inclusive = false;
        document.policy = RoundingPolicy::PerRateGroup;
        document.tax_increment_minor = 1;
        for group in price(&document.input()).unwrap().groups {
            prop_assert_eq!(Some(group.tax_minor), group.rate_ppm.of(group.base_minor));
        }
    }

    #[test]
    fn the_tax_of_a_line_is_within_a_unit_of_its_exact_tax(mut document in any_document()) {
        document.tax_inclusive = false;
        document.tax_increment_minor = 1;
        for tax in line_taxes(&price(&document.input()).unwrap()) {
            let exact_ppm = i128::from(tax.base_minor) * i128::from(tax.rate_ppm.ppm());
            prop_assert!((i128::from(tax.tax_minor) * 1_000_000 - exact_ppm).abs() < 1_000_000);
        }
    }

    #[test]
    fn extreme_figures_give_an_error_and_no_panic(
        mut document in any_document(),
        quantity_milli in prop::sample::select(vec![i64::MIN, i64::MAX, 1, 1000, -1]),
        unit_price_micro in any::<i64>(),
        discount_ppm in any::<i64>(),
        discount_minor in any::<i64>(),
        tax_increment_minor in any::<i64>(),
    ) {
        for line in document.lines.iter_mut().take(3) {
            line.quantity_milli = Quantity::from_milli(quantity_milli);
            line.unit_price_micro = UnitPrice::from_micro(unit_price_micro);
        }
        let _ = price(&document.input());
        document.tax_increment_minor = tax_increment_minor.saturating_abs().max(1);
        document.discount_minor = discount_minor.saturating_abs();
        let _ = price(&document.input());
        document.discount_ppm = Rate::from_ppm(discount_ppm);
        document.tax_increment_minor = tax_increment_minor;
        let _ = price(&document.input());
    }

    #[test]
    fn figures_at_the_edge_of_64_bits_still_sum(
        mut document in any_document(),
        unit_price_micro in (i64::MAX / 2)..i64::MAX,
    ) {
        for line in document.lines.iter_mut() {
            line.quantity_milli = Quantity::from_milli(10_000);
            line.unit_price_micro = UnitPrice::from_micro(unit_price_micro);
        }
        if let Ok(priced) = price(&document.input()) {
            let totals = priced.totals;
            prop_assert_eq!(totals.net_minor + totals.tax_minor, totals.total_minor);
        }
    }
}
