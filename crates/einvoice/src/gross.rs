//! Figures of a document whose prices include tax.
//!
//! A group's tax is what is inside its gross, rounded once; the base is the rest. The tax goes
//! back to the group's lines and adjustments by largest remainder, so that every net amount plus
//! its share is the gross amount that the customer saw, and the sums of the standard hold exactly.
//!
//! One consequence: not every gross is some base plus the rounded tax on that base (0.03 at 19 %
//! is none). There the tax of the breakdown is one minor unit off BR-CO-17, which the official
//! validators allow; moving the unit elsewhere would change what was paid or what is declared.

use std::collections::BTreeMap;

use crate::model::{Adjustment, Invoice, Line, Tax};
use crate::net::{self, PPM, extended, micro_per_minor, price_total};
use crate::round::{div_round, share};
use crate::totals::{AdjustmentFigures, LineFigures, Parts, TaxGroup, by_tax, total};

/// Lines, adjustments and the breakdown; `None` beyond 64 bits.
pub(crate) fn parts(invoice: &Invoice) -> Option<Parts> {
    let mut lines_gross = Vec::with_capacity(invoice.lines.len());
    for line in &invoice.lines {
        let gross_minor = price_total(line, invoice.currency.minor_digits)?;
        lines_gross.push(net::adjusted(line, gross_minor)?);
    }
    let said = invoice.adjustments.iter();
    let amounts: Vec<i64> = said.map(|each| each.adjustment.amount_minor).collect();
    let mut groups = Vec::new();
    let mut shares = BTreeMap::new();
    for (tax, amounts) in by_tax(invoice, &lines_gross, &amounts) {
        let gross_minor = total(amounts.iter().copied())?;
        let tax_minor = tax_inside(gross_minor, tax)?;
        let parts = share(tax_minor, &amounts, tax.rate_ppm.into(), whole(tax))?;
        shares.insert(tax, parts.into_iter());
        groups.push(TaxGroup {
            tax,
            base_minor: gross_minor.checked_sub(tax_minor)?,
            tax_minor,
        });
    }
    // The shares come in the order in which by_tax went through lines, then adjustments.
    let mut next = |tax: Tax| shares.get_mut(&tax)?.next();
    let mut lines = Vec::with_capacity(invoice.lines.len());
    for (line, gross_minor) in invoice.lines.iter().zip(lines_gross) {
        let net_minor = gross_minor.checked_sub(next(line.tax)?)?;
        lines.push(line_figures(invoice, line, gross_minor, net_minor)?);
    }
    let mut adjustments = Vec::with_capacity(invoice.adjustments.len());
    for said in &invoice.adjustments {
        adjustments.push(net_of(&said.adjustment, next(said.tax)?, said.tax)?);
    }
    Some(Parts {
        lines,
        adjustments,
        groups,
    })
}

/// What a rate makes of one million of base.
fn whole(tax: Tax) -> i128 {
    PPM + i128::from(tax.rate_ppm)
}

/// The rounded tax inside a gross amount.
pub(crate) fn tax_inside(gross_minor: i64, tax: Tax) -> Option<i64> {
    let exact = i128::from(gross_minor).checked_mul(tax.rate_ppm.into())?;
    i64::try_from(div_round(exact, whole(tax))).ok()
}

/// An adjustment less its share of the tax, which has the sign of its side.
fn net_of(said: &Adjustment, tax_minor: i64, tax: Tax) -> Option<AdjustmentFigures> {
    let base_net = |gross_minor: i64| gross_minor.checked_sub(tax_inside(gross_minor, tax)?);
    let base_minor = match said.base_minor {
        Some(gross_minor) => Some(base_net(gross_minor)?),
        None => None,
    };
    Some(AdjustmentFigures {
        amount_minor: said.amount_minor.checked_sub(said.signed(tax_minor))?,
        base_minor,
    })
}

/// The line's tax is shared once more over its price and its own adjustments.
fn line_figures(
    invoice: &Invoice,
    line: &Line,
    gross_minor: i64,
    net_minor: i64,
) -> Option<LineFigures> {
    let digits = invoice.currency.minor_digits;
    let mut amounts = vec![price_total(line, digits)?];
    let said = line.adjustments.iter();
    amounts.extend(said.map(|each| each.signed(each.amount_minor)));
    let tax_minor = gross_minor.checked_sub(net_minor)?;
    let shares = share(
        tax_minor,
        &amounts,
        line.tax.rate_ppm.into(),
        whole(line.tax),
    )?;
    let adjustments = line.adjustments.iter().zip(&shares[1..]);
    let price = net_price(line, amounts[0].checked_sub(shares[0])?, digits)?;
    Some(LineFigures {
        net_minor,
        price_micro: price.0,
        base_quantity_milli: price.1,
        adjustments: adjustments
            .map(|(said, tax_minor)| net_of(said, *tax_minor, line.tax))
            .collect::<Option<_>>()?,
    })
}

/// A net price from which the net amount follows to the last unit: for the line's own base
/// quantity if six decimals suffice, else for its whole quantity. With that base quantity.
fn net_price(line: &Line, net_minor: i64, digits: u8) -> Option<(i64, i64)> {
    let quantity = line.quantity_milli;
    if quantity == 0 {
        let exact = i128::from(line.price_micro) * PPM;
        let price_micro = i64::try_from(div_round(exact, whole(line.tax))).ok()?;
        return Some((price_micro, line.base_quantity_milli));
    }
    let net_micro = i128::from(net_minor).checked_mul(micro_per_minor(digits))?;
    let exact = net_micro.checked_mul(line.base_quantity_milli.into())?;
    let price_micro = div_round(exact.abs(), i128::from(quantity).abs());
    let price = (i64::try_from(price_micro).ok()?, line.base_quantity_milli);
    if extended(quantity, price, digits) == Some(net_minor) {
        return Some(price);
    }
    let price_micro = i64::try_from(net_micro.abs()).ok()?;
    Some((price_micro, quantity.checked_abs()?))
}
