//! `counts.list`: a window of the counts, the newest first.
use crate::App;
use crate::error::AppError;
use crate::list::check_window;
use book::dto::{CountRow, Page};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A window of the counts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct CountList {
    /// A part of what it is about or of its place's name, or goods that were counted.
    pub text: Option<String>,
    /// The place of the first row, from 0.
    #[ts(optional = false)]
    pub offset: i64,
    /// How many rows, at most 200.
    #[ts(optional = false)]
    pub limit: i64,
}

/// What it takes.
pub type Input = CountList;
/// What it gives.
pub type Output = Page<CountRow>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    check_window(input.offset, input.limit)?;
    let window = (input.offset, input.limit);
    app.read_rows(|read| read.counts(input.text.as_deref(), window))
}
