//! The amounts of a document, out of the one engine.

use super::facts::{Document, PromotionApplied, TaxSum};
use crate::currency::Currency;
use crate::money::UnitPrice;
use crate::pricing::{self, Deduction, Off, Priced, PricingError, PricingInput};
use crate::quantity::Quantity;
use crate::rate::Rate;
use crate::refusal::Refusal;
use crate::settings::Settings;
use crate::tax::{Tax, TaxCategory, TaxCode, TaxSet, intern};

/// Fills in every amount of a document from its quantities, prices, discounts and taxes.
pub fn price(document: &mut Document, settings: &Settings) -> Result<(), Refusal> {
    let priced = price_with(document, settings, &[])?;
    fill(document, &priced);
    Ok(())
}

/// The same for an order that was agreed: what promotions took off then stays, whatever they say
/// today.
pub fn price_again(document: &mut Document, settings: &Settings) -> Result<(), Refusal> {
    let stored = stored_promotions(document);
    let priced = price_with(document, settings, &stored)?;
    fill(document, &priced);
    keep_taken(document, &stored, &priced);
    Ok(())
}

/// What promotions took off the lines when the order was agreed, each in its own place in the order
/// of discounts.
pub(crate) fn stored_promotions(document: &Document) -> Vec<Deduction> {
    let of = |applied: &PromotionApplied| {
        let lines = document.lines.iter().enumerate();
        let shares = lines.filter_map(|(at, line)| {
            let mut shares = line.promotions.iter();
            let share = shares.find(|share| share.promotion == applied.promotion)?;
            Some((at, share.off_minor))
        });
        let (lines, sizes) = shares.unzip();
        Deduction {
            lines,
            off: Off::Stored(applied.class, sizes),
        }
    };
    document.promotions.iter().map(of).collect()
}

/// Writes down what was taken off: no more than a line still comes to.
fn keep_taken(document: &mut Document, stored: &[Deduction], priced: &Priced) {
    let applied: Vec<_> = document
        .promotions
        .iter()
        .map(|one| one.promotion)
        .collect();
    for ((promotion, deduction), parts) in applied.iter().zip(stored).zip(&priced.deducted) {
        for (at, part) in deduction.lines.iter().zip(parts) {
            let mut shares = document.lines[*at].promotions.iter_mut();
            if let Some(share) = shares.find(|share| share.promotion == *promotion) {
                share.off_minor = *part;
            }
        }
    }
    for line in &mut document.lines {
        line.promotions.retain(|share| share.off_minor != 0);
    }
}

/// Writes amounts into a document.
pub(crate) fn fill(document: &mut Document, priced: &Priced) {
    for (line, amounts) in document.lines.iter_mut().zip(&priced.lines) {
        line.off_minor = amounts.discount_minor;
        line.tax_minor = amounts.tax_minor;
        line.total_minor = amounts.total_minor;
    }
    document.taxes = priced.groups.iter().map(tax_sum).collect();
}

/// What a document would come to with deductions beside its own discounts.
pub fn price_with(
    document: &Document,
    settings: &Settings,
    deductions: &[Deduction],
) -> Result<Priced, Refusal> {
    let currency = Currency::parse(&document.currency)
        .map_err(|_| Refusal::at("currency", "currency_unknown"))?;
    let mut taxes = Vec::new();
    let mut lines = Vec::with_capacity(document.lines.len());
    for (index, line) in document.lines.iter().enumerate() {
        lines.push(pricing::LineInput {
            quantity_milli: Quantity::from_milli(line.quantity_milli),
            unit_price_micro: UnitPrice::from_micro(line.unit_price_micro),
            discount_ppm: Rate::from_ppm(line.discount_ppm),
            discount_minor: line.discount_minor,
            fixed: line.gift_card.is_some(),
            taxes: tax_set(index, document, settings, &mut taxes)?,
        });
    }
    pricing::price(&PricingInput {
        tax_inclusive: document.prices_include_tax,
        policy: document.tax_rounding,
        discount_ppm: Rate::from_ppm(document.discount_ppm),
        discount_minor: document.discount_minor,
        deductions,
        ..PricingInput::new(currency, &taxes, &lines)
    })
    .map_err(|error| refusal(error, document))
}

fn tax_set(
    index: usize,
    document: &Document,
    settings: &Settings,
    table: &mut Vec<Tax>,
) -> Result<TaxSet, Refusal> {
    let line = &document.lines[index];
    let Some(code) = &line.tax else {
        return Ok(TaxSet::EMPTY);
    };
    let wrong = || Refusal::at(format!("lines.{index}.tax"), "tax_unknown").with(code);
    let terms = settings.tax(code).ok_or_else(wrong)?;
    let code = TaxCode::parse(code).map_err(|_| wrong())?;
    let category = match document.exemption {
        Some(_) => TaxCategory::Exempt,
        None => terms.category,
    };
    let tax = Tax::new(code, Rate::from_ppm(line.tax_rate_ppm), category);
    intern(table, &[tax]).map_err(|_| wrong())
}

fn tax_sum(group: &pricing::TaxGroup) -> TaxSum {
    TaxSum {
        code: group.code.as_str().to_owned(),
        rate_ppm: group.rate_ppm.ppm(),
        base_minor: group.base_minor,
        tax_minor: group.tax_minor,
    }
}

fn refusal(error: PricingError, document: &Document) -> Refusal {
    match error {
        PricingError::DiscountOutOfRange { line: Some(line) } => {
            let fixed = document
                .lines
                .get(line)
                .is_some_and(|line| line.discount_minor < 0);
            let name = if fixed {
                "discount_minor"
            } else {
                "discount_ppm"
            };
            Refusal::at(format!("lines.{line}.{name}"), "out_of_range")
        }
        PricingError::DiscountOutOfRange { line: None } if document.discount_minor < 0 => {
            Refusal::at("discount_minor", "out_of_range")
        }
        PricingError::DiscountOutOfRange { line: None } => {
            Refusal::at("discount_ppm", "out_of_range")
        }
        PricingError::UnknownTax { line } => {
            Refusal::at(format!("lines.{line}.tax"), "tax_unknown")
        }
        _ => Refusal::at("lines", "amount_too_large"),
    }
}
