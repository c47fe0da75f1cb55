//! `book.verify`: checks the whole book: hash chain, projections, ledgers, file.
use crate::jobs::JobStarted;
use crate::request::Nothing;

/// What it takes.
pub type Input = Nothing;
/// What it gives.
pub type Output = JobStarted;
