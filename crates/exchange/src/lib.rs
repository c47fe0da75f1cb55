//! Foreign files in, typed neutral documents out, and CSV files for export. This crate knows
//! neither the book nor its rules: it promises that every row of a file comes out exactly once, as
//! part of a document or as a refusal with its reason, and that no number is rounded on the way.
//!
//! Start with [`inspect`] to see what a file is, [`recognise`] for a layout that is known, and
//! [`read`] for its documents.

mod cell;
mod country;
mod date;
mod dialect;
mod document;
mod encoding;
mod error;
mod escape;
mod inspect;
pub mod limits;
mod mapped;
pub mod mapping;
mod number;
pub mod online_retail;
mod problem;
mod read;
mod report;
mod rows;
mod source;
mod tally;
mod writer;

pub use country::country_code;
pub use date::{DateFormat, PrintedTime};
pub use document::{
    ForeignCustomer, ForeignDocument, ForeignKind, ForeignLine, ForeignOrder, ForeignProduct,
};
pub use error::ReadError;
pub use inspect::{
    ColumnGuess, ColumnKind, InspectOptions, Inspection, KnownLayout, inspect, inspect_as,
};
pub use mapping::{Column, ColumnRef, Field, Mapping, MappingError, MappingFault, RowKind};
pub use number::{DecimalMark, NumberFault, parse_amount, parse_quantity};
pub use problem::{ProblemCode, RowProblem};
pub use read::{
    Batch, Documents, DuplicateRow, Layout, Notice, ReadAhead, SeveralTimes, SubUnitPrice, read,
    read_ahead, recognise,
};
pub use report::{Listed, Report};
pub use source::Source;
pub use tally::{Outcome, RowClass, Tally};
pub use writer::{Cell, CsvWriter, decimal, fixed};
