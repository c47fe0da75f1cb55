//! `book.keep`: keeps the settings of this installation for the next start.
use super::kept::Kept;
use crate::request::Nothing;

/// What it takes.
pub type Input = Kept;
/// What it gives.
pub type Output = Nothing;
