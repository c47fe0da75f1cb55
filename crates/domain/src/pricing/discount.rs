//! Discounts in their fixed order: line per cent, order per cent, line fixed, order fixed. Within a
//! class the line's or order's own discount comes first, then deductions as they are given.

use super::{DiscountClass, LineInput, PricedLine, PricingError, PricingInput, line_total_minor};
use crate::allocate::{allocate, apportion};
use crate::rate::{PPM, Rate};

const OUT_OF_RANGE: PricingError = PricingError::AmountOutOfRange;

/// The lines with `net_minor` after all discounts and before any look at tax, and what each
/// deduction took off each of its lines.
pub(super) fn discounted_lines(
    input: &PricingInput<'_>,
) -> Result<(Vec<PricedLine>, Vec<Vec<i64>>), PricingError> {
    let digits = input.currency.minor_digits();
    let mut lines = Vec::with_capacity(input.lines.len());
    for line in input.lines {
        lines.push(line_after_percent(line, digits)?);
    }
    let mut taken = vec![Vec::new(); input.deductions.len()];
    deduct(input, DiscountClass::LinePercent, &mut lines, &mut taken)?;
    take_order_percent(&mut lines, input)?;
    deduct(input, DiscountClass::OrderPercent, &mut lines, &mut taken)?;
    for (line, given) in lines.iter_mut().zip(input.lines) {
        let off = capped(given.discount_minor, line.net_minor);
        line.discount_minor += off;
        line.net_minor -= off;
    }
    deduct(input, DiscountClass::LineFixed, &mut lines, &mut taken)?;
    take_order_fixed(&mut lines, input)?;
    deduct(input, DiscountClass::OrderFixed, &mut lines, &mut taken)?;
    Ok((lines, taken))
}

fn deduct(
    input: &PricingInput<'_>,
    class: DiscountClass,
    lines: &mut [PricedLine],
    taken: &mut [Vec<i64>],
) -> Result<(), PricingError> {
    for (deduction, taken) in input.deductions.iter().zip(taken) {
        if deduction.class() == class {
            *taken = deduction.take(lines)?;
        }
    }
    Ok(())
}

fn line_after_percent(line: &LineInput, digits: u32) -> Result<PricedLine, PricingError> {
    let gross_minor =
        line_total_minor(line.unit_price_micro, line.quantity_milli, digits).ok_or(OUT_OF_RANGE)?;
    let discount_minor = match line.discount_ppm {
        Rate::ZERO => 0,
        rate => rate.of(gross_minor).ok_or(OUT_OF_RANGE)?,
    };
    let net_minor = gross_minor - discount_minor;
    Ok(PricedLine {
        gross_minor,
        discount_minor,
        net_minor,
        ..PricedLine::default()
    })
}

/// Rounds the discount once on the sum and shares it by each line's own exact part.
fn take_order_percent(
    lines: &mut [PricedLine],
    input: &PricingInput<'_>,
) -> Result<(), PricingError> {
    let rate = input.discount_ppm;
    if rate.is_zero() {
        return Ok(());
    }
    let nets = discountable(lines, input);
    let total = rate.of(sum(&nets)?).ok_or(OUT_OF_RANGE)?;
    let parts = apportion(total, &nets, i128::from(rate.ppm()), i128::from(PPM));
    take_parts(lines, &parts.ok_or(OUT_OF_RANGE)?)
}

/// Shares a fixed discount over the lines that have the sign of the document, by their nets.
fn take_order_fixed(
    lines: &mut [PricedLine],
    input: &PricingInput<'_>,
) -> Result<(), PricingError> {
    let size_minor = input.discount_minor;
    if size_minor == 0 {
        return Ok(());
    }
    let nets = discountable(lines, input);
    let total = sum(&nets)?;
    let weight = |net: &i64| {
        if net.signum() == total.signum() {
            *net
        } else {
            0
        }
    };
    let weights: Vec<i64> = nets.iter().map(weight).collect();
    take_parts(lines, &allocate(capped(size_minor, total), &weights))
}

/// What a discount on the whole finds on each line.
fn discountable(lines: &[PricedLine], input: &PricingInput<'_>) -> Vec<i64> {
    let found = lines.iter().zip(input.lines);
    found
        .map(|(line, given)| if given.fixed { 0 } else { line.net_minor })
        .collect()
}

fn take_parts(lines: &mut [PricedLine], parts: &[i64]) -> Result<(), PricingError> {
    for (line, part) in lines.iter_mut().zip(parts) {
        line.discount_minor = line.discount_minor.checked_add(*part).ok_or(OUT_OF_RANGE)?;
        line.order_discount_minor += part;
        line.net_minor = line.net_minor.checked_sub(*part).ok_or(OUT_OF_RANGE)?;
    }
    Ok(())
}

/// A discount of a size with the sign of `amount`, at most all of it.
fn capped(size_minor: i64, amount: i64) -> i64 {
    if amount < 0 {
        amount.max(-size_minor)
    } else {
        amount.min(size_minor)
    }
}

fn sum(amounts: &[i64]) -> Result<i64, PricingError> {
    let total: i128 = amounts.iter().copied().map(i128::from).sum();
    i64::try_from(total).map_err(|_| OUT_OF_RANGE)
}
