//! What was refused to whom, and what was approved by whom: one record each, said once.

use crate::entry::Entry;
use crate::ids::PersonId;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What an entry about a refusal or an approval says. Who was at work is the entry's actor.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AuditTerms {
    /// The verb that was asked for, for example `orders.sell`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verb: Option<String>,
    /// The words of the permissions that it needed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub permissions: Vec<String>,
    /// Who approved it, or whose PIN was wrong.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
    /// The kind of the record that it was about, for example `order`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// Which record.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub record: Option<Uuid>,
    /// The amount that it was about, minor units.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount_minor: Option<i64>,
    /// How many PINs were wrong in a row.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wrong: Option<u32>,
}

/// A refusal or an approval as folded: what its first entry said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Audit {
    /// What happened: the kind of the entry, for example `audit.refused`.
    pub kind: String,
    /// Who was at work.
    pub actor: String,
    /// When, UTC milliseconds.
    pub at_ms: i64,
    /// Offset of the wall clock, minutes.
    pub offset_min: i32,
    /// What was said.
    pub terms: AuditTerms,
    /// Number of entries folded.
    pub version: u32,
}

impl Audit {
    /// Folds one more entry.
    pub fn apply(&mut self, entry: &Entry) {
        self.version += 1;
        if self.version > 1 {
            return;
        }
        self.kind.clone_from(&entry.kind);
        self.actor.clone_from(&entry.actor);
        self.at_ms = entry.at_ms;
        self.offset_min = entry.offset_min;
        self.terms = serde_json::from_str(&entry.payload).unwrap_or_default();
    }
}
