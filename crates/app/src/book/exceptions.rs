//! `book.exceptions`: everything that a person must look at.
use crate::App;
use crate::error::AppError;
use crate::request::Nothing;
use book::dto::Exception;
use book::views::WINDOW_ROWS;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What it takes.
pub type Input = Nothing;

/// What a person must look at.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Exceptions {
    /// The first of them.
    pub exceptions: Vec<Exception>,
    /// How many there are.
    pub total: i64,
}

/// What it gives.
pub type Output = Exceptions;

pub(crate) fn run(app: &App, _input: Input) -> Result<Output, AppError> {
    let (exceptions, total) = app.read(|read| read.exceptions(WINDOW_ROWS))?;
    Ok(Exceptions { exceptions, total })
}
