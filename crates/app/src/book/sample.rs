//! `book.sample`: opens the sample shop, and makes it first when it is not there.
use crate::jobs::JobStarted;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where the sample shop goes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct BookSample {
    /// The file; one in this installation's folder when absent.
    pub path: Option<String>,
}

/// What it takes.
pub type Input = BookSample;
/// What it gives.
pub type Output = JobStarted;
