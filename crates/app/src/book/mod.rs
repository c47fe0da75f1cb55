//! Verbs about the book as a whole.
pub mod amend;
pub mod backup;
pub mod close;
pub mod countries;
pub mod create;
pub mod exceptions;
mod favourites;
pub mod fields;
pub mod forget;
pub mod info;
pub mod keep;
pub mod kept;
pub mod open;
pub mod rebuild;
mod recent;
pub mod sample;
mod sample_stock;
pub mod search;
pub mod status;
mod table;
mod terms;
pub mod today;
pub mod verify;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BookPath {
    /// The file.
    pub path: String,
}
