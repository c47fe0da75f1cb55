//! Deductions: discounts on some lines of a document beside those of its lines and its whole, each
//! with the place in the order of discounts that it states. They are taken one after the other from
//! what is left, so that no line goes below zero; lines of nothing or less have no part in them.

use serde::{Deserialize, Serialize};

use super::{PricedLine, PricingError};
use crate::allocate::{allocate, apportion};
use crate::rate::{PPM, Rate};
use crate::rounding::div_round_half_away;

const OUT_OF_RANGE: PricingError = PricingError::AmountOutOfRange;

/// The classes of discounts, in the order in which they are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DiscountClass {
    /// Per cent of a line, rounded on the line.
    LinePercent,
    /// Per cent of the whole, rounded once and shared.
    OrderPercent,
    /// An amount off a line.
    LineFixed,
    /// An amount off the whole, shared.
    OrderFixed,
}

/// How much a deduction takes off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Off {
    /// Per cent of each line.
    LinePercent(Rate),
    /// Per cent of the lines together.
    OrderPercent(Rate),
    /// So many minor units of each line, in the order of the lines.
    LineFixed(Vec<i64>),
    /// Per cent of so many thousandths of each line, in the order of the lines: the second number
    /// is the quantity of the line.
    Units(Rate, Vec<(i64, i64)>),
    /// So many minor units of the lines together.
    OrderFixed(i64),
    /// So many minor units of each line, in the order of the lines: what a deduction of this class
    /// once took.
    Stored(DiscountClass, Vec<i64>),
}

/// One deduction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deduction {
    /// Places of the lines that it is about, each once.
    pub lines: Vec<usize>,
    /// How much.
    pub off: Off,
}

impl Deduction {
    /// Its place in the order of discounts.
    #[must_use]
    pub const fn class(&self) -> DiscountClass {
        match self.off {
            Off::LinePercent(_) => DiscountClass::LinePercent,
            Off::OrderPercent(_) => DiscountClass::OrderPercent,
            Off::LineFixed(_) | Off::Units(..) => DiscountClass::LineFixed,
            Off::OrderFixed(_) => DiscountClass::OrderFixed,
            Off::Stored(class, _) => class,
        }
    }

    pub(super) fn check(&self, lines: usize) -> Result<(), PricingError> {
        let wrong = Err(PricingError::DiscountOutOfRange { line: None });
        let rate = |rate: &Rate| (Rate::ZERO..=Rate::WHOLE).contains(rate);
        let fits = match &self.off {
            Off::LinePercent(ppm) | Off::OrderPercent(ppm) => rate(ppm),
            Off::LineFixed(sizes) | Off::Stored(_, sizes) => {
                sizes.len() == self.lines.len() && sizes.iter().all(|size| *size >= 0)
            }
            Off::Units(ppm, parts) => {
                let part = |(part, whole): &(i64, i64)| 0 <= *part && part <= whole && *whole > 0;
                rate(ppm) && parts.len() == self.lines.len() && parts.iter().all(part)
            }
            Off::OrderFixed(size) => *size >= 0,
        };
        let mut known = self.lines.clone();
        known.sort_unstable();
        known.dedup();
        let known = known.len() == self.lines.len() && self.lines.iter().all(|at| *at < lines);
        if fits && known { Ok(()) } else { wrong }
    }

    /// Takes it off the lines; gives what each of its lines lost.
    pub(super) fn take(&self, lines: &mut [PricedLine]) -> Result<Vec<i64>, PricingError> {
        let left: Vec<i64> = self
            .lines
            .iter()
            .map(|at| lines[*at].net_minor.max(0))
            .collect();
        let parts = self.parts(&left).ok_or(OUT_OF_RANGE)?;
        let whole = matches!(
            self.class(),
            DiscountClass::OrderPercent | DiscountClass::OrderFixed
        );
        for (at, part) in self.lines.iter().zip(&parts) {
            let line = &mut lines[*at];
            line.discount_minor = line.discount_minor.checked_add(*part).ok_or(OUT_OF_RANGE)?;
            line.net_minor -= part;
            line.order_discount_minor += if whole { *part } else { 0 };
        }
        Ok(parts)
    }

    fn parts(&self, left: &[i64]) -> Option<Vec<i64>> {
        match &self.off {
            Off::LinePercent(rate) => left.iter().map(|amount| rate.of(*amount)).collect(),
            Off::OrderPercent(rate) => {
                let total = rate.of(sum(left)?)?;
                apportion(total, left, rate.ppm().into(), PPM.into())
            }
            Off::LineFixed(sizes) | Off::Stored(_, sizes) => {
                let capped = left
                    .iter()
                    .zip(sizes)
                    .map(|(amount, size)| *amount.min(size));
                Some(capped.collect())
            }
            Off::Units(rate, parts) => {
                let of = |(amount, (part, whole)): (&i64, &(i64, i64))| {
                    let num = i128::from(*amount) * i128::from(*part);
                    let num = num.checked_mul(rate.ppm().into())?;
                    let den = i128::from(*whole) * i128::from(PPM);
                    i64::try_from(div_round_half_away(num, den)).ok()
                };
                left.iter().zip(parts).map(of).collect()
            }
            Off::OrderFixed(size) => Some(allocate((*size).min(sum(left)?), left)),
        }
    }
}

fn sum(amounts: &[i64]) -> Option<i64> {
    let total: i128 = amounts.iter().copied().map(i128::from).sum();
    i64::try_from(total).ok()
}
