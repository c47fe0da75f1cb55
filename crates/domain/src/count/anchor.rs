//! What counts make of the ledger: the difference at each anchor, from what moved before it.

use super::state::LotTally;
use crate::ids::ProductId;
use crate::order::Moment;
use std::collections::{BTreeMap, BTreeSet};

/// A product that was counted at a time, at the location of its count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// The product.
    pub product: ProductId,
    /// When it was counted last.
    pub moment: Moment,
    /// What was there, thousandths.
    pub counted_milli: i64,
    /// What was there of which lots, when somebody said it. Of all others there was nothing then.
    pub lots: BTreeMap<String, LotTally>,
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

/// What a count says of the lots of a product: how much there was of each, thousandths.
pub type LotLevels = BTreeMap<String, i64>;

/// The difference that each count by lots found, lot by lot, as [`variances`] does for the goods as
/// a whole: a lot that a count does not name is not there from then on. Both lists are in the order
/// of time; what did not differ is left out.
pub fn lot_variances(
    counted: &[(i64, LotLevels)],
    changes: impl IntoIterator<Item = (String, Change)>,
) -> Vec<LotLevels> {
    let mut changes = changes.into_iter().peekable();
    let mut levels = LotLevels::new();
    let mut found = Vec::new();
    for (at_ms, said) in counted {
        while let Some((lot, change)) = changes.next_if(|(_, change)| change.at_ms <= *at_ms) {
            let level: &mut i64 = levels.entry(lot).or_default();
            *level = level.saturating_add(change.change_milli);
        }
        let lots: BTreeSet<&String> = levels.keys().chain(said.keys()).collect();
        let of = |levels: &LotLevels, lot: &str| levels.get(lot).copied().unwrap_or(0);
        let differences = lots.into_iter().map(|lot| {
            let difference = of(said, lot).saturating_sub(of(&levels, lot));
            (lot.clone(), difference)
        });
        found.push(differences.filter(|(_, milli)| *milli != 0).collect());
        levels = said.clone();
    }
    found
}
