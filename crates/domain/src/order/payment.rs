//! Money that came in for an order or went back, as folded.

use super::state::Moment;
use crate::credit::Holder;
use crate::till::{CASH, Notes};

/// A payment (amount above zero) or refund (below zero).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payment {
    /// Method: cash, card, bank …
    pub method: String,
    /// Whose store credit or gift card it came out of, or went to.
    pub holder: Option<Holder>,
    /// What it pays of the document, minor units.
    pub amount_minor: i64,
    /// What rounding to coins added to that, minor units.
    pub rounding_minor: i64,
    /// What was handed over, when change was given back on it, minor units.
    pub tendered_minor: Option<i64>,
    /// What the amount was worth in the book's currency, when the order is in another, minor units.
    pub book_minor: Option<i64>,
    /// The notes of another currency that were handed over.
    pub notes: Option<Notes>,
    /// Whether it was taken with a sale over the counter.
    pub at_counter: bool,
    /// Whether it was recorded as a refund.
    pub refund: bool,
    /// Reference or reason.
    pub reference: Option<String>,
    /// When.
    pub moment: Moment,
}

impl Payment {
    /// Whether it was money of the book that changed hands, whatever the order's currency is: so it
    /// is at the counter, and cash is nothing else anywhere.
    pub fn is_book_money(&self) -> bool {
        self.at_counter || self.method == CASH
    }

    /// What changed hands, minor units: the amount, rounded to coins; of the book's currency where
    /// that is what changed hands.
    pub fn received_minor(&self) -> i64 {
        let worth = self.book_minor.filter(|_| self.is_book_money());
        let own = worth.unwrap_or(self.amount_minor);
        own.saturating_add(self.rounding_minor)
    }

    /// What went back over the counter, minor units.
    pub fn change_minor(&self) -> i64 {
        let given = self.tendered_minor.unwrap_or(self.received_minor());
        given.saturating_sub(self.received_minor())
    }
}
