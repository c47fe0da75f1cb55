//! What goods are worth: first in first out, or at their moving average.
//!
//! Nothing of it is stored. The value of a product at a moment, and what its sales cost, are a
//! function of its movements up to that moment in the order of the ledger, so that a movement that
//! is entered late for an earlier day changes exactly what came after it.
//!
//! The rules:
//! - Goods that come in with a cost come in at that cost. Those without one come in at the cost
//!   stated for the product at that moment (before the first statement: at the first one), else at
//!   that of the last goods that were there, else at nothing; [`Basis`] tells which.
//! - Goods that go from one of our places to another, in transit too, stay what they are.
//! - Goods that customers bring back come back at what they left at, on average of their order.
//! - Goods that leave before they came in leave at a provisional cost: that of the last goods that
//!   were there, else the stated one. What comes in next replaces it by its own cost, the oldest
//!   shortage first; until then the value is below zero. Goods brought back that were never there
//!   undo their own shortage first.
//! - Amounts are exact, in billionths of the major unit ([`Lot`]): what goes out of a lot and what
//!   stays in it are the lot, always.

mod assembled;
mod goods;
mod lot;
mod minor;
mod stated;

pub use assembled::{JointMove, Statements, Worth, assembled};
pub use goods::{Basis, Change, Goods, Layer, Moved};
pub use lot::Lot;
pub use minor::to_minor;
pub use stated::StatedCosts;

use crate::stock::{CUSTOMER, is_virtual};
use serde::{Deserialize, Serialize};

/// How goods are valued.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// First in, first out.
    #[default]
    Fifo,
    /// At the average of what is there, moved by everything that comes in.
    Average,
}

/// What a movement is for what we own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Flow {
    /// Comes in: from a supplier, found.
    In,
    /// Comes back from a customer.
    Back,
    /// Goes to a customer.
    Sold,
    /// Goes elsewhere: lost, thrown away, back to the supplier.
    Out,
}

impl Flow {
    /// The flow between two places; `None` where nothing becomes ours or ceases to be.
    pub fn between(from: &str, to: &str) -> Option<Self> {
        match (is_owned(from), is_owned(to)) {
            (true, false) if to == CUSTOMER => Some(Self::Sold),
            (true, false) => Some(Self::Out),
            (false, true) if from == CUSTOMER => Some(Self::Back),
            (false, true) => Some(Self::In),
            _ => None,
        }
    }

    /// Whether goods become ours.
    pub const fn comes_in(self) -> bool {
        matches!(self, Self::In | Self::Back)
    }
}

/// Whether goods at a place are ours: at our own places, and on the way between them.
pub fn is_owned(location: &str) -> bool {
    location == "transit" || !is_virtual(location)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flow_is_what_becomes_ours_or_ceases_to_be() {
        for (from, to, flow) in [
            ("supplier", "main", Some(Flow::In)),
            ("adjustment", "main", Some(Flow::In)),
            ("customer", "main", Some(Flow::Back)),
            ("main", "customer", Some(Flow::Sold)),
            ("main", "scrap", Some(Flow::Out)),
            ("main", "supplier", Some(Flow::Out)),
            ("main", "transit", None),
            ("transit", "cellar", None),
            ("transit", "adjustment", Some(Flow::Out)),
            ("customer", "scrap", None),
            ("assembly", "main", Some(Flow::In)),
            ("main", "assembly", Some(Flow::Out)),
        ] {
            assert_eq!(Flow::between(from, to), flow, "{from} -> {to}");
        }
    }
}
