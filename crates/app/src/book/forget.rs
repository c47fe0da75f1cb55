//! `book.forget`: takes a book off the list of recent ones; the file stays.
use crate::App;
use crate::error::AppError;
use crate::request::Nothing;

use super::BookPath;

/// What it takes.
pub type Input = BookPath;
/// What it gives.
pub type Output = Nothing;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    app.settings().forget(&input.path)?;
    Ok(Nothing {})
}
