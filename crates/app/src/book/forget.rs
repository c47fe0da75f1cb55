//! `book.forget`: takes a book off the list of recent ones; the file stays.
use crate::request::Nothing;

use super::BookPath;

/// What it takes.
pub type Input = BookPath;
/// What it gives.
pub type Output = Nothing;
