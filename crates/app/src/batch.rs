//! What all batches share: each record once, turn by turn, until somebody calls it off; a record
//! that another writer was faster with is looked at anew; what became of each is counted.
use std::collections::HashSet;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::App;
use crate::desk::OpenBook;
use crate::error::AppError;
use crate::jobs::Progress;

/// The most records of one batch: as many as can be selected.
pub(crate) const RECORDS: usize = 5_000;
/// So often a record is looked at anew when another writer was faster.
pub(crate) const TRIES: usize = 3;

/// What became of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum BatchOutcome {
    /// It was done, now or when the same batch ran before.
    Done,
    /// There was nothing to do: the record is like that already.
    Unchanged,
    /// It was refused; `error` says why.
    Refused,
}

/// How many came to what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub done: i64,
    pub unchanged: i64,
    pub refused: i64,
    /// Not looked at, because it was called off.
    pub left: i64,
}

impl Counts {
    /// Those of the records that were looked at, out of all.
    pub fn of(all: usize, outcomes: impl Iterator<Item = BatchOutcome>) -> Self {
        let left = i64::try_from(all).unwrap_or(i64::MAX);
        let mut counts = Self {
            left,
            ..Self::default()
        };
        for outcome in outcomes {
            counts.left -= 1;
            match outcome {
                BatchOutcome::Done => counts.done += 1,
                BatchOutcome::Unchanged => counts.unchanged += 1,
                BatchOutcome::Refused => counts.refused += 1,
            }
        }
        counts
    }
}

/// Records that were chosen, each once.
pub(crate) fn once_each(chosen: &[Uuid], field: &str) -> Result<Vec<Uuid>, AppError> {
    let mut seen = HashSet::new();
    let once = chosen.iter().copied().filter(|id| seen.insert(*id));
    bounded(once.collect(), field)
}

/// Records, not too many of them.
pub(crate) fn bounded(records: Vec<Uuid>, field: &str) -> Result<Vec<Uuid>, AppError> {
    if records.len() > RECORDS {
        return Err(AppError::at(field, "too_many").with(RECORDS));
    }
    Ok(records)
}

/// Gives each record its turn; what came of those that had it, and whether it was called off.
pub(crate) fn turns<T>(
    (app, open): (&App, &Arc<OpenBook>),
    records: &[Uuid],
    progress: &mut Progress,
    mut take: impl FnMut(Uuid) -> Result<T, AppError>,
) -> Result<(Vec<T>, bool), AppError> {
    let mut results = Vec::with_capacity(records.len());
    for (record, done) in records.iter().zip(1..) {
        // Another book may have been opened: its records are none of this batch.
        let is_here = app.maybe_book().is_some_and(|now| Arc::ptr_eq(&now, open));
        if !is_here || progress.go_on().is_err() {
            progress.break_off();
            return Ok((results, true));
        }
        results.push(take(*record)?);
        // Called off: the next turn sees it, after this record was counted.
        let _ = progress.done(done, None);
    }
    Ok((results, false))
}

/// Tries something about one record, anew when another writer was faster. Only a book that is gone
/// ends the whole batch.
pub(crate) fn tried(
    tries: usize,
    mut once: impl FnMut() -> Result<BatchOutcome, AppError>,
) -> Result<(BatchOutcome, Option<AppError>), AppError> {
    let mut left = tries;
    loop {
        left = left.saturating_sub(1);
        match once() {
            Ok(outcome) => return Ok((outcome, None)),
            Err(error) if error.code == "no_book" => return Err(error),
            Err(error) if error.code == "version_conflict" && left > 0 => {}
            Err(error) => return Ok((BatchOutcome::Refused, Some(error))),
        }
    }
}
