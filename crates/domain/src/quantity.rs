//! Quantities of goods in thousandths of their unit of measure, exact and signed.

use serde::{Deserialize, Serialize};

use crate::decimal::{DecimalError, format_scaled, parse_scaled};

const DECIMALS: u32 = 3;

/// A quantity in thousandths: `Quantity::from_milli(1500)` is one and a half.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Quantity(i64);

impl Quantity {
    /// Nothing.
    pub const ZERO: Self = Self(0);
    /// One whole unit.
    pub const ONE: Self = Self(1000);

    /// A quantity of `quantity_milli` thousandths.
    #[must_use]
    pub const fn from_milli(quantity_milli: i64) -> Self {
        Self(quantity_milli)
    }

    /// A whole number of units; `None` beyond 64 bits of thousandths.
    #[must_use]
    pub const fn from_units(units: i64) -> Option<Self> {
        match units.checked_mul(1000) {
            Some(milli) => Some(Self(milli)),
            None => None,
        }
    }

    /// The quantity in thousandths.
    #[must_use]
    pub const fn milli(self) -> i64 {
        self.0
    }

    /// Whether it is nothing.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// The sum; `None` on overflow.
    #[must_use]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }

    /// The difference; `None` on overflow.
    #[must_use]
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.0.checked_sub(other.0).map(Self)
    }

    /// The opposite; `None` on overflow.
    #[must_use]
    pub fn checked_neg(self) -> Option<Self> {
        self.0.checked_neg().map(Self)
    }

    /// Reads a plain decimal with at most three decimals.
    pub fn parse_decimal(text: &str) -> Result<Self, DecimalError> {
        parse_scaled(text, DECIMALS).map(Self)
    }
}

/// Exact, without trailing zeros: `1.5`, `-2`.
impl std::fmt::Display for Quantity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(&format_scaled(self.0, DECIMALS, 0))
    }
}
