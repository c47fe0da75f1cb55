//! Figures of a document whose prices are without tax.

use crate::model::{Adjustment, Invoice, Line};
use crate::round::div_round;
use crate::totals::{AdjustmentFigures, LineFigures, Parts, TaxGroup, by_tax, total};

/// Millionths in a whole.
pub(crate) const PPM: i128 = 1_000_000;

/// Lines, adjustments and the breakdown; `None` beyond 64 bits.
pub(crate) fn parts(invoice: &Invoice) -> Option<Parts> {
    let digits = invoice.currency.minor_digits;
    let lines: Vec<LineFigures> = invoice
        .lines
        .iter()
        .map(|line| line_figures(line, digits))
        .collect::<Option<_>>()?;
    let adjustments: Vec<_> = invoice
        .adjustments
        .iter()
        .map(|said| as_said(&said.adjustment))
        .collect();
    let line_nets: Vec<i64> = lines.iter().map(|line| line.net_minor).collect();
    let amounts: Vec<i64> = adjustments.iter().map(|each| each.amount_minor).collect();
    let mut groups = Vec::new();
    for (tax, amounts) in by_tax(invoice, &line_nets, &amounts) {
        let base_minor = total(amounts)?;
        groups.push(TaxGroup {
            tax,
            base_minor,
            tax_minor: tax_on(base_minor, tax.rate_ppm)?,
        });
    }
    Some(Parts {
        lines,
        adjustments,
        groups,
    })
}

fn line_figures(line: &Line, digits: u8) -> Option<LineFigures> {
    let adjustments: Vec<_> = line.adjustments.iter().map(as_said).collect();
    Some(LineFigures {
        net_minor: adjusted(line, price_total(line, digits)?)?,
        price_micro: line.price_micro,
        base_quantity_milli: line.base_quantity_milli,
        adjustments,
    })
}

const fn as_said(said: &Adjustment) -> AdjustmentFigures {
    AdjustmentFigures {
        amount_minor: said.amount_minor,
        base_minor: said.base_minor,
    }
}

/// Quantity times price, rounded once.
pub(crate) fn price_total(line: &Line, digits: u8) -> Option<i64> {
    let price = (line.price_micro, line.base_quantity_milli);
    extended(line.quantity_milli, price, digits)
}

/// What a quantity comes to at a price (in micro, for so many thousandths), rounded once.
pub(crate) fn extended(quantity_milli: i64, price: (i64, i64), digits: u8) -> Option<i64> {
    let micro = i128::from(quantity_milli).checked_mul(price.0.into())?;
    let den = i128::from(price.1).checked_mul(micro_per_minor(digits))?;
    i64::try_from(div_round(micro, den)).ok()
}

/// Millionths of the major unit in a minor one.
pub(crate) const fn micro_per_minor(digits: u8) -> i128 {
    10_i128.pow(6_u32.saturating_sub(digits as u32))
}

/// A line's amount after its allowances and charges.
pub(crate) fn adjusted(line: &Line, amount_minor: i64) -> Option<i64> {
    let adjustments = line.adjustments.iter();
    let signed = adjustments.map(|each| each.signed(each.amount_minor));
    total(std::iter::once(amount_minor).chain(signed))
}

/// The tax on a base, rounded once (BR-CO-17).
pub(crate) fn tax_on(base_minor: i64, rate_ppm: u32) -> Option<i64> {
    let exact = i128::from(base_minor).checked_mul(rate_ppm.into())?;
    i64::try_from(div_round(exact, PPM)).ok()
}
