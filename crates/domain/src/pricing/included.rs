//! Taxes that are inside the price: how much of each line's amount they are.
//!
//! The tax is what gets rounded, and the base is the rest. Every set of taxes that lies on lines
//! together is one rounding group, because only such lines share the factor from amount to tax.

use super::taxes::Amounts;
use super::{PricedLine, PricingError, PricingInput};
use crate::allocate::apportion;
use crate::rate::PPM;
use crate::rounding::round_to_increment;
use crate::tax::{RoundingPolicy, TaxSet};

/// Moves the included taxes out of `net_minor`; one column of amounts per tax of the table.
pub(super) fn extract(
    input: &PricingInput<'_>,
    order: &[usize],
    lines: &mut [PricedLine],
) -> Result<Vec<Amounts>, PricingError> {
    let mut columns = vec![None; input.taxes.len()];
    let amounts: Vec<i64> = lines.iter().map(|line| line.net_minor).collect();
    let set_of = |line: &usize| input.lines[*line].taxes;
    let mut by_set: Vec<usize> = (0..lines.len()).collect();
    by_set.sort_by_key(set_of);
    for members in by_set.chunk_by(|a, b| set_of(a) == set_of(b)) {
        let grosses: Vec<i64> = members.iter().map(|line| amounts[*line]).collect();
        let stack =
            Stack::of(input, order, set_of(&members[0])).ok_or(PricingError::AmountOutOfRange)?;
        for (place, num) in &stack.factors {
            let parts = tax_parts(input, &grosses, *num, stack.whole)
                .ok_or(PricingError::AmountOutOfRange)?;
            let column = columns[*place].get_or_insert_with(|| vec![0; lines.len()]);
            for (line, part) in members.iter().zip(parts) {
                column[*line] = part;
                let net = lines[*line].net_minor.checked_sub(part);
                lines[*line].net_minor = net.ok_or(PricingError::AmountOutOfRange)?;
            }
        }
    }
    Ok(columns)
}

/// How an amount divides: of `whole` parts, each tax is its factor's.
struct Stack {
    factors: Vec<(usize, i128)>,
    whole: i128,
}

impl Stack {
    /// Exact fractions of the base on the common denominator 10^(6 * stages).
    fn of(input: &PricingInput<'_>, order: &[usize], set: TaxSet) -> Option<Self> {
        let included =
            |place: &&usize| set.contains(**place) && input.taxes[**place].is_included_in_gross();
        let places: Vec<usize> = order.iter().filter(included).copied().collect();
        let stages = places.chunk_by(|a, b| input.taxes[*a].stage == input.taxes[*b].stage);
        let mut base = i128::from(PPM).checked_pow(stages.clone().count() as u32)?;
        let (mut whole, mut factors) = (base, Vec::with_capacity(places.len()));
        for stage in stages {
            let mut compound = 0_i128;
            for place in stage {
                let tax = &input.taxes[*place];
                let factor = base.checked_mul(tax.rate_ppm.ppm().into())? / i128::from(PPM);
                whole = whole.checked_add(factor)?;
                compound += if tax.compound { factor } else { 0 };
                factors.push((*place, factor));
            }
            base = base.checked_add(compound)?;
        }
        Some(Self { factors, whole })
    }
}

/// `num / den` of each amount, rounded on each line or once on the sum.
pub(super) fn tax_parts(
    input: &PricingInput<'_>,
    amounts: &[i64],
    num: i128,
    den: i128,
) -> Option<Vec<i64>> {
    let rounded =
        |amount: i128| round_to_increment(amount.checked_mul(num)?, den, input.tax_increment_minor);
    match input.policy {
        RoundingPolicy::PerLine => amounts.iter().map(|a| rounded(i128::from(*a))).collect(),
        RoundingPolicy::PerRateGroup => {
            let sum: i128 = amounts.iter().copied().map(i128::from).sum();
            apportion(rounded(sum)?, amounts, num, den)
        }
    }
}
