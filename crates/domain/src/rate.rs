//! Rates (tax, discount, margin) in parts per million: 8.875 % is 88 750.

use serde::{Deserialize, Serialize};

use crate::decimal::{DecimalError, format_scaled, parse_scaled};
use crate::rounding::div_round_half_away;

/// Parts per million that make one whole (100 %).
pub const PPM: i64 = 1_000_000;

/// Four decimals of a per cent are one part per million.
const PERCENT_DECIMALS: u32 = 4;

/// A signed rate in parts per million.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Rate(i64);

impl Rate {
    /// Nothing.
    pub const ZERO: Self = Self(0);
    /// The whole: 100 %.
    pub const WHOLE: Self = Self(PPM);

    /// A rate of `rate_ppm` parts per million.
    #[must_use]
    pub const fn from_ppm(rate_ppm: i64) -> Self {
        Self(rate_ppm)
    }

    /// The rate in parts per million.
    #[must_use]
    pub const fn ppm(self) -> i64 {
        self.0
    }

    /// Whether it is nothing.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// This rate of an amount, rounded once, half away from zero; `None` beyond 64 bits.
    #[must_use]
    pub fn of(self, amount_minor: i64) -> Option<i64> {
        let exact = i128::from(amount_minor) * i128::from(self.0);
        i64::try_from(div_round_half_away(exact, i128::from(PPM))).ok()
    }

    /// Reads a plain decimal per cent (`8.875`) with at most four decimals.
    pub fn parse_percent(text: &str) -> Result<Self, DecimalError> {
        parse_scaled(text, PERCENT_DECIMALS).map(Self)
    }

    /// The per cent as an exact decimal without trailing zeros: `8.875`.
    #[must_use]
    pub fn percent(self) -> String {
        format_scaled(self.0, PERCENT_DECIMALS, 0)
    }
}

/// Exact per cent with its sign: `8.875%`.
impl std::fmt::Display for Rate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(&(self.percent() + "%"))
    }
}
