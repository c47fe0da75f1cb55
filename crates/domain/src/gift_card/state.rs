//! A gift card as folded from its entries.

use crate::attention::{self, Owners};
use crate::day::Day;
use crate::entry::Entry;
use crate::ids::{GiftCardId, PaymentId};
use crate::order::Moment;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a line of an order says of the card that it puts value on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CardLine {
    /// The card's code, as codes are compared.
    pub code: String,
    /// The last day on which a new card can be spent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires: Option<Day>,
}

/// Payload of `gift_card.issued`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issued {
    /// The code, as codes are compared.
    pub code: String,
    /// The last day on which it can be spent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires: Option<Day>,
}

/// Payload of `gift_card.amended`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amended {
    /// The last day on which it can be spent; none when it never expires.
    pub expires: Option<Day>,
}

/// Payload of `gift_card.blocked`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Blocked {
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// Payload of `gift_card.replaced`: what was on the card moves to another, and it is blocked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Replaced {
    /// The card that replaces it.
    pub by: GiftCardId,
    /// Its code.
    pub code: String,
    /// What moves, minor units.
    pub amount_minor: i64,
}

/// Payload of `gift_card.adjusted`: value put on or taken off by hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Adjusted {
    /// Identity of the adjustment.
    pub adjustment: PaymentId,
    /// Minor units; below zero when taken off.
    pub amount_minor: i64,
    /// Why.
    pub reason: String,
}

/// Value that was put on or taken off by hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adjustment {
    /// Minor units; below zero when taken off.
    pub amount_minor: i64,
    /// Why.
    pub reason: String,
    /// When.
    pub moment: Moment,
}

/// The card that took a card's place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replacement {
    /// Its code.
    pub code: String,
    /// What moved, minor units.
    pub amount_minor: i64,
    /// When.
    pub moment: Moment,
}

/// A gift card as folded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GiftCard {
    /// The key.
    pub id: Option<GiftCardId>,
    /// The code, as codes are compared.
    pub code: String,
    /// The last day on which it can be spent.
    pub expires: Option<Day>,
    /// Issued (an entry that issues has been seen).
    pub exists: bool,
    /// When it was issued.
    pub issued: Moment,
    /// It cannot be spent, and why.
    pub blocked: Option<Blocked>,
    /// What was put on or taken off by hand.
    pub adjustments: BTreeMap<PaymentId, Adjustment>,
    /// The cards that took its place: two when two devices apart replaced it.
    pub replacements: BTreeMap<GiftCardId, Replacement>,
    /// Who looks after what needs a person.
    pub owners: Owners,
    /// Number of entries folded.
    pub version: u32,
}

impl GiftCard {
    /// Folds one more entry.
    pub fn apply(&mut self, entry: &Entry) {
        let moment = Moment::of(entry);
        self.id = Some(GiftCardId(entry.subject.id));
        self.version += 1;
        match entry.kind.as_str() {
            "gift_card.issued" => with(entry, |said: Issued| self.issue(said, moment)),
            "gift_card.amended" => with(entry, |said: Amended| self.expires = said.expires),
            "gift_card.blocked" => with(entry, |said: Blocked| self.blocked = Some(said)),
            "gift_card.unblocked" => self.blocked = None,
            "gift_card.replaced" => with(entry, |said: Replaced| self.replace(said, moment)),
            "gift_card.adjusted" => with(entry, |said: Adjusted| self.adjust(said, moment)),
            "gift_card.assigned" => attention::take(&mut self.owners, entry),
            _ => {}
        }
    }

    /// Whether it was replaced by another.
    pub fn is_replaced(&self) -> bool {
        !self.replacements.is_empty()
    }

    /// A card that two devices issued was issued first.
    fn issue(&mut self, said: Issued, moment: Moment) {
        if !self.exists {
            self.exists = true;
            self.code = said.code;
            self.expires = said.expires;
            self.issued = moment;
        }
    }

    fn replace(&mut self, said: Replaced, moment: Moment) {
        self.replacements.entry(said.by).or_insert(Replacement {
            code: said.code,
            amount_minor: said.amount_minor,
            moment,
        });
    }

    fn adjust(&mut self, said: Adjusted, moment: Moment) {
        self.adjustments
            .entry(said.adjustment)
            .or_insert(Adjustment {
                amount_minor: said.amount_minor,
                reason: said.reason,
                moment,
            });
    }
}

/// A payload that cannot be read changes nothing: it is kept in the journal for a later version.
fn with<T: serde::de::DeserializeOwned>(entry: &Entry, apply: impl FnOnce(T)) {
    if let Ok(said) = serde_json::from_str(&entry.payload) {
        apply(said);
    }
}
