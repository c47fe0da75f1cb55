//! `book.today`: the day at a glance.
use crate::App;
use crate::error::AppError;
use crate::day;
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

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let day = match &input.day {
        Some(text) => day::parse("day", text)?,
        None => app.today()?,
    };
    app.read(|read| read.today(day))
}
