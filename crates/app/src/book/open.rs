//! `book.open`: opens a book; the one open before is closed.
use crate::App;
use crate::error::AppError;
use std::path::Path;
use book::Book;
use super::{recent, terms};
use book::dto::BookInfo;

use super::BookPath;

/// What it takes.
pub type Input = BookPath;
/// What it gives.
pub type Output = BookInfo;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let path = Path::new(&input.path);
    let book = Book::open(path).map_err(|error| AppError::from(error).in_field("path"))?;
    let open = app.put_book(book)?;
    let info = terms::info(app, &open)?;
    recent::remember(app, &info)?;
    Ok(info)
}
