//! `locations.by_code`: the location whose code was scanned.
use crate::App;
use crate::error::AppError;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A code that was scanned.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LocationCode {
    /// The code.
    pub code: String,
}

/// What it takes.
pub type Input = LocationCode;

/// What the code means.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct LocationOfCode {
    /// The location in use that has it.
    pub location: Option<String>,
}

/// What it gives.
pub type Output = LocationOfCode;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let code = input.code.trim();
    let location = app.read_rows(|read| read.location_of_code(code))?;
    Ok(LocationOfCode { location })
}
