//! What is known of a location.

use super::MAIN_ID;
use crate::entry::Entry;
use crate::ids::LocationId;
use crate::said::take;
use serde::{Deserialize, Serialize};

/// What a location is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LocationKind {
    /// Where customers buy.
    #[default]
    Shop,
    /// Where goods are kept.
    Warehouse,
    /// A shelf in one of them.
    Shelf,
    /// A bin on a shelf or in a warehouse.
    Bin,
}

impl LocationKind {
    /// Whether it lies in another location.
    pub const fn is_inner(self) -> bool {
        matches!(self, Self::Shelf | Self::Bin)
    }
}

/// The fields of a location. In an entry `None` means "not said"; an empty text clears the field.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct LocationTerms {
    /// What people call it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Short code, printed on it and scanned.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// What it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<LocationKind>,
    /// Key of the location that it lies in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// Whether what lies there can be sold; it can when it was never said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sellable: Option<bool>,
    /// Out of use.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub archived: Option<bool>,
}

/// A location as folded from its entries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Location {
    /// The record.
    pub id: Option<LocationId>,
    /// Its fields; the last writer of a field wins.
    pub terms: LocationTerms,
    /// Created; the main one always was.
    pub exists: bool,
    /// Number of entries folded.
    pub version: u32,
}

impl Location {
    /// Folds one more entry.
    pub fn apply(&mut self, entry: &Entry) {
        let id = LocationId(entry.subject.id);
        self.id = Some(id);
        self.version += 1;
        let known = matches!(
            entry.kind.as_str(),
            "location.created" | "location.amended" | "location.archived"
        );
        self.exists |= entry.kind == "location.created" || id == MAIN_ID;
        match serde_json::from_str::<LocationTerms>(&entry.payload) {
            Ok(said) if known => self.merge(said),
            _ => {}
        }
    }

    /// What it is.
    pub fn kind(&self) -> LocationKind {
        self.terms.kind.unwrap_or_default()
    }

    /// Whether what lies there can be sold.
    pub fn is_sellable(&self) -> bool {
        self.terms.sellable.unwrap_or(true)
    }

    /// Out of use.
    pub fn is_archived(&self) -> bool {
        self.terms.archived.unwrap_or(false)
    }

    fn merge(&mut self, said: LocationTerms) {
        let terms = &mut self.terms;
        take(&mut terms.name, said.name);
        take_text(&mut terms.code, said.code);
        take(&mut terms.kind, said.kind);
        take_text(&mut terms.parent, said.parent);
        take(&mut terms.sellable, said.sellable);
        take(&mut terms.archived, said.archived);
    }
}

fn take_text(field: &mut Option<String>, said: Option<String>) {
    match said {
        Some(text) if text.is_empty() => *field = None,
        Some(text) => *field = Some(text),
        None => {}
    }
}
