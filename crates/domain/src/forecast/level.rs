//! A level of demand with decimals enough that smoothing does not lose it.

use crate::rounding::div_round_half_away as div_round;

/// Parts of one thousandth of a unit.
const PARTS: i128 = 1_000_000;
/// One, in parts per million.
const ONE_PPM: i128 = 1_000_000;

/// Demand in millionths of a thousandth of a unit. Two thirds of a unit smoothed for ten years are
/// off by less than a thousandth.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Level(i128);

impl Level {
    /// A quantity in thousandths.
    pub fn of_milli(quantity_milli: i64) -> Self {
        Self(i128::from(quantity_milli) * PARTS)
    }

    /// The nearest whole thousandth.
    pub fn milli(self) -> i64 {
        i64::try_from(div_round(self.0, PARTS)).unwrap_or(i64::MAX)
    }

    /// The mean of quantities; nothing of none.
    pub fn mean(quantities_milli: &[i64]) -> Self {
        let sum: i128 = quantities_milli.iter().copied().map(i128::from).sum();
        match quantities_milli.len() {
            0 => Self(0),
            count => Self(div_round(sum * PARTS, count as i128)),
        }
    }

    /// Moves towards a newer level by a share of the distance, parts per million.
    pub fn smoothed(self, newer: Self, alpha_ppm: i64) -> Self {
        let step = (newer.0 - self.0) * i128::from(alpha_ppm);
        Self(self.0 + div_round(step, ONE_PPM))
    }

    /// Divided by another level: so much every so many.
    pub fn per(self, other: Self) -> Self {
        if other.0 == 0 {
            return Self(0);
        }
        Self(div_round(self.0 * 1_000 * PARTS, other.0))
    }

    /// A share of it, parts per million.
    pub fn times_ppm(self, share_ppm: i64) -> Self {
        Self(div_round(self.0 * i128::from(share_ppm), ONE_PPM))
    }

    /// How far another one is away.
    pub fn distance(self, other: Self) -> i128 {
        (self.0 - other.0).abs()
    }
}
