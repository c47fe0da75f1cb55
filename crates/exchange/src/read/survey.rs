//! The first pass over a file: how many rows there are, in which row each document ends, and
//! whether all of it is valid UTF-8.

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};

use csv::ByteRecord;

use super::Plan;
use crate::error::ReadError;
use crate::limits;
use crate::rows::Rows;

/// What the first pass found.
pub(crate) struct Survey {
    pub(crate) total_rows: u32,
    pub(crate) valid_utf8: bool,
    pub(crate) last_rows: LastRows,
}

/// The last row of each document. Keys are hashes: two documents that share one are merely handed
/// over later than they could be.
#[derive(Default)]
pub(crate) struct LastRows {
    hasher: RandomState,
    rows: HashMap<u64, u32>,
}

impl LastRows {
    /// The last row of a document, if the first pass met it.
    pub(crate) fn of(&self, key: &[u8]) -> Option<u32> {
        self.rows.get(&self.hasher.hash_one(key)).copied()
    }

    fn note(&mut self, key: &[u8], row_number: u32) -> Result<(), ReadError> {
        self.rows.insert(self.hasher.hash_one(key), row_number);
        if self.rows.len() <= limits::DOCUMENTS {
            return Ok(());
        }
        let limit = limits::DOCUMENTS as u64;
        Err(ReadError::Limit {
            what: "documents",
            limit,
            row_number,
        })
    }
}

/// Passes over all rows. A run of rows of one document is noted once, at its end.
pub(super) fn survey(rows: &mut Rows, plan: &Plan) -> Result<Survey, ReadError> {
    let mut survey = Survey {
        total_rows: 0,
        valid_utf8: true,
        last_rows: LastRows::default(),
    };
    let (mut record, mut key) = (ByteRecord::new(), Vec::new());
    let (mut run, mut run_end) = (Vec::new(), 0);
    while let Some(row_number) = rows.next(&mut record)? {
        survey.total_rows += 1;
        survey.valid_utf8 &= std::str::from_utf8(record.as_slice()).is_ok();
        if !plan.key(&record, &mut key) {
            continue;
        }
        if key != run {
            if run_end > 0 {
                survey.last_rows.note(&run, run_end)?;
            }
            std::mem::swap(&mut run, &mut key);
        }
        run_end = row_number;
    }
    if run_end > 0 {
        survey.last_rows.note(&run, run_end)?;
    }
    Ok(survey)
}
