//! The arithmetic of the standard, held against given figures. Sums are compared exactly.

use std::collections::BTreeMap;

use super::Broken;
use super::tax::prefix;
use crate::gross::tax_inside;
use crate::model::{Category, Invoice, Prices, Side, Tax};
use crate::net::{extended, tax_on};
use crate::totals::{LineFigures, TaxGroup, Totals};

/// Notes every rule that is broken.
pub(super) fn check(invoice: &Invoice, totals: &Totals, broken: &mut Broken) {
    let lines = totals.lines.len() == invoice.lines.len();
    broken.unless(lines, "BR-24", "lines", "not every line has its net amount");
    let adjustments = totals.adjustments.len() == invoice.adjustments.len();
    broken.unless(
        adjustments,
        "BR-31",
        "adjustments",
        "not every one has its amount",
    );
    if lines && adjustments {
        for index in 0..invoice.lines.len() {
            line(invoice, totals, index, broken);
        }
        sums(invoice, totals, broken);
        breakdown(invoice, totals, broken);
    }
    if let Some(accounting) = &invoice.accounting {
        // A tax too small for a unit of the other currency may be nothing there.
        let signs = (totals.tax_minor.signum(), accounting.tax_minor.signum());
        broken.unless(
            signs.0 == signs.1 || signs.0 == 0 || signs.1 == 0,
            "PEPPOL-EN16931-R055",
            "accounting.tax_minor",
            "has another sign than the tax of the document",
        );
    }
    let terms = invoice.due_date.is_some() || super::said(invoice.payment_terms.as_ref()).is_some();
    broken.unless(
        totals.due_minor <= 0 || terms,
        "BR-CO-25",
        "due_date",
        "what is still due needs a day or terms of payment",
    );
}

/// A line is its quantity at its price, with charges and without allowances.
fn line(invoice: &Invoice, totals: &Totals, index: usize, broken: &mut Broken) {
    let (said, figures) = (&invoice.lines[index], &totals.lines[index]);
    let price = (figures.price_micro, figures.base_quantity_milli);
    let at = format!("lines[{index}].net_minor");
    let complete = said.adjustments.len() == figures.adjustments.len();
    let holds = price.1 > 0 && complete && {
        let digits = invoice.currency.minor_digits;
        let both = said.adjustments.iter().zip(&figures.adjustments);
        let signed: i128 = both
            .map(|(said, figures)| i128::from(said.signed(figures.amount_minor)))
            .sum();
        extended(said.quantity_milli, price, digits)
            .is_some_and(|exact| i128::from(exact) + signed == i128::from(figures.net_minor))
    };
    let what = "is not quantity times price, with charges and without allowances";
    broken.unless(holds, "PEPPOL-EN16931-R120", at, what);
    let at = format!("lines[{index}].price_micro");
    broken.unless(figures.price_micro >= 0, "BR-27", at, "is negative");
}

fn sums(invoice: &Invoice, totals: &Totals, broken: &mut Broken) {
    let lines = sum(totals.lines.iter().map(|line: &LineFigures| line.net_minor));
    let allowances = side(invoice, totals, Side::Allowance);
    let charges = side(invoice, totals, Side::Charge);
    let taxes = sum(totals.groups.iter().map(|group| group.tax_minor));
    let wide = i128::from;
    let without_tax =
        wide(totals.lines_minor) - wide(totals.allowances_minor) + wide(totals.charges_minor);
    let with_tax = wide(totals.without_tax_minor) + wide(totals.tax_minor);
    let due = wide(totals.with_tax_minor) - wide(invoice.paid_minor) + wide(invoice.rounding_minor);
    let rules = [
        ("BR-CO-10", "lines_minor", totals.lines_minor, lines),
        (
            "BR-CO-11",
            "allowances_minor",
            totals.allowances_minor,
            allowances,
        ),
        ("BR-CO-12", "charges_minor", totals.charges_minor, charges),
        (
            "BR-CO-13",
            "without_tax_minor",
            totals.without_tax_minor,
            without_tax,
        ),
        ("BR-CO-14", "tax_minor", totals.tax_minor, taxes),
        (
            "BR-CO-15",
            "with_tax_minor",
            totals.with_tax_minor,
            with_tax,
        ),
        ("BR-CO-16", "due_minor", totals.due_minor, due),
    ];
    for (rule, at, given, expected) in rules {
        let what = format!("is {given}, but should be {expected}");
        broken.unless(wide(given) == expected, rule, at, &what);
    }
}

fn side(invoice: &Invoice, totals: &Totals, side: Side) -> i128 {
    let both = invoice.adjustments.iter().zip(&totals.adjustments);
    let of_side = both.filter(|(said, _)| said.adjustment.side == side);
    sum(of_side.map(|(_, figures)| figures.amount_minor))
}

fn sum(amounts: impl Iterator<Item = i64>) -> i128 {
    amounts.map(i128::from).sum()
}

/// One group for each tax that is used and for no other, with its base and its tax.
fn breakdown(invoice: &Invoice, totals: &Totals, broken: &mut Broken) {
    broken.unless(!totals.groups.is_empty(), "BR-CO-18", "groups", "is empty");
    let mut bases: BTreeMap<Tax, i128> = BTreeMap::new();
    for (said, figures) in invoice.lines.iter().zip(&totals.lines) {
        *bases.entry(said.tax).or_default() += i128::from(figures.net_minor);
    }
    for (said, figures) in invoice.adjustments.iter().zip(&totals.adjustments) {
        let signed = said.adjustment.signed(figures.amount_minor);
        *bases.entry(said.tax).or_default() += i128::from(signed);
    }
    for (index, group) in totals.groups.iter().enumerate() {
        let (at, prefix) = (format!("groups[{index}]"), prefix(group.tax.category));
        let base = bases.remove(&group.tax).unwrap_or_default();
        let what = format!("is {}, but should be {base}", group.base_minor);
        let holds = i128::from(group.base_minor) == base;
        broken.unless(
            holds,
            format!("{prefix}-08"),
            format!("{at}.base_minor"),
            &what,
        );
        tax(invoice.prices, group, &at, broken);
    }
    for tax in bases.keys() {
        let what = format!("lacks {} at {} ppm", tax.category.code(), tax.rate_ppm);
        broken.unless(
            false,
            format!("{}-01", prefix(tax.category)),
            "groups",
            &what,
        );
    }
}

/// BR-CO-17 to the unit; where prices include tax, the tax inside the gross (see `gross`).
fn tax(prices: Prices, group: &TaxGroup, at: &str, broken: &mut Broken) {
    let exact = match prices {
        Prices::WithoutTax => tax_on(group.base_minor, group.tax.rate_ppm),
        Prices::WithTax => {
            let gross = group.base_minor.checked_add(group.tax_minor);
            gross.and_then(|gross_minor| tax_inside(gross_minor, group.tax))
        }
    };
    let at = format!("{at}.tax_minor");
    let holds = exact == Some(group.tax_minor);
    broken.unless(holds, "BR-CO-17", &at, "is not the rate of the base");
    if group.tax.category != Category::Standard {
        let rule = format!("{}-09", prefix(group.tax.category));
        broken.unless(group.tax_minor == 0, rule, at, "this category bears no tax");
    }
}
