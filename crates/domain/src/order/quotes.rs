//! Quotes: a draft is offered under a number of its own until a day; accepting it places it, it
//! can be declined, and changing it makes the next quote a revision. That one has expired is a
//! matter of the day on which somebody looks, never an entry.

use super::allowed::Action;
use super::state::{Moment, Order, Stage};
use crate::day::Day;
use crate::limits::NAME_CHARS;
use crate::refusal::Refusal;
use crate::text;
use serde::{Deserialize, Serialize};

/// What stands before the numbers of quotes, to tell them from those of orders.
pub const QUOTE: &str = "Q-";

/// Payload of `order.quoted`: the draft as it stands is offered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quoted {
    /// Number of the quote, from the device's series; its revisions keep it.
    pub number: String,
    /// Counts the quotes under this number, from 1.
    pub revision: u32,
    /// The last business day on which it can be accepted.
    pub valid_until: Day,
}

/// Payload of `order.declined`: the customer does not want it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Declined {
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// A quote as folded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// What was said.
    pub said: Quoted,
    /// When.
    pub moment: Moment,
    /// The draft was changed since: it is to be offered anew.
    pub revised: bool,
    /// Declined, when and why.
    pub declined: Option<(Declined, Moment)>,
}

impl Quote {
    /// The number as printed; revisions are told apart by a figure at its end.
    pub fn printed(&self) -> String {
        match self.said.revision {
            0 | 1 => self.said.number.clone(),
            revision => format!("{}-{revision}", self.said.number),
        }
    }

    /// Whether it stands to be accepted, whatever the day.
    pub fn is_open(&self) -> bool {
        !self.revised && self.declined.is_none()
    }
}

/// The draft offered until a day, not before `today`. A revision keeps the number of the first.
pub fn quote(now: &Order, number: String, valid_until: Day, today: Day) -> Result<Quoted, Refusal> {
    now.check(Action::Quote)?;
    if now.lines.is_empty() {
        return Err(Refusal::at("lines", "order_empty"));
    }
    if valid_until < today {
        return Err(Refusal::at("valid_until", "day_past"));
    }
    let before = now.quote.as_ref().map(|quote| &quote.said);
    Ok(Quoted {
        number: before.map_or(number, |said| said.number.clone()),
        revision: before.map_or(0, |said| said.revision).saturating_add(1),
        valid_until,
    })
}

/// The customer does not want what was offered.
pub fn decline(now: &Order, reason: Option<&str>) -> Result<Declined, Refusal> {
    now.check(Action::Decline)?;
    Ok(Declined {
        reason: text::optional("reason", reason, NAME_CHARS)?,
    })
}

/// Refuses to place what was offered until a day that is over.
pub fn check_valid(now: &Order, today: Day) -> Result<(), Refusal> {
    match now.open_quote() {
        Some(quote) if quote.said.valid_until < today => {
            Err(Refusal::new("quote_expired").with(quote.said.valid_until))
        }
        _ => Ok(()),
    }
}

impl Order {
    /// The quote that stands to be accepted, whatever the day.
    pub fn open_quote(&self) -> Option<&Quote> {
        let quote = self.quote.as_ref().filter(|quote| quote.is_open());
        quote.filter(|_| self.stage == Stage::Draft && self.cancelled.is_none())
    }

    /// Whether what was offered was declined, and nothing else was said since.
    pub fn is_declined(&self) -> bool {
        let quote = self.quote.as_ref().filter(|quote| !quote.revised);
        quote.is_some_and(|quote| quote.declined.is_some())
    }

    /// The day that it waits for: the last of its quote, or the one for which what still has to go
    /// out was promised.
    pub fn waits_until(&self) -> Option<Day> {
        if let Some(quote) = self.open_quote() {
            return Some(quote.said.valid_until).filter(|_| !self.withdrawn);
        }
        let open = self.counts() && self.cancelled.is_none() && self.has_open();
        self.document.promised.filter(|_| open)
    }

    pub(super) fn quoted(&mut self, said: Quoted, moment: Moment) {
        if self.stage == Stage::Placed {
            return;
        }
        self.quote = Some(Quote {
            said,
            moment,
            revised: false,
            declined: None,
        });
    }

    pub(super) fn declined(&mut self, said: Declined, moment: Moment) {
        if self.stage == Stage::Placed {
            return;
        }
        if let Some(quote) = &mut self.quote {
            quote.declined = Some((said, moment));
        }
    }

    /// A draft that is written anew is no longer what was offered.
    pub(super) fn revise_quote(&mut self) {
        if let Some(quote) = &mut self.quote {
            quote.revised = true;
        }
    }
}
