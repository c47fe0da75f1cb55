//! Which of a document's taxes lie on a line.

use serde::{Deserialize, Serialize};

use super::{Tax, TaxError};

/// Different taxes that one document can hold.
pub const MAX_TAXES: usize = 64;

/// A set of places in the document's table of taxes, as a bit mask.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct TaxSet(u64);

impl TaxSet {
    /// No tax at all.
    pub const EMPTY: Self = Self(0);

    /// The set with one more place; `None` beyond [`MAX_TAXES`].
    #[must_use]
    pub fn with(self, place: usize) -> Option<Self> {
        (place < MAX_TAXES).then(|| Self(self.0 | 1 << place))
    }

    /// The union of two sets.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether there is no tax.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// How many taxes it holds.
    #[must_use]
    pub const fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// Whether the tax at `place` is in the set.
    #[must_use]
    pub const fn contains(self, place: usize) -> bool {
        place < MAX_TAXES && self.0 >> place & 1 == 1
    }

    /// The places, ascending.
    pub fn places(self) -> impl Iterator<Item = usize> {
        (0..MAX_TAXES).filter(move |place| self.contains(*place))
    }

    /// Whether every place is below `count`.
    #[must_use]
    pub const fn fits(self, count: usize) -> bool {
        count >= MAX_TAXES || self.0 >> count == 0
    }
}

/// The set of `taxes` in a document's `table`; taxes that the table lacks are added to it.
pub fn intern(table: &mut Vec<Tax>, taxes: &[Tax]) -> Result<TaxSet, TaxError> {
    let mut set = TaxSet::EMPTY;
    for tax in taxes {
        let known = table.iter().position(|entry| entry == tax);
        let place = known.unwrap_or(table.len());
        set = set.with(place).ok_or(TaxError::TooManyTaxes)?;
        if known.is_none() {
            table.push(*tax);
        }
    }
    Ok(set)
}
