//! Documents that were issued about an order.
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// What kind of document was issued.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum IssuedKind {
    /// What is to be paid, and the tax in it.
    Invoice,
    /// What is taken back of it, for goods that came back.
    CreditNote,
}

/// A document that was issued about an order. It never changes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct OrderDocument {
    /// The document's id.
    pub document: Uuid,
    /// What it is.
    pub kind: IssuedKind,
    /// The return that a credit note is about.
    pub received: Option<Uuid>,
    /// Its number.
    pub number: String,
    /// When it was issued, wall clock.
    pub at_local: String,
    /// The language of its words.
    pub language: String,
    /// SHA-256 of the file as it was first made, in hexadecimal digits.
    pub sha256: String,
    /// The order was changed or called off since, so that what it says has to be corrected.
    pub outdated: bool,
}
