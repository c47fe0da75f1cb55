//! `people.audit`: what was refused and approved, the newest first.
use crate::App;
use crate::error::AppError;
use crate::list::check_window;
use book::dto::{AuditRow, Page};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A window asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AuditAsked {
    /// The place of the first row, from 0.
    pub offset: i64,
    /// How many rows, at most 200.
    pub limit: i64,
}

/// What it takes.
pub type Input = AuditAsked;
/// What it gives.
pub type Output = Page<AuditRow>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    check_window(input.offset, input.limit)?;
    app.read_rows(|read| read.audit(input.offset, input.limit))
}
