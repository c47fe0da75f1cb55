//! Taxes, stage by stage: the base of each on every line, its amount, and its group.

use super::included::{extract, tax_parts};
use super::{LineTax, PricedLine, PricingError, PricingInput, TaxGroup};
use crate::rate::PPM;
use crate::tax::Tax;

/// The amounts of one tax by line, where they are known beforehand.
pub(super) type Amounts = Option<Vec<i64>>;

const OUT_OF_RANGE: PricingError = PricingError::AmountOutOfRange;

/// Puts taxes and totals on discounted lines and returns the groups.
pub(super) fn apply(
    input: &PricingInput<'_>,
    lines: &mut [PricedLine],
) -> Result<Vec<TaxGroup>, PricingError> {
    let mut groups = Vec::new();
    if input.lines.iter().any(|line| !line.taxes.is_empty()) {
        let order = order_of_application(input.taxes);
        let mut known = match input.tax_inclusive {
            true => extract(input, &order, lines)?,
            false => vec![None; input.taxes.len()],
        };
        let mut bases = Bases::of(lines);
        for place in order {
            bases.enter(input.taxes[place].stage)?;
            groups.extend(apply_one(
                input,
                place,
                known[place].take(),
                lines,
                &mut bases,
            )?);
        }
    }
    finish(lines)?;
    Ok(groups)
}

fn order_of_application(taxes: &[Tax]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..taxes.len()).collect();
    order.sort_by_key(|place| taxes[*place].stage);
    order
}

/// Puts one tax on the lines that carry it; no group if none does.
fn apply_one(
    input: &PricingInput<'_>,
    place: usize,
    known: Amounts,
    lines: &mut [PricedLine],
    bases: &mut Bases,
) -> Result<Option<TaxGroup>, PricingError> {
    let tax = &input.taxes[place];
    let members: Vec<usize> = (0..lines.len())
        .filter(|line| input.lines[*line].taxes.contains(place))
        .collect();
    if members.is_empty() {
        return Ok(None);
    }
    let amounts: Vec<i64> = members.iter().map(|line| bases.now[*line]).collect();
    let parts = match known {
        Some(column) => members.iter().map(|line| column[*line]).collect(),
        None => {
            tax_parts(input, &amounts, tax.rate_ppm.ppm().into(), PPM.into()).ok_or(OUT_OF_RANGE)?
        }
    };
    for ((line, base_minor), tax_minor) in members.iter().zip(&amounts).zip(&parts) {
        let (base_minor, tax_minor) = (*base_minor, *tax_minor);
        lines[*line]
            .taxes
            .push(line_tax(tax, base_minor, tax_minor));
        bases.note(*line, tax, tax_minor)?;
    }
    group(tax, &amounts, &parts).map(Some)
}

fn line_tax(tax: &Tax, base_minor: i64, tax_minor: i64) -> LineTax {
    let Tax {
        code,
        rate_ppm,
        category,
        ..
    } = *tax;
    LineTax {
        code,
        rate_ppm,
        category,
        base_minor,
        tax_minor,
    }
}

fn group(tax: &Tax, bases: &[i64], parts: &[i64]) -> Result<TaxGroup, PricingError> {
    let Tax {
        code,
        rate_ppm,
        category,
        ..
    } = *tax;
    let (base_minor, tax_minor) = (sum(bases)?, sum(parts)?);
    Ok(TaxGroup {
        code,
        rate_ppm,
        category,
        base_minor,
        tax_minor,
    })
}

fn finish(lines: &mut [PricedLine]) -> Result<(), PricingError> {
    for line in lines {
        let tax = line
            .taxes
            .iter()
            .try_fold(0_i64, |sum, tax| sum.checked_add(tax.tax_minor));
        line.tax_minor = tax.ok_or(OUT_OF_RANGE)?;
        line.total_minor = line
            .net_minor
            .checked_add(line.tax_minor)
            .ok_or(OUT_OF_RANGE)?;
    }
    Ok(())
}

fn sum(amounts: &[i64]) -> Result<i64, PricingError> {
    let total: i128 = amounts.iter().copied().map(i128::from).sum();
    i64::try_from(total).map_err(|_| OUT_OF_RANGE)
}

/// What taxes of the present stage are computed on, and what the next stage adds to it.
struct Bases {
    stage: u8,
    now: Vec<i64>,
    later: Vec<i64>,
}

impl Bases {
    fn of(lines: &[PricedLine]) -> Self {
        let now = lines.iter().map(|line| line.net_minor).collect();
        Self {
            stage: 0,
            now,
            later: vec![0; lines.len()],
        }
    }

    /// Compound amounts noted so far become part of the base when the stage rises.
    fn enter(&mut self, stage: u8) -> Result<(), PricingError> {
        if stage != self.stage {
            self.stage = stage;
            for (now, later) in self.now.iter_mut().zip(&mut self.later) {
                *now = now.checked_add(std::mem::take(later)).ok_or(OUT_OF_RANGE)?;
            }
        }
        Ok(())
    }

    fn note(&mut self, line: usize, tax: &Tax, tax_minor: i64) -> Result<(), PricingError> {
        if tax.compound {
            self.later[line] = self.later[line]
                .checked_add(tax_minor)
                .ok_or(OUT_OF_RANGE)?;
        }
        Ok(())
    }
}
