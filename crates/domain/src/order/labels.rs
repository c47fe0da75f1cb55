//! What the shop itself puts on an order, beside what was agreed: tags and notes.

use super::state::Order;
use crate::limits::{CODE_CHARS, LIST_ITEMS, NOTE_CHARS};
use crate::refusal::Refusal;
use crate::text;
use serde::{Deserialize, Serialize};

/// Payload of `order.tagged`: said one by one, so that two devices add to each other's.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tagged {
    /// Tags put on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub add: Vec<String>,
    /// Tags taken off.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub remove: Vec<String>,
}

/// The tags as they are to be. Case is kept; a blank one is left out.
pub fn tag(now: &Order, tags: &[String]) -> Result<Tagged, Refusal> {
    if !now.is_visible() {
        return Err(Refusal::new("order_unknown"));
    }
    if tags.len() > LIST_ITEMS {
        return Err(Refusal::at("tags", "too_many").with(LIST_ITEMS));
    }
    let mut wanted = std::collections::BTreeSet::new();
    for (index, tag) in tags.iter().enumerate() {
        let tag = text::optional(&format!("tags.{index}"), Some(tag), CODE_CHARS)?;
        wanted.extend(tag);
    }
    let add = wanted.difference(&now.tags).cloned().collect();
    let remove = now.tags.difference(&wanted).cloned().collect();
    Ok(Tagged { add, remove })
}

/// Payload of `order.noted`: the note itself is personal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Noted {}

/// The text of an internal note.
pub fn note(now: &Order, said: &str) -> Result<String, Refusal> {
    if !now.is_visible() {
        return Err(Refusal::new("order_unknown"));
    }
    let said = text::note("text", Some(said), NOTE_CHARS)?;
    said.ok_or_else(|| Refusal::at("text", "required"))
}

impl Order {
    pub(super) fn tagged(&mut self, said: Tagged) {
        self.tags.retain(|tag| !said.remove.contains(tag));
        self.tags.extend(said.add);
    }
}
