//! `book.close`: closes the open book.
use crate::request::Nothing;

/// What it takes.
pub type Input = Nothing;
/// What it gives.
pub type Output = Nothing;
