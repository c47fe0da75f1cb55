//! Notes of another currency that are taken over the counter: for what they are worth at the day's
//! rate, in what coins of the book's currency can pay. The change is given in the book's currency.

use crate::order::Exchange;
use serde::{Deserialize, Serialize};

/// Notes that were handed over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notes {
    /// The rate of the day.
    pub exchange: Exchange,
    /// What was handed over, minor units of its own currency.
    pub given_minor: i64,
    /// What it was taken for, minor units of the book's currency.
    pub worth_minor: i64,
}

impl Notes {
    /// Notes that are handed over, taken for what they are worth: rounded once, half away from
    /// zero, to what coins can pay. `None` when that is out of range.
    #[must_use]
    pub fn taken(exchange: Exchange, given_minor: i64, coin_minor: i64) -> Option<Self> {
        let worth_minor = exchange.rate.convert_in_steps(given_minor, coin_minor)?;
        Some(Self {
            exchange,
            given_minor,
            worth_minor,
        })
    }

    /// The fewest that are enough for an amount in the book's currency, minor units.
    #[must_use]
    pub fn enough_for(exchange: &Exchange, amount_minor: i64) -> Option<i64> {
        let nearest = exchange.rate.convert_back(amount_minor)?;
        let is_enough = exchange.rate.convert(nearest)? >= amount_minor;
        Some(nearest.saturating_add(i64::from(!is_enough)))
    }

    /// The code of their currency.
    #[must_use]
    pub fn currency(&self) -> &str {
        self.exchange.currency()
    }
}

/// Notes of one currency that a device took.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotesSum {
    /// Their currency.
    pub currency: String,
    /// How many payments.
    pub payments: i64,
    /// What was handed over, minor units of their currency.
    pub given_minor: i64,
    /// What it was taken for, minor units of the book's currency.
    pub worth_minor: i64,
}

/// Notes of one currency that were counted at the end of a session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotesCounted {
    /// Their currency.
    pub currency: String,
    /// What was counted, minor units of their currency.
    pub counted_minor: i64,
    /// What that is worth as it was taken, minor units of the book's currency.
    pub worth_minor: i64,
}
