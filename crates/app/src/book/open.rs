//! `book.open`: opens a book; the one open before is closed.
use book::dto::BookInfo;

use super::BookPath;

/// What it takes.
pub type Input = BookPath;
/// What it gives.
pub type Output = BookInfo;
