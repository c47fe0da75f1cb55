//! `book.close`: closes the open book.
use crate::App;
use crate::error::AppError;
use crate::request::Nothing;

/// What it takes.
pub type Input = Nothing;
/// What it gives.
pub type Output = Nothing;

pub(crate) fn run(app: &App, _input: Input) -> Result<Output, AppError> {
    app.take_book();
    Ok(Nothing {})
}
