//! `imports.inspect`: what a file seems to be, with a mapping to start from.
use exchange::{Inspection, Source};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::App;
use crate::error::AppError;

/// What to look at.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ImportsInspect {
    /// The file.
    pub path: String,
}

/// What it takes.
pub type Input = ImportsInspect;
/// What it gives.
pub type Output = Inspection;

pub(crate) fn run(_app: &App, input: Input) -> Result<Output, AppError> {
    Ok(exchange::inspect(&Source::file(&input.path))?)
}
