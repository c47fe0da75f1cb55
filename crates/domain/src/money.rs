//! Amounts of money in whole minor units of a named currency, and unit prices finer than that.
//!
//! Two currencies never add, and no sum wraps: both are errors.

use serde::{Deserialize, Serialize};

use crate::currency::Currency;
use crate::decimal::{DecimalError, format_scaled, parse_scaled};

const PRICE_DECIMALS: u32 = 6;

/// Why two amounts do not combine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    /// The amounts are in different currencies.
    #[error("{left} and {right} do not add")]
    CurrencyMismatch {
        /// Currency of the first amount.
        left: Currency,
        /// Currency of the second amount.
        right: Currency,
    },
    /// The result does not fit into 64 bits of minor units.
    #[error("amount out of range")]
    Overflow,
}

/// An amount in minor units of its currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Money {
    /// The amount in minor units (ISO 4217 digits).
    pub amount_minor: i64,
    /// The currency of the amount.
    pub currency: Currency,
}

impl Money {
    /// An amount of `amount_minor` minor units.
    #[must_use]
    pub const fn new(amount_minor: i64, currency: Currency) -> Self {
        Self {
            amount_minor,
            currency,
        }
    }

    /// Nothing, in a currency.
    #[must_use]
    pub const fn zero(currency: Currency) -> Self {
        Self::new(0, currency)
    }

    /// The sum of two amounts of one currency.
    pub fn checked_add(self, other: Self) -> Result<Self, MoneyError> {
        self.combine(other, i64::checked_add)
    }

    /// The difference of two amounts of one currency.
    pub fn checked_sub(self, other: Self) -> Result<Self, MoneyError> {
        self.combine(other, i64::checked_sub)
    }

    /// The opposite amount.
    pub fn checked_neg(self) -> Result<Self, MoneyError> {
        let amount_minor = self
            .amount_minor
            .checked_neg()
            .ok_or(MoneyError::Overflow)?;
        Ok(Self {
            amount_minor,
            ..self
        })
    }

    /// Reads a plain decimal with no more decimals than the currency has.
    pub fn parse_decimal(text: &str, currency: Currency) -> Result<Self, DecimalError> {
        let amount_minor = parse_scaled(text, currency.minor_digits())?;
        Ok(Self {
            amount_minor,
            currency,
        })
    }

    /// The amount as an exact decimal with all of the currency's digits: `12.50`.
    #[must_use]
    pub fn decimal(self) -> String {
        let digits = self.currency.minor_digits();
        format_scaled(self.amount_minor, digits, digits)
    }

    fn combine(
        self,
        other: Self,
        operation: fn(i64, i64) -> Option<i64>,
    ) -> Result<Self, MoneyError> {
        if self.currency != other.currency {
            let (left, right) = (self.currency, other.currency);
            return Err(MoneyError::CurrencyMismatch { left, right });
        }
        let amount = operation(self.amount_minor, other.amount_minor);
        Ok(Self {
            amount_minor: amount.ok_or(MoneyError::Overflow)?,
            ..self
        })
    }
}

/// Amount and code: `12.50 GBP`.
impl std::fmt::Display for Money {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(&format!("{} {}", self.decimal(), self.currency))
    }
}

/// A price per unit in millionths of the currency's major unit: real price lists hold 0.001.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct UnitPrice(i64);

impl UnitPrice {
    /// Free of charge.
    pub const ZERO: Self = Self(0);

    /// A price of `unit_price_micro` millionths of the major unit.
    #[must_use]
    pub const fn from_micro(unit_price_micro: i64) -> Self {
        Self(unit_price_micro)
    }

    /// The price of an amount per unit; `None` beyond 64 bits of millionths.
    #[must_use]
    pub fn from_money(price: Money) -> Option<Self> {
        let scale = 10_i64.pow(PRICE_DECIMALS - price.currency.minor_digits());
        price.amount_minor.checked_mul(scale).map(Self)
    }

    /// The price in millionths of the major unit.
    #[must_use]
    pub const fn micro(self) -> i64 {
        self.0
    }

    /// Reads a plain decimal with at most six decimals.
    pub fn parse_decimal(text: &str) -> Result<Self, DecimalError> {
        parse_scaled(text, PRICE_DECIMALS).map(Self)
    }

    /// The price as an exact decimal with at least `min_decimals` decimals.
    #[must_use]
    pub fn decimal(self, min_decimals: u32) -> String {
        format_scaled(self.0, PRICE_DECIMALS, min_decimals)
    }
}

/// Exact, without trailing zeros: `2.5`, `0.001`.
impl std::fmt::Display for UnitPrice {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(&self.decimal(0))
    }
}
