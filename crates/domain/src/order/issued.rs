//! Documents that were issued about an order: numbered, and never changed again. What they say is
//! the entry's personal part, so that an erased customer is gone from them too; the digest of what
//! was typeset stays.

use super::allowed::Action;
use super::state::{Moment, Order};
use crate::ids::DocumentId;
use crate::refusal::Refusal;
use serde::{Deserialize, Serialize};

/// What was issued.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IssuedKind {
    /// What is to be paid, and the tax in it.
    #[default]
    Invoice,
}

impl IssuedKind {
    /// The series that numbers are taken from.
    pub const fn series(self) -> &'static str {
        match self {
            Self::Invoice => "invoice",
        }
    }

    /// The number as printed: a letter before the device's own, so that an invoice is never taken
    /// for an order.
    pub fn printed(self, number: &str) -> String {
        let letter = match self {
            Self::Invoice => 'I',
        };
        format!("{letter}-{number}")
    }
}

/// Payload of `order.issued`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issued {
    /// Identity of the document.
    pub document: DocumentId,
    /// What it is.
    pub kind: IssuedKind,
    /// Its number, from the device's series of its kind.
    pub number: String,
    /// Language of its words, BCP 47.
    pub language: String,
    /// SHA-256 of the file as it was typeset, in hexadecimal digits.
    pub sha256: String,
}

/// A document as folded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssuedDocument {
    /// What was said when it was issued.
    pub said: Issued,
    /// When.
    pub moment: Moment,
    /// Total and tax of what was sold when it was issued, minor units.
    pub sold: (i64, i64),
}

/// Refuses a second invoice for the same order.
pub fn check_issue(now: &Order, kind: IssuedKind) -> Result<(), Refusal> {
    if let Some(issued) = now.issued(kind) {
        let number = &issued.said.number;
        return Err(Refusal::at("kind", "already_issued").with(number));
    }
    now.check(Action::Invoice)
}

impl Order {
    /// The first document of a kind that was issued.
    pub fn issued(&self, kind: IssuedKind) -> Option<&IssuedDocument> {
        let of_kind = self.documents.values().filter(|it| it.said.kind == kind);
        of_kind.min_by_key(|issued| (issued.moment.at_ms, issued.said.document))
    }

    /// Whether the order was changed or called off since: the document stays as it is, and what it
    /// says has to be corrected by another one. What came back has a credit note of its own.
    pub fn is_outdated(&self, issued: &IssuedDocument) -> bool {
        issued.sold != self.sold_totals()
    }

    pub(super) fn take_issued(&mut self, said: Issued, moment: Moment) {
        let (document, sold) = (said.document, self.sold_totals());
        self.documents
            .entry(document)
            .or_insert(IssuedDocument { said, moment, sold });
    }
}
