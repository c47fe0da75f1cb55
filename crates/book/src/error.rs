//! What can go wrong with a book, in kinds that a person can act on.

use domain::Refusal;
use std::path::PathBuf;

/// Errors of the book. None carries personal data.
#[derive(Debug, thiserror::Error)]
pub enum BookError {
    /// There is no file at the path.
    #[error("there is no file at {0}")]
    Missing(PathBuf),
    /// A file is there already and is not overwritten.
    #[error("a file exists already at {0}")]
    Exists(PathBuf),
    /// The file is not a Counterbook file, or damaged beyond reading.
    #[error("{path} is damaged or not a book: {detail}")]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What SQLite or the check said.
        detail: String,
    },
    /// The file was written by a newer version.
    #[error("the book needs version {needed} or newer of Counterbook (file schema {schema})")]
    Newer {
        /// Product version that can open it.
        needed: String,
        /// Schema number of the file.
        schema: i64,
    },
    /// The folder or file cannot be written.
    #[error("{0} cannot be written")]
    NotWritable(PathBuf),
    /// The book is open for reading only; the code says why.
    #[error("the book is read-only ({0})")]
    ReadOnly(&'static str),
    /// The disk is full; nothing of the action was kept.
    #[error("the disk is full; the action was not carried out")]
    DiskFull,
    /// Another process holds the book for too long.
    #[error("the book is busy in another window or program")]
    Busy,
    /// A rule of the trade refuses.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The record does not exist.
    #[error("{0} not found")]
    NotFound(&'static str),
    /// The work was cancelled by the user.
    #[error("cancelled")]
    Cancelled,
    /// A foreign entry does not fit its journal.
    #[error("entry {seq} of a device does not continue its journal: {detail}")]
    Chain {
        /// Its sequence number.
        seq: u64,
        /// What does not fit.
        detail: &'static str,
    },
    /// A check of the book failed.
    #[error("the book is not consistent: {0}")]
    Inconsistent(String),
    /// Any other error of SQLite.
    #[error("{0}{code}", code = extended_code(.0))]
    Sqlite(rusqlite::Error),
    /// Any other error of the file system.
    #[error("file: {0}")]
    Io(#[from] std::io::Error),
}

/// The number of SQLite's error, which alone tells the many kinds of "disk I/O error" apart.
fn extended_code(error: &rusqlite::Error) -> String {
    let number = |failure: &rusqlite::ffi::Error| format!(" ({})", failure.extended_code);
    error.sqlite_error().map(number).unwrap_or_default()
}

impl From<rusqlite::Error> for BookError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as Code;
        match error.sqlite_error_code() {
            Some(Code::DiskFull) => Self::DiskFull,
            Some(Code::DatabaseBusy | Code::DatabaseLocked) => Self::Busy,
            Some(Code::ReadOnly) => Self::ReadOnly("file_read_only"),
            Some(Code::OperationInterrupted) => Self::Cancelled,
            Some(Code::DatabaseCorrupt | Code::NotADatabase) => Self::Damaged {
                path: PathBuf::new(),
                detail: error.to_string(),
            },
            _ => Self::Sqlite(error),
        }
    }
}

/// Result of the book's functions.
pub type Result<T, E = BookError> = std::result::Result<T, E>;
