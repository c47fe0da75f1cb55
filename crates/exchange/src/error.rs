//! What can end the reading of a whole file. A single bad row never does: it is a
//! [`RowProblem`](crate::RowProblem) in the batch, and the reading goes on.

use crate::mapping::MappingError;

/// Why a file cannot be read at all.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// The file cannot be opened or read, or its compression is damaged.
    #[error("the file cannot be read: {0}")]
    Io(std::io::Error),
    /// The file is a workbook, an archive or another binary format.
    #[error("this is {kind}, not a text file; save it as CSV first")]
    NotText {
        /// What the file is, with its article ("an Excel workbook").
        kind: &'static str,
    },
    /// There is no row in the file.
    #[error("the file holds no rows")]
    Empty,
    /// The file asks for more than this program gives.
    #[error("row {row_number}: more than {limit} {what}")]
    Limit {
        /// What there is too much of ("columns", "bytes in one row").
        what: &'static str,
        /// The limit, from [`limits`](crate::limits).
        limit: u64,
        /// Where it was met.
        row_number: u32,
    },
    /// A quoted field is opened and the file ends before it is closed.
    #[error("row {row_number}: a quoted field is never closed")]
    UnclosedQuote {
        /// The row in which the field begins.
        row_number: u32,
    },
    /// The mapping does not fit itself or this file.
    #[error(transparent)]
    Mapping(#[from] MappingError),
    /// No encoding has the label that was given.
    #[error("no encoding is called {label}")]
    Encoding {
        /// The label, cut.
        label: String,
    },
    /// The sign that was given cannot stand between fields.
    #[error("a delimiter is one ASCII sign, no letter, digit or quote: {sign:?}")]
    Delimiter {
        /// The sign.
        sign: char,
    },
    /// The layout that was asked for needs a column that the file lacks.
    #[error("the column {column} is missing")]
    MissingColumn {
        /// The name of the column.
        column: &'static str,
    },
    /// The file was written to between the two passes over it.
    #[error("the file changed while it was being read")]
    Changed,
}

impl ReadError {
    /// The stable word for this error: what a user interface looks its sentence up by.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Io(_) => "file_unreadable",
            Self::NotText { .. } => "file_not_text",
            Self::Empty => "file_empty",
            Self::Limit { .. } => "file_over_limit",
            Self::UnclosedQuote { .. } => "quote_unclosed",
            Self::Mapping(error) => error.code.as_str(),
            Self::Encoding { .. } => "encoding_unknown",
            Self::Delimiter { .. } => "delimiter_unfit",
            Self::MissingColumn { .. } => "column_missing",
            Self::Changed => "file_changed",
        }
    }

    /// The path of the mapping field at fault, when the mapping is at fault.
    pub fn field(&self) -> Option<&str> {
        match self {
            Self::Mapping(error) => Some(&error.field),
            _ => None,
        }
    }
}

impl From<std::io::Error> for ReadError {
    fn from(error: std::io::Error) -> Self {
        Self::Io(error)
    }
}
