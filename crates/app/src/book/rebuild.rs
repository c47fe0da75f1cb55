//! `book.rebuild`: makes every projection anew from the journal.
use crate::jobs::JobStarted;
use crate::request::Nothing;

/// What it takes.
pub type Input = Nothing;
/// What it gives.
pub type Output = JobStarted;
