//! Holds: a set of reasons why an order must not be shipped for now. Each is lifted on its own.

use super::allowed::Action;
use super::facts::OrderPersonal;
use super::state::{Moment, Order};
use crate::day::Day;
use crate::entry::Entry;
use crate::refusal::Refusal;
use serde::{Deserialize, Serialize};

/// Why an order must not be shipped for now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[repr(u8)]
pub enum HoldReason {
    /// The payment is being looked at.
    PaymentReview = 0,
    /// The address is wrong or in doubt.
    Address = 1,
    /// Goods are missing.
    Stock = 2,
    /// The customer asked for it.
    Customer = 3,
    /// A clerk said so.
    Manual = 4,
}

impl HoldReason {
    /// Every reason, in the order of its code.
    pub const ALL: [Self; 5] = [
        Self::PaymentReview,
        Self::Address,
        Self::Stock,
        Self::Customer,
        Self::Manual,
    ];
}

/// Payload of `order.held`; what was said about it is personal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Held {
    /// Why.
    pub reason: HoldReason,
    /// The day on which to look again; a hold never ends by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Day>,
}

/// Payload of `order.released`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Released {
    /// The holds that are lifted.
    pub reasons: Vec<HoldReason>,
}

/// A hold as folded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hold {
    /// The day on which to look again.
    pub until: Option<Day>,
    /// What was said about it.
    pub note: Option<String>,
    /// Who set it.
    pub actor: String,
    /// When.
    pub moment: Moment,
}

/// A reason not to ship for now; the same reason again replaces what was said before.
pub fn hold(now: &Order, reason: HoldReason, until: Option<Day>) -> Result<Held, Refusal> {
    now.check(Action::Hold)?;
    Ok(Held { reason, until })
}

/// Lifts one hold, or all of them when `reason` is `None`.
pub fn release(now: &Order, reason: Option<HoldReason>) -> Result<Released, Refusal> {
    now.check(Action::Release)?;
    let reasons = match reason {
        None => now.holds.keys().copied().collect(),
        Some(reason) if now.holds.contains_key(&reason) => vec![reason],
        Some(_) => return Err(Refusal::at("reason", "not_on_hold")),
    };
    Ok(Released { reasons })
}

impl Order {
    /// Whether a hold keeps open goods from being shipped.
    pub fn is_held(&self) -> bool {
        !self.holds.is_empty() && self.counts() && self.has_open()
    }

    pub(super) fn held(&mut self, said: Held, entry: &Entry, moment: Moment) {
        let personal = entry.personal.as_ref();
        let personal: Option<OrderPersonal> =
            personal.and_then(|part| serde_json::from_str(&part.text).ok());
        let hold = Hold {
            until: said.until,
            note: personal.and_then(|personal| personal.hold_note),
            actor: entry.actor.clone(),
            moment,
        };
        self.holds.insert(said.reason, hold);
    }

    pub(super) fn released(&mut self, said: &Released) {
        self.holds
            .retain(|reason, _| !said.reasons.contains(reason));
    }
}
