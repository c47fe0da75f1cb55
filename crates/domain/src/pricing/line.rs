//! The total of a line before discounts: the one place where a unit price is rounded.

use crate::money::UnitPrice;
use crate::quantity::Quantity;
use crate::rounding::div_round_half_away;

/// Millionths of a price times thousandths of a quantity.
const SCALE_DIGITS: u32 = 9;

/// Quantity times price in minor units of a currency with `minor_digits`, exact up to the one
/// rounding at its end, half away from zero. `None` beyond 64 bits or nine digits.
#[must_use]
pub fn line_total_minor(
    unit_price_micro: UnitPrice,
    quantity_milli: Quantity,
    minor_digits: u32,
) -> Option<i64> {
    let den = 10_i64.pow(SCALE_DIGITS.checked_sub(minor_digits)?);
    let (price, quantity) = (unit_price_micro.micro(), quantity_milli.milli());
    match price.checked_mul(quantity) {
        // Nearly every line of a shop fits into 64 bits, where dividing is many times faster.
        Some(exact) => Some(div_round_i64(exact, den)),
        None => {
            let exact = i128::from(price) * i128::from(quantity);
            i64::try_from(div_round_half_away(exact, i128::from(den))).ok()
        }
    }
}

/// Half away from zero for a positive power of ten up to 10^9.
fn div_round_i64(num: i64, den: i64) -> i64 {
    let (quotient, rest) = (num / den, num % den);
    if rest.abs() * 2 >= den {
        quotient + num.signum()
    } else {
        quotient
    }
}
