//! Changes of an order after it was placed: each is an entry that says what is different from now
//! on. What a change is worth counts on its own day; the day of the sale keeps what was agreed.

use super::facts::OrderLine;
use super::state::{Moment, Order, Stage};
use super::till_share::TillShare;
use crate::day::Day;
use crate::entry::Entry;
use crate::ids::{CustomerId, EditId};
use serde::{Deserialize, Deserializer, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Payload of `order.edited`. Lines come with their new amounts, priced by the rules of the order's
/// document; a line that is taken out comes with nothing ordered beyond what was called off of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edited {
    /// Identity of the change set.
    pub edit: EditId,
    /// The change set that it was made upon; none upon the order as it was placed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub upon: Option<EditId>,
    /// The change set that it takes back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub takes_back: Option<EditId>,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Terms of the whole order that change.
    #[serde(default, skip_serializing_if = "EditTerms::is_empty")]
    pub terms: EditTerms,
    /// Lines that are new or say something else than before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<OrderLine>,
    /// What it adds to the figures of the till, when the change was made over the counter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub till: Option<TillShare>,
}

impl Edited {
    /// Whether it says nothing that is kept here; its personal part may still say something.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty() && self.lines.is_empty()
    }
}

/// Terms of the whole order; what is absent stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditTerms {
    /// The customer of an order that had none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<CustomerId>,
    /// Country that it goes to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// What the customer calls it; an empty text takes it away.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// Discount on the whole, parts per million.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub discount_ppm: Option<i64>,
    /// Who of the shop sold it; an empty text takes it away.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sales_person: Option<String>,
    /// The business day for which it is promised; null takes it away.
    #[serde(
        default,
        deserialize_with = "said",
        skip_serializing_if = "Option::is_none"
    )]
    pub promised: Option<Option<Day>>,
}

/// What is there was said, also when it is null.
fn said<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Option<Day>>, D::Error> {
    Option::deserialize(from).map(Some)
}

impl EditTerms {
    /// Whether nothing changes.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A share of a line: how much of it, and what that comes to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LineShare {
    /// Thousandths.
    pub quantity_milli: i64,
    /// With tax, minor units.
    pub total_minor: i64,
    /// The tax in it, minor units.
    pub tax_minor: i64,
}

impl LineShare {
    fn plus(self, sign: i64, other: Self) -> Self {
        let sum = |one: i64, two: i64| one.saturating_add(sign.saturating_mul(two));
        Self {
            quantity_milli: sum(self.quantity_milli, other.quantity_milli),
            total_minor: sum(self.total_minor, other.total_minor),
            tax_minor: sum(self.tax_minor, other.tax_minor),
        }
    }

    /// Total and tax, minor units.
    pub const fn amounts(&self) -> (i64, i64) {
        (self.total_minor, self.tax_minor)
    }
}

/// A change set as folded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// Identity.
    pub edit: EditId,
    /// The change set that it takes back.
    pub takes_back: Option<EditId>,
    /// Why.
    pub reason: Option<String>,
    /// Who.
    pub actor: String,
    /// When.
    pub moment: Moment,
    /// Its lines as they were before.
    pub before: Vec<OrderLine>,
    /// Its lines as it said them.
    pub after: Vec<OrderLine>,
    /// Lines that there were not before.
    pub added: BTreeSet<u32>,
    /// What its terms were before; those that it does not name are absent.
    pub terms_before: EditTerms,
    /// The terms that it said.
    pub terms: EditTerms,
    /// By how much it moved each line that there was before.
    pub moved: BTreeMap<u32, LineShare>,
}

impl Edit {
    /// By how much it moved a line, also one that it brought.
    pub fn share_of(&self, line: u32) -> LineShare {
        let brought = self.after.iter().filter(|own| own.line == line);
        let mut brought = brought.filter(|own| self.added.contains(&own.line));
        let whole = brought.next().map(|own| LineShare {
            quantity_milli: own.quantity_milli,
            total_minor: own.total_minor,
            tax_minor: own.tax_minor,
        });
        let moved = self.moved.get(&line).copied();
        whole.or(moved).unwrap_or_default()
    }

    /// By how much it moved the order.
    pub fn difference(&self) -> LineShare {
        let lines = self.moved.keys().chain(&self.added);
        lines.fold(LineShare::default(), |sum, line| {
            sum.plus(1, self.share_of(*line))
        })
    }
}

impl Order {
    /// What was sold of a line, before anything came back.
    pub fn sold_share(&self, line: &OrderLine) -> LineShare {
        let (total_minor, tax_minor) = self.sold_amounts(line);
        LineShare {
            quantity_milli: line
                .quantity_milli
                .saturating_sub(self.cancelled_milli(line)),
            total_minor,
            tax_minor,
        }
    }

    /// What of a line counts at the moment it was agreed: what was sold of it less what later
    /// changes moved.
    pub fn agreed_share(&self, line: &OrderLine) -> LineShare {
        let changes = self.counted_edits().iter();
        let moved = changes.filter_map(|edit| edit.moved.get(&line.line));
        moved.fold(self.sold_share(line), |share, moved| share.plus(-1, *moved))
    }

    /// When a line was agreed: with the order, or with the change that brought it.
    pub fn agreed_at(&self, line: u32) -> Moment {
        let mut changes = self.counted_edits().iter();
        let brought = changes.find(|edit| edit.added.contains(&line));
        brought.map_or(self.placed, |edit| edit.moment)
    }

    /// The changes that count on their own days. Nothing of a cancelled order does: what was called
    /// off was never sold, on whatever day it was agreed.
    pub fn counted_edits(&self) -> &[Edit] {
        if self.cancelled.is_some() {
            &[]
        } else {
            &self.edits
        }
    }

    /// The last change that stands and can be taken back.
    pub fn last_edit(&self) -> Option<&Edit> {
        let back: BTreeSet<EditId> = self
            .edits
            .iter()
            .filter_map(|edit| edit.takes_back)
            .collect();
        let mut standing = self.edits.iter().rev();
        standing.find(|edit| edit.takes_back.is_none() && !back.contains(&edit.edit))
    }

    /// Whether a change was taken back.
    pub fn is_taken_back(&self, edit: EditId) -> bool {
        self.edits
            .iter()
            .any(|other| other.takes_back == Some(edit))
    }

    /// Whether a line still says anything: one that was taken out and never shipped does not.
    pub fn is_shown(&self, line: &OrderLine) -> bool {
        line.quantity_milli != 0 || self.edits.is_empty() || self.shipped_milli(line.line) != 0
    }

    pub(super) fn edited(&mut self, said: Edited, entry: &Entry, moment: Moment) {
        let known = self.edits.iter().any(|edit| edit.edit == said.edit);
        if self.stage != Stage::Placed || known {
            return;
        }
        self.edited_apart = said.upon != self.edits.last().map(|edit| edit.edit);
        let mut edit = Edit {
            edit: said.edit,
            takes_back: said.takes_back,
            reason: said.reason,
            actor: entry.actor.clone(),
            moment,
            before: Vec::new(),
            after: said.lines.clone(),
            added: BTreeSet::new(),
            terms_before: self.terms_named(&said.terms),
            terms: said.terms.clone(),
            moved: BTreeMap::new(),
        };
        self.take_terms(said.terms);
        for line in said.lines {
            self.take_line(line, &mut edit);
        }
        self.edits.push(edit);
    }

    fn take_line(&mut self, line: OrderLine, edit: &mut Edit) {
        let number = line.line;
        let Some(before) = self.lines.insert(number, line) else {
            edit.added.insert(number);
            return;
        };
        let after = self.lines.get(&number).map(|line| self.sold_share(line));
        let share = self.sold_share(&before);
        let moved = after.unwrap_or_default().plus(-1, share);
        if !edit.added.contains(&number) {
            let sum = edit.moved.entry(number).or_default();
            *sum = sum.plus(1, moved);
            edit.before.push(before);
        }
    }

    /// The present terms, as far as others name them.
    fn terms_named(&self, named: &EditTerms) -> EditTerms {
        let document = &self.document;
        let text = |said: &Option<String>, now: &Option<String>| {
            said.as_ref().map(|_| now.clone().unwrap_or_default())
        };
        EditTerms {
            customer: named.customer.and(document.customer),
            country: text(&named.country, &document.country),
            reference: text(&named.reference, &document.reference),
            discount_ppm: named.discount_ppm.map(|_| document.discount_ppm),
            sales_person: text(&named.sales_person, &document.sales_person),
            promised: named.promised.map(|_| document.promised),
        }
    }

    fn take_terms(&mut self, said: EditTerms) {
        let document = &mut self.document;
        document.customer = document.customer.or(said.customer);
        let take = |field: &mut Option<String>, said: Option<String>| {
            if let Some(text) = said {
                *field = Some(text).filter(|text| !text.is_empty());
            }
        };
        take(&mut document.country, said.country);
        take(&mut document.reference, said.reference);
        take(&mut document.sales_person, said.sales_person);
        document.promised = said.promised.unwrap_or(document.promised);
        document.discount_ppm = said.discount_ppm.unwrap_or(document.discount_ppm);
    }
}
