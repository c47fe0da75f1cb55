//! `book.today`: the day at a glance.
use book::dto::Today;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct BookToday {
    /// The business day; today when absent.
    pub day: Option<String>,
}

/// What it takes.
pub type Input = BookToday;
/// What it gives.
pub type Output = Today;
