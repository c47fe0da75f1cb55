//! Random invoices: what is worked out keeps every rule, mirrors, and survives being written.

use einvoice::{
    Adjustment, Category, DocumentAdjustment, Exemption, Invoice, Line, Prices, Reason, Side, Tax,
    Totals, check, totals,
};
use proptest::prelude::*;

use crate::samples::{bare, line, standard};
use crate::written::survives_both_syntaxes;

fn tax() -> impl Strategy<Value = Tax> {
    let exempt = Tax {
        category: Category::Exempt,
        rate_ppm: 0,
    };
    prop_oneof![
        3 => prop::sample::select(vec![190_000, 70_000, 55_000, 210_000, 88_750])
            .prop_map(standard),
        1 => (1_u32..=1_000_000).prop_map(standard),
        1 => Just(exempt),
    ]
}

/// A plain amount, or a percentage of a base.
fn adjustment() -> impl Strategy<Value = Adjustment> {
    let of = prop::option::of((0_i64..100_000, 0_u32..=1_000_000));
    (any::<bool>(), 0_i64..5_000, of).prop_map(|(charge, amount_minor, of)| Adjustment {
        side: if charge {
            Side::Charge
        } else {
            Side::Allowance
        },
        amount_minor: of.map_or(amount_minor, |(base_minor, percent_ppm)| {
            (base_minor * i64::from(percent_ppm) + 500_000) / 1_000_000
        }),
        base_minor: of.map(|of| of.0),
        percent_ppm: of.map(|of| of.1),
        reason: Reason {
            code: None,
            text: Some("Agreed".into()),
        },
    })
}

fn some_line() -> impl Strategy<Value = Line> {
    let bases = prop::sample::select(vec![1_000_i64, 1_000, 1_000, 100_000, 2_500, 7]);
    let quantity = prop_oneof![4 => -20_000_i64..200_000, 1 => -2_000_000_000_i64..2_000_000_000];
    let price = prop_oneof![3 => 0_i64..500_000_000, 1 => 0_i64..50_000];
    let adjustments = prop::collection::vec(adjustment(), 0..3);
    (quantity, price, bases, adjustments, tax()).prop_map(
        |(quantity_milli, price_micro, base_quantity_milli, adjustments, tax)| Line {
            base_quantity_milli,
            adjustments,
            tax,
            ..line("1", "Thing", quantity_milli, price_micro, 0)
        },
    )
}

fn invoice() -> impl Strategy<Value = Invoice> {
    let with_tax = any::<bool>();
    let lines = prop::collection::vec(some_line(), 1..12);
    let adjustments = prop::collection::vec((adjustment(), tax()), 0..4);
    let amounts = (
        0_i64..100_000,
        -5_i64..=5,
        prop::sample::select(vec![0_u8, 2]),
    );
    (with_tax, lines, adjustments, amounts).prop_map(|(with_tax, lines, adjustments, amounts)| {
        let prices = if with_tax {
            Prices::WithTax
        } else {
            Prices::WithoutTax
        };
        let adjustments = adjustments.into_iter();
        let mut invoice = bare(prices);
        invoice.lines = lines;
        invoice.adjustments = adjustments
            .map(|(adjustment, tax)| DocumentAdjustment { adjustment, tax })
            .collect();
        (invoice.paid_minor, invoice.rounding_minor) = (amounts.0, amounts.1);
        invoice.currency.minor_digits = amounts.2;
        let taxes = invoice.lines.iter().map(|line| line.tax);
        let mut taxes = taxes.chain(invoice.adjustments.iter().map(|each| each.tax));
        invoice.exemptions = taxes
            .find(|tax| tax.category == Category::Exempt)
            .map(|tax| Exemption {
                category: tax.category,
                code: None,
                text: Some("Exempt".into()),
            })
            .into_iter()
            .collect();
        invoice
    })
}

/// The invoice with everything owed the other way round.
fn negated(invoice: &Invoice) -> Invoice {
    let mut negated = invoice.clone();
    for line in &mut negated.lines {
        line.quantity_milli = -line.quantity_milli;
        line.adjustments.iter_mut().for_each(negate);
    }
    for each in &mut negated.adjustments {
        negate(&mut each.adjustment);
    }
    negated.paid_minor = -negated.paid_minor;
    negated.rounding_minor = -negated.rounding_minor;
    negated
}

fn negate(adjustment: &mut Adjustment) {
    adjustment.amount_minor = -adjustment.amount_minor;
    adjustment.base_minor = adjustment.base_minor.map(|base_minor| -base_minor);
}

/// Every amount of the figures, in one order.
fn amounts(totals: &Totals) -> Vec<i64> {
    let sums = [
        totals.lines_minor,
        totals.allowances_minor,
        totals.charges_minor,
        totals.without_tax_minor,
        totals.tax_minor,
        totals.with_tax_minor,
        totals.due_minor,
    ];
    let lines = totals.lines.iter().flat_map(|line| {
        let adjustments = line.adjustments.iter().map(|each| each.amount_minor);
        adjustments.chain([line.net_minor])
    });
    let adjustments = totals.adjustments.iter().map(|each| each.amount_minor);
    let groups = totals
        .groups
        .iter()
        .flat_map(|group| [group.base_minor, group.tax_minor]);
    sums.into_iter()
        .chain(lines)
        .chain(adjustments)
        .chain(groups)
        .collect()
}

/// What the customer saw: every line's price total with its adjustments, and the document's own.
fn gross(invoice: &Invoice) -> i64 {
    let signed = |each: &Adjustment| match each.side {
        Side::Allowance => -each.amount_minor,
        Side::Charge => each.amount_minor,
    };
    let per_minor = 10_i128.pow(6 - u32::from(invoice.currency.minor_digits));
    let lines = invoice.lines.iter().map(|line| {
        let num = i128::from(line.quantity_milli) * i128::from(line.price_micro);
        let den = i128::from(line.base_quantity_milli) * per_minor;
        let rounded = (num.abs() * 2 + den) / (den * 2) * num.signum();
        rounded as i64 + line.adjustments.iter().map(signed).sum::<i64>()
    });
    let document = invoice
        .adjustments
        .iter()
        .map(|each| signed(&each.adjustment));
    lines.chain(document).sum()
}

proptest! {
    #[test]
    fn what_is_worked_out_keeps_every_rule(invoice in invoice()) {
        let totals = totals(&invoice).unwrap();
        prop_assert_eq!(check(&invoice, &totals), []);
    }

    #[test]
    fn prices_with_tax_add_up_to_what_is_paid_and_tax_is_a_unit_off_the_base_at_most(
        invoice in invoice(),
    ) {
        let invoice = Invoice { prices: Prices::WithTax, ..invoice };
        let totals = totals(&invoice).unwrap();
        prop_assert_eq!(totals.with_tax_minor, gross(&invoice));
        for group in &totals.groups {
            let exact = i128::from(group.base_minor) * i128::from(group.tax.rate_ppm);
            let off = i128::from(group.tax_minor) * 1_000_000 - exact;
            // Half a unit of tax was rounded, and half a unit of base bears the rate besides.
            prop_assert!(off.abs() * 2 <= 1_000_000 + i128::from(group.tax.rate_ppm));
        }
    }

    #[test]
    fn a_credit_note_has_the_figures_of_its_invoice(invoice in invoice()) {
        let credit_note = invoice.credit_note("CN-1".into(), invoice.issue_date);
        prop_assert_eq!(totals(&credit_note), totals(&invoice));
    }

    #[test]
    fn what_is_negated_comes_to_the_negated_amounts(invoice in invoice()) {
        let mirrored = amounts(&totals(&negated(&invoice)).unwrap());
        let expected: Vec<i64> = amounts(&totals(&invoice).unwrap()).iter().map(|a| -a).collect();
        prop_assert_eq!(mirrored, expected);
    }

    #[test]
    fn every_figure_survives_being_written(invoice in invoice()) {
        survives_both_syntaxes(&invoice);
    }

    #[test]
    fn the_largest_figures_are_worked_out_or_refused_but_never_wrap(
        invoice in invoice(),
        extremes in prop::collection::vec(prop_oneof![
            any::<i64>(),
            prop::sample::select(vec![i64::MIN, i64::MIN + 1, i64::MAX, 1, -1]),
        ], 6),
    ) {
        let mut invoice = invoice;
        let line = &mut invoice.lines[0];
        (line.quantity_milli, line.price_micro) = (extremes[0], extremes[1]);
        line.base_quantity_milli = extremes[2];
        line.adjustments.iter_mut().for_each(|each| each.amount_minor = extremes[3]);
        (invoice.paid_minor, invoice.rounding_minor) = (extremes[4], extremes[5]);
        if let Ok(totals) = totals(&invoice) {
            prop_assert_eq!(check(&invoice, &totals), []);
        }
    }
}
