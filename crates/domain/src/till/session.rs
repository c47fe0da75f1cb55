//! A till session as folded: from the float to the count. It belongs to the device that opened it;
//! nothing that another device says about it counts, and nothing that is said after the count.

use super::facts::{Closed, Moved, Opened};
use super::notes::NotesExpected;
use crate::entry::Entry;
use crate::ids::DeviceId;
use crate::order::Moment;
use std::collections::BTreeMap;

/// An act of a session: who did it, and when.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Deed {
    /// Who.
    pub actor: String,
    /// When.
    pub moment: Moment,
    /// Position in the device's journal.
    pub seq: u64,
}

/// A session.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TillSession {
    /// The device whose drawer it is.
    pub device: Option<DeviceId>,
    /// Float, and who opened it.
    pub opened: Option<(Opened, Deed)>,
    /// Money put in and taken out, in its order.
    pub moves: Vec<(Moved, Deed)>,
    /// The count, and who counted.
    pub closed: Option<(Closed, Deed)>,
    /// Number of entries folded.
    pub version: u32,
}

impl TillSession {
    /// Folds one more entry.
    pub fn apply(&mut self, entry: &Entry) {
        self.version += 1;
        let deed = Deed {
            actor: entry.actor.clone(),
            moment: Moment {
                at_ms: entry.at_ms,
                offset_min: entry.offset_min,
                day: entry.business_day,
            },
            seq: entry.seq,
        };
        if self.opened.is_none() {
            if let ("till.opened", Ok(said)) = (&*entry.kind, read(entry)) {
                self.device = Some(entry.device);
                self.opened = Some((said, deed));
            }
            return;
        }
        if self.closed.is_some() || self.device != Some(entry.device) {
            return;
        }
        match entry.kind.as_str() {
            "till.moved" => self.moves.extend(read(entry).ok().map(|said| (said, deed))),
            "till.closed" => self.closed = read(entry).ok().map(|said| (said, deed)),
            _ => {}
        }
    }

    /// The money in the drawer before the first sale, minor units.
    #[must_use]
    pub fn float_minor(&self) -> i64 {
        self.opened.as_ref().map_or(0, |(said, _)| said.float_minor)
    }

    /// Money put in, and money taken out (above zero), minor units.
    #[must_use]
    pub fn moved_minor(&self) -> (i64, i64) {
        let sum = |sign: i64| {
            let amounts = self.moves.iter().map(|(said, _)| said.amount_minor);
            let parts = amounts.map(|amount| amount.saturating_mul(sign).max(0));
            parts.fold(0_i64, i64::saturating_add)
        };
        (sum(1), sum(-1))
    }

    /// What must be in the drawer with these takings: the float, the cash that came in less change,
    /// less refunds in cash, and what was put in less what was taken out. Minor units.
    #[must_use]
    pub fn expected_minor(&self, takings: &super::Takings) -> i64 {
        let (put_in, taken_out) = self.moved_minor();
        self.float_minor()
            .saturating_add(takings.cash_received_minor())
            .saturating_sub(takings.cash_refunded_minor())
            .saturating_add(put_in)
            .saturating_sub(taken_out)
    }

    /// What must be there in notes of other currencies with these takings, in the order of their
    /// codes.
    #[must_use]
    pub fn notes_expected(&self, takings: &super::Takings) -> Vec<NotesExpected> {
        let mut found: BTreeMap<&str, NotesExpected> = BTreeMap::new();
        let mut add = |code, worth_minor: i64, put: &dyn Fn(&mut NotesExpected)| {
            let own = found.entry(code).or_default();
            own.worth_minor = own.worth_minor.saturating_add(worth_minor);
            put(own);
        };
        for one in self.opened.iter().flat_map(|(said, _)| &said.notes) {
            add(&one.currency, one.worth_minor, &|own| {
                own.float_minor = one.counted_minor
            });
        }
        for one in self
            .moves
            .iter()
            .filter_map(|(said, _)| said.notes.as_ref())
        {
            let (put_in, out) = (
                one.counted_minor.max(0),
                one.counted_minor.saturating_neg().max(0),
            );
            add(&one.currency, one.worth_minor, &|own| {
                own.in_minor = own.in_minor.saturating_add(put_in);
                own.out_minor = own.out_minor.saturating_add(out);
            });
        }
        for sum in &takings.notes {
            add(&sum.currency, sum.worth_minor, &|own| {
                own.taken = sum.clone()
            });
        }
        let named = found.into_iter().map(|(code, own)| NotesExpected {
            currency: code.to_owned(),
            ..own
        });
        named.collect()
    }

    /// What was counted more than expected (less: below zero), once it was; minor units.
    #[must_use]
    pub fn difference_minor(&self) -> Option<i64> {
        let (said, _) = self.closed.as_ref()?;
        let expected = self.expected_minor(&said.takings);
        Some(said.counted_minor.saturating_sub(expected))
    }
}

fn read<T: serde::de::DeserializeOwned>(entry: &Entry) -> serde_json::Result<T> {
    serde_json::from_str(&entry.payload)
}
