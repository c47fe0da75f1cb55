//! Room in the write-ahead log. A commit that makes a file longer also makes the file system write
//! its own journal, twice the time of one that overwrites; so the log is made longer ahead, a few
//! times as long as it was, until it holds all that comes between two checkpoints.
//!
//! The log's own format allows it: SQLite reads it up to the first frame that is not whole, and
//! zeros are none.

use crate::error::{BookError, Result};
use rusqlite::{Connection, TransactionBehavior};
use std::fs::OpenOptions;
use std::io::{Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// A log shorter than this belongs to a program that writes little.
const LEAST_BYTES: u64 = 128 * 1024;
/// The 8,000 pages after which a checkpoint is made, and what one commit may add to them.
const MOST_BYTES: u64 = 36 * 1024 * 1024;
/// So many times its length a log is made.
const TIMES: u64 = 8;

/// The room that was made in a book's log.
pub(crate) struct Room {
    log: PathBuf,
    made_bytes: u64,
}

impl Room {
    /// Of the log of a book.
    pub fn of(book: &Path) -> Self {
        let mut log = book.as_os_str().to_owned();
        log.push("-wal");
        Self {
            log: log.into(),
            made_bytes: LEAST_BYTES,
        }
    }

    /// Makes room when commits have used up what there was. Room is no promise: where none can be
    /// made, commits take longer.
    pub fn keep(&mut self, conn: &mut Connection, busy: Duration) {
        if self.made_bytes >= MOST_BYTES || self.length() <= self.made_bytes {
            return;
        }
        // Whoever writes at the moment is not waited for: the next commit asks again.
        let made = conn
            .busy_timeout(Duration::ZERO)
            .map_err(BookError::from)
            .and_then(|()| self.make(conn));
        // Setting a time-out cannot fail on an open connection.
        let _ = conn.busy_timeout(busy);
        if let Err(error) = made
            && !matches!(error, BookError::Busy)
        {
            self.made_bytes = MOST_BYTES;
        }
    }

    fn length(&self) -> u64 {
        std::fs::metadata(&self.log).map_or(0, |log| log.len())
    }

    /// While the write lock is held nobody adds to the log.
    fn make(&mut self, conn: &mut Connection) -> Result<()> {
        let lock = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let length = self.length();
        let wanted = length.saturating_mul(TIMES).min(MOST_BYTES);
        let made = extend(&self.log, length, wanted);
        lock.rollback()?;
        made?;
        self.made_bytes = wanted.max(length);
        Ok(())
    }
}

/// Zeros behind the end of a file, on the disk; taken back when there is no place for all of them.
fn extend(path: &Path, from: u64, to: u64) -> std::io::Result<()> {
    if to <= from {
        return Ok(());
    }
    let zeros = [0; 64 * 1024];
    let mut file = OpenOptions::new().write(true).open(path)?;
    file.seek(SeekFrom::Start(from))?;
    let mut left = to - from;
    while left > 0 {
        let part = left.min(zeros.len() as u64) as usize;
        if let Err(error) = file.write_all(&zeros[..part]) {
            file.set_len(from)?;
            return Err(error);
        }
        left -= part as u64;
    }
    file.sync_all()
}
