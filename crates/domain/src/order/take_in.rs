//! Goods that are taken back without the sale that they came from: a return of its own, the exact
//! negation of what they would be sold for.

use super::facts::{Document, OrderKind, OrderLine, Paid, Sold};
use super::priced::price_again;
use super::returns::CREDIT_NOTE;
use crate::limits::NAME_CHARS;
use crate::refusal::Refusal;
use crate::settings::Settings;
use crate::text;

/// The return of what a document would sell; `number` is the next of the credit notes. Somebody
/// must say why.
///
/// # Errors
/// No lines, or no reason.
pub fn take_in(
    document: Document,
    number: &str,
    reason: &str,
    payments: Vec<Paid>,
) -> Result<Sold, Refusal> {
    if document.lines.is_empty() {
        return Err(Refusal::at("lines", "order_empty"));
    }
    Ok(Sold {
        lots: Vec::new(),
        number: format!("{CREDIT_NOTE}{number}"),
        payments,
        reason: Some(text::required("reason", reason, NAME_CHARS)?),
        document: negated(document),
    })
}

/// One document for goods that come without their sale and others that are taken for them: what
/// comes back is below zero, and all of it is priced together. What promotions took off the one
/// stays.
///
/// # Errors
/// Nothing comes back, or the amounts are too large.
pub fn exchanged(
    back: Document,
    mut taken: Document,
    settings: &Settings,
) -> Result<Document, Refusal> {
    if back.lines.is_empty() {
        return Err(Refusal::at("lines", "order_empty"));
    }
    taken.payment_days = None;
    taken.lines.splice(0..0, negated(back).lines);
    price_again(&mut taken, settings)?;
    Ok(taken)
}

/// What is said of such an exchange; `number` is the next of the orders. Somebody must say why
/// there is no receipt.
///
/// # Errors
/// No reason.
pub fn exchange(
    document: Document,
    number: String,
    reason: &str,
    payments: Vec<Paid>,
) -> Result<Sold, Refusal> {
    Ok(Sold {
        lots: Vec::new(),
        number,
        payments,
        reason: Some(text::required("reason", reason, NAME_CHARS)?),
        document,
    })
}

fn negated(mut document: Document) -> Document {
    document.kind = OrderKind::Return;
    document.payment_days = None;
    document.discount_minor = document.discount_minor.saturating_neg();
    for line in &mut document.lines {
        *line = OrderLine {
            quantity_milli: line.quantity_milli.saturating_neg(),
            discount_minor: line.discount_minor.saturating_neg(),
            off_minor: line.off_minor.saturating_neg(),
            tax_minor: line.tax_minor.saturating_neg(),
            total_minor: line.total_minor.saturating_neg(),
            ..line.clone()
        };
    }
    for tax in &mut document.taxes {
        tax.base_minor = tax.base_minor.saturating_neg();
        tax.tax_minor = tax.tax_minor.saturating_neg();
    }
    document
}
