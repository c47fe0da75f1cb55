//! `locations.list`: every location, and the one that this installation sells from.
use crate::App;
use crate::error::AppError;
use crate::place;
use crate::request::Nothing;
use book::dto::LocationRow;
use domain::stock::MAIN;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What it takes.
pub type Input = Nothing;

/// The locations.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Locations {
    /// The one that this installation sells from.
    pub here: String,
    /// All of them, the main one first.
    pub rows: Vec<LocationRow>,
}

/// What it gives.
pub type Output = Locations;

pub(crate) fn run(app: &App, _: Input) -> Result<Output, AppError> {
    let here = place::chosen(app)?.unwrap_or_else(|| MAIN.to_owned());
    let rows = app.read_rows(|read| read.locations())?;
    Ok(Locations { here, rows })
}
