//! What goods cost once they are here: what was paid for them, and their share of the charges.
//!
//! Each charge is spread over all that has come of the purchase, by largest remainder, so that the
//! shares are the charge to the last unit. What comes later moves the shares of what came before:
//! they are a function of the purchase as it is.

use super::facts::{ReceivedLine, Spread};
use super::state::{Purchase, cost_minor, digits};
use crate::allocate::allocate;
use crate::rounding::div_round_half_away;

impl Purchase {
    /// What each charge adds to what came, in the order of [`Purchase::came`], minor units.
    pub fn shares_minor(&self) -> Vec<i64> {
        let came: Vec<&ReceivedLine> = self.came().map(|(_, line)| line).collect();
        let mut sums = vec![0_i64; came.len()];
        let digits = self
            .document
            .as_ref()
            .map_or(2, |said| digits(&said.currency));
        for charge in self.charges() {
            let weights = came.iter().map(|line| weight(line, charge.spread, digits));
            let weights: Vec<i64> = weights.collect();
            for (sum, share) in sums.iter_mut().zip(allocate(charge.amount_minor, &weights)) {
                *sum = sum.saturating_add(share);
            }
        }
        sums
    }

    /// What one unit of what came costs here, in the order of [`Purchase::came`], millionths of
    /// the major unit.
    pub fn landed_micro(&self) -> Vec<i64> {
        let digits = self
            .document
            .as_ref()
            .map_or(2, |said| digits(&said.currency));
        let came = self.came().map(|(_, line)| line);
        let shared = came.zip(self.shares_minor());
        shared
            .map(|(line, share)| landed(line, share, digits))
            .collect()
    }
}

/// By what a line takes its share. Goods that nobody weighed take none of a charge by weight,
/// unless nothing was weighed: [`allocate`] shares alike then.
fn weight(line: &ReceivedLine, spread: Spread, digits: u32) -> i64 {
    match spread {
        Spread::Value => cost_minor(line.unit_cost_micro, line.quantity_milli, digits),
        Spread::Weight => line
            .weight_g
            .unwrap_or(0)
            .saturating_mul(line.quantity_milli),
        Spread::Quantity => line.quantity_milli,
    }
}

fn landed(line: &ReceivedLine, share_minor: i64, digits: u32) -> i64 {
    if line.quantity_milli == 0 {
        return line.unit_cost_micro;
    }
    let micro_per_minor = 10_i128.pow(6_u32.saturating_sub(digits));
    let share_micro = i128::from(share_minor) * micro_per_minor * 1_000;
    let each = div_round_half_away(share_micro, i128::from(line.quantity_milli));
    let landed = i128::from(line.unit_cost_micro) + each;
    i64::try_from(landed).unwrap_or(line.unit_cost_micro)
}
