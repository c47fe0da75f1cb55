//! Who acts, when and on whose request: what every entry of one action shares.

use crate::error::Result;
use domain::{RequestId, Subject};
use uuid::Uuid;

/// The circumstances of an action. Time comes from the caller: the book has no clock.
#[derive(Clone, Debug)]
pub struct Act {
    /// Who acts.
    pub actor: String,
    /// The request; a request that was carried out before is not carried out again.
    pub request_id: RequestId,
    /// Wall clock, UTC milliseconds.
    pub at_ms: i64,
    /// Offset of the local clock from UTC, minutes.
    pub offset_min: i32,
    /// Run everything, then take it back.
    pub dry_run: bool,
}

impl Act {
    /// Nobody's: what is copied from elsewhere was done there.
    pub(crate) fn of_nobody(at_ms: i64) -> Self {
        Self {
            actor: String::new(),
            request_id: RequestId(Uuid::nil()),
            at_ms,
            offset_min: 0,
            dry_run: false,
        }
    }
}

/// What became of an action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome<T> {
    /// It was carried out (or tried, in a dry run).
    Done {
        /// What the action returned.
        output: T,
        /// The records that it touched.
        touched: Vec<Subject>,
    },
    /// The same request was carried out before, on these records; nothing was done now.
    Repeated {
        /// The records that it touched then, in the order of its entries.
        subjects: Vec<Subject>,
    },
}

impl<T> Outcome<T> {
    /// The output, computing it from the records when the action is a repeat.
    pub fn or_repeat(
        self,
        again: impl FnOnce(&[Subject]) -> Result<T>,
    ) -> Result<(T, Vec<Subject>)> {
        match self {
            Self::Done { output, touched } => Ok((output, touched)),
            Self::Repeated { subjects } => Ok((again(&subjects)?, Vec::new())),
        }
    }
}
