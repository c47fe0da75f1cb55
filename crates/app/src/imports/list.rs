//! `imports.list`: the imports of the book, the newest first.
use domain::Entry;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;
use uuid::Uuid;

use crate::App;
use crate::error::AppError;
use crate::request::Nothing;

/// Where an import stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RunState {
    /// The whole file.
    Done,
    /// A part of the file: called off, or broken off.
    Cancelled,
    /// Taken back.
    Undone,
}

/// An import.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct ImportRun {
    /// Its id.
    pub run: Uuid,
    /// The file's name.
    pub file: String,
    /// When it began, wall clock.
    pub at_local: String,
    /// Rows of the file.
    pub rows: i64,
    /// Documents in the file.
    pub documents: i64,
    /// Where it stands.
    pub state: RunState,
}

/// The imports of the book.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct ImportRuns {
    /// The newest first.
    pub runs: Vec<ImportRun>,
}

/// What it takes.
pub type Input = Nothing;
/// What it gives.
pub type Output = ImportRuns;

pub(crate) fn run(app: &App, _input: Input) -> Result<Output, AppError> {
    let runs = app.read(|read| read.runs())?;
    Ok(ImportRuns {
        runs: runs
            .iter()
            .map(|(run, entries)| of(*run, entries))
            .collect(),
    })
}

fn of(run: Uuid, entries: &[Entry]) -> ImportRun {
    let mut known = ImportRun {
        run,
        file: String::new(),
        at_local: entries.first().map(wall_clock).unwrap_or_default(),
        rows: 0,
        documents: 0,
        state: RunState::Cancelled,
    };
    for entry in entries {
        let said: Value = serde_json::from_str(&entry.payload).unwrap_or_default();
        if let Some(file) = said["file"].as_str() {
            file.clone_into(&mut known.file);
        }
        known.rows = said["rows"].as_i64().unwrap_or(known.rows);
        known.documents = said["documents"].as_i64().unwrap_or(known.documents);
        known.state = match entry.kind.as_str() {
            "import.finished" if said["cancelled"] == false => RunState::Done,
            "import.undone" => RunState::Undone,
            _ => known.state,
        };
    }
    known
}

fn wall_clock(entry: &Entry) -> String {
    let local_ms = entry
        .at_ms
        .saturating_add(i64::from(entry.offset_min) * 60_000);
    let at = chrono::DateTime::from_timestamp_millis(local_ms).unwrap_or_default();
    at.format("%Y-%m-%dT%H:%M").to_string()
}
