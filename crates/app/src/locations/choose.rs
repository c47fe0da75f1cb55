//! `locations.choose`: says which location this installation sells from.
use super::list::Locations;
use crate::App;
use crate::error::AppError;
use crate::place;
use crate::request::Nothing;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A location.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LocationChoice {
    /// What movements call it.
    pub location: String,
}

/// What it takes.
pub type Input = LocationChoice;
/// What it gives.
pub type Output = Locations;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let known = app.read_rows(|read| read.knows_location(&input.location))?;
    match known {
        Some((true, false)) => place::choose(app, &input.location)?,
        Some((false, false)) => return Err(AppError::at("location", "location_not_sellable")),
        _ => return Err(AppError::at("location", "location_unknown")),
    }
    super::list::run(app, Nothing {})
}
