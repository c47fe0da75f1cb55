//! A person of the shop as folded from the entries about them. The name and the hash of the PIN are
//! personal parts of entries: they can be erased, and the journal stays whole.

use super::role::OWNER;
use crate::entry::Entry;
use crate::ids::PersonId;
use crate::said::take;
use serde::{Deserialize, Serialize};

/// What is said of a person beside the name. `None` in an entry means "not said".
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PersonTerms {
    /// The key of the role.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// Works here no more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub archived: Option<bool>,
}

/// Payload of `person.pin_set`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PinSet {
    /// The PIN was taken away.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cleared: Option<bool>,
}

/// The personal part of a person's entries.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PersonPersonal {
    /// What the shop calls them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The hash of the PIN, in the form that names its own salt and cost.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pin_hash: Option<String>,
}

/// A person as folded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    /// The key.
    pub id: Option<PersonId>,
    /// The terms; the last writer of a field wins.
    pub terms: PersonTerms,
    /// What the shop calls them.
    pub name: Option<String>,
    /// The hash of the PIN. No read model shows it.
    pub pin_hash: Option<String>,
    /// Created.
    pub exists: bool,
    /// Number of entries folded.
    pub version: u32,
}

impl Person {
    /// Folds one more entry.
    pub fn apply(&mut self, entry: &Entry) {
        self.id = Some(PersonId(entry.subject.id));
        self.version += 1;
        match entry.kind.as_str() {
            "person.created" => {
                self.exists = true;
                self.merge(entry);
            }
            "person.amended" => self.merge(entry),
            "person.pin_set" => self.set_pin(entry),
            _ => {}
        }
    }

    /// Whether the person works here.
    pub fn works_here(&self) -> bool {
        self.exists && !self.terms.archived.unwrap_or(false)
    }

    /// The key of the role; none when nothing was said.
    pub fn role(&self) -> &str {
        self.terms.role.as_deref().unwrap_or_default()
    }

    /// Whether permissions count because of this person.
    pub fn guards(&self) -> bool {
        self.works_here() && self.role() == OWNER && self.pin_hash.is_some()
    }

    fn merge(&mut self, entry: &Entry) {
        if let Ok(said) = serde_json::from_str::<PersonTerms>(&entry.payload) {
            take(&mut self.terms.role, said.role);
            take(&mut self.terms.archived, said.archived);
        }
        take(&mut self.name, personal(entry).name);
    }

    fn set_pin(&mut self, entry: &Entry) {
        let said = serde_json::from_str::<PinSet>(&entry.payload).unwrap_or_default();
        // Without its personal part a PIN that was set is one that nobody can type.
        self.pin_hash = match said.cleared {
            Some(true) => None,
            _ => personal(entry).pin_hash,
        };
    }
}

fn personal(entry: &Entry) -> PersonPersonal {
    let said = entry.personal.as_ref();
    said.and_then(|part| serde_json::from_str(&part.text).ok())
        .unwrap_or_default()
}
