//! Documents that were issued about an order: numbered, and never changed again. What they say is
//! the entry's personal part, so that an erased customer is gone from them too; the digest of what
//! was typeset stays.

use super::allowed::Action;
use super::state::{Moment, Order};
use crate::ids::{DocumentId, ReturnId};
use crate::refusal::Refusal;
use serde::{Deserialize, Serialize};

/// What was issued.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IssuedKind {
    /// What is to be paid, and the tax in it.
    #[default]
    Invoice,
    /// What is taken back of it, for goods that came back.
    CreditNote,
}

/// The series that the numbers of invoices are taken from.
pub const INVOICES: &str = "invoice";

/// The number of an invoice as printed: a letter before the device's own, so that an invoice is
/// never taken for an order.
pub fn invoice_number(number: &str) -> String {
    format!("I-{number}")
}

/// Payload of `order.issued`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issued {
    /// Identity of the document.
    pub document: DocumentId,
    /// What it is.
    pub kind: IssuedKind,
    /// The return that a credit note is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub received: Option<ReturnId>,
    /// Its number: of an invoice from the device's series, of a credit note that of its return.
    pub number: String,
    /// Language of its words, BCP 47.
    pub language: String,
    /// SHA-256 of the file as it was typeset, in hexadecimal digits.
    pub sha256: String,
    /// SHA-256 of what it says, as the personal part keeps it: a newer typesetter may make another
    /// file of the same words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words_sha256: Option<String>,
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
pub fn check_issue(now: &Order) -> Result<(), Refusal> {
    if let Some(issued) = now.issued(IssuedKind::Invoice) {
        return Err(issued_already(issued));
    }
    now.check(Action::Invoice)
}

/// Refuses a credit note without goods that came back, and a second one for the same.
pub fn check_credit_note(now: &Order, received: ReturnId) -> Result<(), Refusal> {
    if !now.is_visible() {
        return Err(Refusal::new("order_unknown"));
    }
    if !now.returns.contains_key(&received) {
        return Err(Refusal::at("received", "return_unknown"));
    }
    match now.credit_note(received) {
        Some(issued) => Err(issued_already(issued)),
        None => Ok(()),
    }
}

fn issued_already(issued: &IssuedDocument) -> Refusal {
    Refusal::at("kind", "already_issued").with(&issued.said.number)
}

impl Order {
    /// The first document of a kind that was issued.
    pub fn issued(&self, kind: IssuedKind) -> Option<&IssuedDocument> {
        self.first_issued(|said| said.kind == kind)
    }

    /// The credit note that was issued for a return.
    pub fn credit_note(&self, received: ReturnId) -> Option<&IssuedDocument> {
        self.first_issued(|said| said.received == Some(received))
    }

    fn first_issued(&self, is_meant: impl Fn(&Issued) -> bool) -> Option<&IssuedDocument> {
        let meant = self.documents.values().filter(|it| is_meant(&it.said));
        meant.min_by_key(|issued| (issued.moment.at_ms, issued.said.document))
    }

    /// Whether the order was changed or called off since: the document stays as it is, and what it
    /// says has to be corrected by another one. What came back has a credit note of its own.
    pub fn is_outdated(&self, issued: &IssuedDocument) -> bool {
        issued.said.kind == IssuedKind::Invoice && issued.sold != self.sold_totals()
    }

    pub(super) fn take_issued(&mut self, said: Issued, moment: Moment) {
        let (document, sold) = (said.document, self.sold_totals());
        self.documents
            .entry(document)
            .or_insert(IssuedDocument { said, moment, sold });
    }
}
