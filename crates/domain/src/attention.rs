//! Who looks after what needs a person: said of a record and of a kind of exception.

use crate::entry::Entry;
use crate::limits::{CODE_CHARS, NAME_CHARS};
use crate::refusal::Refusal;
use crate::text;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Payload of `order.assigned` and `product.assigned`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assigned {
    /// The kind of exception, such as `on_hold`.
    pub code: String,
    /// Who looks after it; nobody when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
}

/// The personal part of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AssignedPersonal {
    /// What is to be known about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assign_note: Option<String>,
}

/// Who looks after something, as folded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owner {
    /// Who.
    pub owner: String,
    /// What is to be known about it.
    pub note: Option<String>,
}

/// The owners of a record's exceptions, by kind.
pub type Owners = BTreeMap<String, Owner>;

/// Somebody looks after an exception, or nobody does any more.
pub fn assign(code: &str, owner: Option<&str>) -> Result<Assigned, Refusal> {
    Ok(Assigned {
        code: text::required("code", code, CODE_CHARS)?,
        owner: text::optional("owner", owner, NAME_CHARS)?,
    })
}

/// Folds one more entry about owners.
pub(crate) fn take(owners: &mut Owners, entry: &Entry) {
    let Ok(said) = serde_json::from_str::<Assigned>(&entry.payload) else {
        return;
    };
    let personal = entry.personal.as_ref();
    let personal = personal.and_then(|part| serde_json::from_str(&part.text).ok());
    let personal: AssignedPersonal = personal.unwrap_or_default();
    match said.owner {
        None => drop(owners.remove(&said.code)),
        Some(owner) => drop(owners.insert(
            said.code,
            Owner {
                owner,
                note: personal.assign_note,
            },
        )),
    }
}
