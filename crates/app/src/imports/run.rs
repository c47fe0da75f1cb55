//! `imports.run`: a file into the open book, as a job. A layout that the program knows needs no
//! mapping. A dry run does everything and takes it back, transaction by transaction.
use exchange::Mapping;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Asked, import};
use crate::App;
use crate::error::AppError;
use crate::jobs::{JobStarted, Jobs, json};

/// What to import.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ImportsRun {
    /// The file.
    #[ts(optional = false)]
    pub path: String,
    /// What its columns are; a layout that the program knows needs none.
    pub mapping: Option<Mapping>,
    /// Runs everything, gives the report, and takes it back.
    pub dry_run: Option<bool>,
}

/// What it takes.
pub type Input = ImportsRun;
/// What it gives.
pub type Output = JobStarted;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let open = app.book()?;
    let asked = Asked::of(&input.path, input.mapping, input.dry_run.unwrap_or(false))?;
    Jobs::start(app, "imports.run", move |app, progress| {
        json(&import(app, &open, &asked, progress)?)
    })
}
