//! Notes of another currency that are taken over the counter: for what they are worth at the day's
//! rate, in what coins of the book's currency can pay. The change is given in the book's currency.

use crate::limits::AMOUNT_MINOR;
use crate::order::Exchange;
use crate::refusal::Refusal;
use crate::rounding::div_round_half_away;
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

    /// How many are just enough for an amount in the book's currency, minor units: what it converts
    /// to, and one more where that would be taken for less.
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

/// Notes that are handed over, as they are asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotesGiven {
    /// The rate of the day.
    pub exchange: Exchange,
    /// What is handed over, minor units of its own currency; just enough when `None`.
    pub given_minor: Option<i64>,
}

impl NotesGiven {
    /// The notes, with what they are taken for where so much is to be paid. `None` when that is
    /// nothing, or out of range.
    #[must_use]
    pub fn taken(&self, payable_minor: i64, coin_minor: i64) -> Option<Notes> {
        let given_minor = match self.given_minor {
            Some(given_minor) => given_minor,
            None => Notes::enough_for(&self.exchange, payable_minor)?,
        };
        Notes::taken(self.exchange.clone(), given_minor, coin_minor)
            .filter(|notes| notes.given_minor > 0 && notes.worth_minor > 0)
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

/// Notes of one currency that were counted: before the first sale, at the end of a session, or as
/// they were put in or taken out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotesCounted {
    /// Their currency.
    pub currency: String,
    /// What was counted, minor units of their currency.
    pub counted_minor: i64,
    /// What that is worth, minor units of the book's currency.
    pub worth_minor: i64,
}

/// What must be in a drawer in notes of one currency, minor units of it where nothing else is said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NotesExpected {
    /// Their currency.
    pub currency: String,
    /// What lay there before the first sale.
    pub float_minor: i64,
    /// What was put in without a sale.
    pub in_minor: i64,
    /// What was taken out without a sale, above zero.
    pub out_minor: i64,
    /// What was taken for sales.
    pub taken: NotesSum,
    /// What all of it is worth, minor units of the book's currency.
    pub worth_minor: i64,
}

impl NotesExpected {
    /// What must be there.
    #[must_use]
    pub fn expected_minor(&self) -> i64 {
        let there = self.float_minor.saturating_add(self.in_minor);
        let there = there.saturating_add(self.taken.given_minor);
        there.saturating_sub(self.out_minor)
    }

    /// Notes that are counted, or put in or taken out: worth what those are that must be there;
    /// where none must, what they are worth today.
    ///
    /// # Errors
    /// The figure is below zero or too large, or nobody knows what they are worth.
    pub fn worth(&self, counted_minor: i64, today: Option<&Exchange>) -> Result<i64, Refusal> {
        if !(0..=AMOUNT_MINOR).contains(&counted_minor) {
            return Err(Refusal::at("counted_minor", "out_of_range"));
        }
        let there_minor = self.expected_minor();
        let worth_minor = if there_minor > 0 {
            let exact = i128::from(self.worth_minor) * i128::from(counted_minor);
            i64::try_from(div_round_half_away(exact, i128::from(there_minor))).ok()
        } else {
            let missing = || Refusal::at("currency", "rate_missing").with(&self.currency);
            today.ok_or_else(missing)?.rate.convert(counted_minor)
        };
        worth_minor.ok_or_else(|| Refusal::at("counted_minor", "amount_too_large"))
    }
}
