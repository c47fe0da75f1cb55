//! `book.backup`: a verified copy of the open book in another file.
use crate::jobs::JobStarted;

use super::BookPath;

/// What it takes.
pub type Input = BookPath;
/// What it gives.
pub type Output = JobStarted;
