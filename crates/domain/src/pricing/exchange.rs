//! From the document's currency to the book's: rounded separately, at a rate that is stored.

use serde::{Deserialize, Serialize};

use crate::allocate::apportion;
use crate::currency::Currency;
use crate::decimal::{DecimalError, format_scaled, parse_scaled};
use crate::rounding::div_round_half_away;

const DECIMALS: u32 = 9;

/// A rate that is not above zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an exchange rate is above zero")]
pub struct InvalidExchangeRate;

/// How many units of one currency one unit of another is worth, in billionths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "StoredRate")]
pub struct ExchangeRate {
    from: Currency,
    to: Currency,
    rate_nano: i64,
}

/// As it stands in a document, before it is checked.
#[derive(Deserialize)]
struct StoredRate {
    from: Currency,
    to: Currency,
    rate_nano: i64,
}

impl TryFrom<StoredRate> for ExchangeRate {
    type Error = InvalidExchangeRate;

    fn try_from(stored: StoredRate) -> Result<Self, InvalidExchangeRate> {
        Self::new(stored.from, stored.to, stored.rate_nano)
    }
}

impl ExchangeRate {
    /// A rate of `rate_nano` billionths: major units of `to` for one major unit of `from`.
    pub fn new(from: Currency, to: Currency, rate_nano: i64) -> Result<Self, InvalidExchangeRate> {
        let rate = Self {
            from,
            to,
            rate_nano,
        };
        if rate_nano > 0 {
            Ok(rate)
        } else {
            Err(InvalidExchangeRate)
        }
    }

    /// The currency that is converted.
    #[must_use]
    pub const fn from(&self) -> Currency {
        self.from
    }

    /// The code of that currency.
    #[must_use]
    pub fn from_code(&self) -> &str {
        self.from.code()
    }

    /// The currency that it is converted to.
    #[must_use]
    pub const fn to(&self) -> Currency {
        self.to
    }

    /// Major units of the book's currency for one of the document's, in billionths.
    #[must_use]
    pub const fn rate_nano(&self) -> i64 {
        self.rate_nano
    }

    /// Reads the billionths of a plain decimal with at most nine decimals.
    pub fn parse_nano(text: &str) -> Result<i64, DecimalError> {
        parse_scaled(text, DECIMALS)
    }

    /// An amount of `from` in minor units of `to`, rounded once, half away from zero.
    #[must_use]
    pub fn convert(&self, amount_minor: i64) -> Option<i64> {
        let (num, den) = self.fraction();
        let exact = i128::from(amount_minor).checked_mul(num)?;
        i64::try_from(div_round_half_away(exact, den)).ok()
    }

    /// The same, rounded once to a multiple of `step_minor`: to what coins of `to` can pay.
    #[must_use]
    pub fn convert_in_steps(&self, amount_minor: i64, step_minor: i64) -> Option<i64> {
        let (num, den) = self.fraction();
        let step = i128::from(step_minor.max(1));
        let exact = i128::from(amount_minor).checked_mul(num)?;
        let steps = div_round_half_away(exact, den.checked_mul(step)?);
        i64::try_from(steps.checked_mul(step)?).ok()
    }

    /// An amount of `to` in minor units of `from`, rounded once, half away from zero.
    #[must_use]
    pub fn convert_back(&self, amount_minor: i64) -> Option<i64> {
        let (num, den) = self.fraction();
        let exact = i128::from(amount_minor).checked_mul(den)?;
        i64::try_from(div_round_half_away(exact, num)).ok()
    }

    /// The most of `from`, in minor units, that converts to no more than so much of `to`.
    #[must_use]
    pub fn most_within(&self, amount_minor: i64) -> Option<i64> {
        let (num, den) = self.fraction();
        // Half is rounded up: what is less than half a unit beyond still converts to it.
        let twice = i128::from(amount_minor).checked_mul(2)?.checked_add(1)?;
        let below = twice.checked_mul(den)?.checked_sub(1)?;
        i64::try_from(below.div_euclid(num.checked_mul(2)?)).ok()
    }

    /// A unit price of `to` in `from`, rounded to what `from` can pay.
    #[must_use]
    pub fn price_back(&self, unit_price_micro: i64) -> Option<i64> {
        let step = 10_i128.pow(6 - self.from.minor_digits().min(6));
        let num = i128::from(unit_price_micro).checked_mul(10_i128.pow(DECIMALS))?;
        let den = i128::from(self.rate_nano).checked_mul(step)?;
        i64::try_from(div_round_half_away(num, den).checked_mul(step)?).ok()
    }

    /// Converts the sum of `parts_minor` once and gives every part its share of it, so that the
    /// converted parts sum to the converted sum.
    #[must_use]
    pub fn convert_parts(&self, parts_minor: &[i64]) -> Option<Vec<i64>> {
        let (num, den) = self.fraction();
        let sum: i128 = parts_minor.iter().copied().map(i128::from).sum();
        let total = self.convert(i64::try_from(sum).ok()?)?;
        apportion(total, parts_minor, num, den)
    }

    /// Minor units of `to` per minor unit of `from`.
    fn fraction(&self) -> (i128, i128) {
        let power = |digits: u32| 10_i128.pow(digits);
        let num = i128::from(self.rate_nano) * power(self.to.minor_digits());
        (num, power(DECIMALS + self.from.minor_digits()))
    }
}

/// Exact, without trailing zeros: `1 EUR = 1.0825 USD`.
impl std::fmt::Display for ExchangeRate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let rate = format_scaled(self.rate_nano, DECIMALS, 0);
        write!(f, "1 {} = {rate} {}", self.from, self.to)
    }
}
