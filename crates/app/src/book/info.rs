//! `book.info`: the open book's settings and size.
use super::terms;
use crate::App;
use crate::error::AppError;
use book::dto::BookInfo;

use crate::request::Nothing;

/// What it takes.
pub type Input = Nothing;
/// What it gives.
pub type Output = BookInfo;

pub(crate) fn run(app: &App, _input: Input) -> Result<Output, AppError> {
    terms::info(app, &*app.book()?)
}
