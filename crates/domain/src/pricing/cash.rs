//! Cash rounding: a line of its own, outside tax.

use serde::{Deserialize, Serialize};

use crate::rounding::round_to_increment;

/// A total that coins can pay.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct CashRounded {
    /// What is paid in cash: a multiple of the increment.
    pub payable_minor: i64,
    /// What rounding added to the total (negative if it took off).
    pub rounding_minor: i64,
}

/// Rounds a total to the nearest multiple of the smallest coin, half away from zero.
///
/// `None` if the increment is below one or the result leaves 64 bits.
#[must_use]
pub fn cash_round(total_minor: i64, increment_minor: i64) -> Option<CashRounded> {
    let payable_minor = round_to_increment(total_minor.into(), 1, increment_minor)?;
    let rounding_minor = payable_minor.checked_sub(total_minor)?;
    Some(CashRounded {
        payable_minor,
        rounding_minor,
    })
}
