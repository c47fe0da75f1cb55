//! What counts make of the ledger: the difference at each anchor, from what moved before it.

use crate::ids::ProductId;
use crate::order::Moment;

/// A product that was counted at a time, at the location of its count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// The product.
    pub product: ProductId,
    /// When it was counted last.
    pub moment: Moment,
    /// What was there, thousandths.
    pub counted_milli: i64,
}

/// A movement as one location sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// When, UTC milliseconds.
    pub at_ms: i64,
    /// What came (above zero) or went, thousandths.
    pub change_milli: i64,
}

/// The difference that each count found, thousandths: what was counted less what was there by the
/// counts and movements before. Both lists are in the order of time; a movement at the very time
/// of a count was before it. After the last count is what it found and what moved later.
pub fn variances(
    counted: impl IntoIterator<Item = (i64, i64)>,
    changes: impl IntoIterator<Item = Change>,
) -> Vec<i64> {
    let mut changes = changes.into_iter().peekable();
    let mut level_milli: i64 = 0;
    let mut found = Vec::new();
    for (at_ms, counted_milli) in counted {
        while let Some(change) = changes.next_if(|change| change.at_ms <= at_ms) {
            level_milli = level_milli.saturating_add(change.change_milli);
        }
        found.push(counted_milli.saturating_sub(level_milli));
        level_milli = counted_milli;
    }
    found
}
