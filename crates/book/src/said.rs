//! What an entry says, before the door gives it its place in the journal.

use domain::{Day, Subject};
use serde::Serialize;

/// What an entry says; the door adds the rest.
pub struct Said<'a, P: Serialize> {
    /// The record.
    pub subject: Subject,
    /// What happened.
    pub kind: &'a str,
    /// The payload.
    pub payload: &'a P,
    /// The personal part as a JSON object; `None` when there is none.
    pub personal: Option<serde_json::Value>,
    /// Business day; that of the act when `None`.
    pub business_day: Option<Day>,
}

impl<'a, P: Serialize> Said<'a, P> {
    /// An entry without a personal part, on the act's business day.
    pub fn new(subject: Subject, kind: &'a str, payload: &'a P) -> Self {
        Self {
            subject,
            kind,
            payload,
            personal: None,
            business_day: None,
        }
    }

    /// The same entry with a personal part, unless that is empty.
    pub fn with_personal(mut self, personal: &impl Serialize) -> Self {
        let value = serde_json::to_value(personal).unwrap_or_default();
        let empty = value.as_object().is_none_or(serde_json::Map::is_empty);
        self.personal = (!empty).then_some(value);
        self
    }

    /// The same entry on another business day.
    pub fn on(mut self, day: Day) -> Self {
        self.business_day = Some(day);
        self
    }
}
