//! `book.info`: the open book's settings and size.
use book::dto::BookInfo;

use crate::request::Nothing;

/// What it takes.
pub type Input = Nothing;
/// What it gives.
pub type Output = BookInfo;
