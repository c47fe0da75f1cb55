//! The figures of an invoice: line amounts, one tax per category and rate on its summed base, and
//! the document's totals (BR-CO-10 to BR-CO-17).

use std::collections::BTreeMap;

use crate::model::{Invoice, Prices, Side, Tax};
use crate::rules::{self, Violation};
use crate::{gross, net};

/// An allowance or charge as it is written, without tax.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AdjustmentFigures {
    /// Its amount (BT-92, BT-99, BT-136, BT-141).
    pub amount_minor: i64,
    /// What its percentage is of (BT-93, BT-100, BT-137, BT-142).
    pub base_minor: Option<i64>,
}

/// A line as it is written, without tax.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineFigures {
    /// The line's net amount, allowances and charges included (BT-131).
    pub net_minor: i64,
    /// The net price of `base_quantity_milli` (BT-146).
    pub price_micro: i64,
    /// What the price is for (BT-149).
    pub base_quantity_milli: i64,
    /// The line's allowances and charges, in their order.
    pub adjustments: Vec<AdjustmentFigures>,
}

/// One tax of the breakdown (BG-23).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TaxGroup {
    /// Category and rate.
    pub tax: Tax,
    /// What is taxed (BT-116).
    pub base_minor: i64,
    /// The tax on it (BT-117).
    pub tax_minor: i64,
}

/// Every figure of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Totals {
    /// The lines, in their order.
    pub lines: Vec<LineFigures>,
    /// The document's allowances and charges, in their order.
    pub adjustments: Vec<AdjustmentFigures>,
    /// The tax breakdown, by category and rate.
    pub groups: Vec<TaxGroup>,
    /// Sum of the lines (BT-106).
    pub lines_minor: i64,
    /// Sum of the document's allowances (BT-107).
    pub allowances_minor: i64,
    /// Sum of the document's charges (BT-108).
    pub charges_minor: i64,
    /// Total without tax (BT-109).
    pub without_tax_minor: i64,
    /// Total tax (BT-110).
    pub tax_minor: i64,
    /// Total with tax (BT-112).
    pub with_tax_minor: i64,
    /// Amount due for payment (BT-115).
    pub due_minor: i64,
}

/// Works out every figure of an invoice.
///
/// # Errors
/// Every rule that the invoice breaks, whatever its figures.
pub fn totals(invoice: &Invoice) -> Result<Totals, Vec<Violation>> {
    let mut broken = rules::content(invoice);
    if broken.is_empty() {
        let out_of_range = || vec![Violation::new("range", "lines", "an amount beyond 64 bits")];
        let totals = sum(invoice).ok_or_else(out_of_range)?;
        broken = rules::figures(invoice, &totals);
        if broken.is_empty() {
            return Ok(totals);
        }
    }
    Err(broken)
}

/// What lines, document adjustments and the breakdown come to, before they are summed up.
pub(crate) struct Parts {
    pub lines: Vec<LineFigures>,
    pub adjustments: Vec<AdjustmentFigures>,
    pub groups: Vec<TaxGroup>,
}

fn sum(invoice: &Invoice) -> Option<Totals> {
    let parts = match invoice.prices {
        Prices::WithoutTax => net::parts(invoice)?,
        Prices::WithTax => gross::parts(invoice)?,
    };
    let lines_minor = total(parts.lines.iter().map(|line| line.net_minor))?;
    let allowances_minor = of_side(invoice, &parts.adjustments, Side::Allowance)?;
    let charges_minor = of_side(invoice, &parts.adjustments, Side::Charge)?;
    let without_tax_minor = total([lines_minor, charges_minor, allowances_minor.checked_neg()?])?;
    let tax_minor = total(parts.groups.iter().map(|group| group.tax_minor))?;
    let with_tax_minor = without_tax_minor.checked_add(tax_minor)?;
    let open_minor = with_tax_minor.checked_sub(invoice.paid_minor)?;
    Some(Totals {
        due_minor: open_minor.checked_add(invoice.rounding_minor)?,
        lines: parts.lines,
        adjustments: parts.adjustments,
        groups: parts.groups,
        lines_minor,
        allowances_minor,
        charges_minor,
        without_tax_minor,
        tax_minor,
        with_tax_minor,
    })
}

fn of_side(invoice: &Invoice, figures: &[AdjustmentFigures], side: Side) -> Option<i64> {
    let both = invoice.adjustments.iter().zip(figures);
    let of_side = both.filter(|(said, _)| said.adjustment.side == side);
    total(of_side.map(|(_, figures)| figures.amount_minor))
}

/// A sum that does not wrap.
pub(crate) fn total(amounts: impl IntoIterator<Item = i64>) -> Option<i64> {
    let sum: i128 = amounts.into_iter().map(i128::from).sum();
    i64::try_from(sum).ok()
}

/// What every tax of a document lies on: its lines, then its adjustments with their sign.
pub(crate) fn by_tax(
    invoice: &Invoice,
    lines_minor: &[i64],
    adjustments_minor: &[i64],
) -> BTreeMap<Tax, Vec<i64>> {
    let mut amounts: BTreeMap<Tax, Vec<i64>> = BTreeMap::new();
    for (line, amount_minor) in invoice.lines.iter().zip(lines_minor) {
        amounts.entry(line.tax).or_default().push(*amount_minor);
    }
    for (said, amount_minor) in invoice.adjustments.iter().zip(adjustments_minor) {
        let signed = said.adjustment.signed(*amount_minor);
        amounts.entry(said.tax).or_default().push(signed);
    }
    amounts
}
