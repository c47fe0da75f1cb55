//! Reads a foreign file into documents. The file is passed over twice: the first pass finds where
//! each document ends (its rows may stand anywhere), the second hands every document over as soon
//! as its last row is read. So memory holds only the documents that are open at a time.

mod batch;
mod documents;
mod grouping;
mod open_document;
mod plan;
mod read_ahead;
mod survey;

use csv::ByteRecord;

use crate::dialect::Dialect;
use crate::encoding;
use crate::error::ReadError;
use crate::mapping::Mapping;
use crate::online_retail;
use crate::rows::Rows;
use crate::source::Source;

pub use batch::{Batch, DuplicateRow, Notice, SeveralTimes, SubUnitPrice};
pub use documents::Documents;
pub use read_ahead::{ReadAhead, read_ahead};

pub(crate) use open_document::{OpenDocument, agree};
pub(crate) use plan::{Judged, Plan};

/// What the columns of a file are.
#[derive(Clone, Debug, PartialEq)]
pub enum Layout {
    /// The UCI Online Retail table; see [`online_retail`].
    OnlineRetail,
    /// A mapping by the user.
    Mapped(Box<Mapping>),
}

/// Opens a file for reading in a layout.
///
/// `minor_digits` is how many decimals the currency of the book has: unit prices with more are
/// listed as [`Notice::SubUnitPrice`].
///
/// # Errors
/// When the file cannot be read as text, passes a limit, or does not fit the layout.
pub fn read(source: &Source, layout: &Layout, minor_digits: u32) -> Result<Documents, ReadError> {
    let head = source.head()?;
    let mut dialect = dialect_of(&head, layout)?;
    let (plan, mut survey) = first_pass(source, &dialect, layout)?;
    let mut plan = plan;
    if dialect.encoding_assumed && !survey.valid_utf8 {
        dialect.encoding = encoding::detect(source, &head)?.0;
        (plan, survey) = first_pass(source, &dialect, layout)?;
    }
    let rows = Rows::open(source, &dialect)?;
    Ok(Documents::new(
        rows,
        plan,
        survey,
        dialect,
        minor_digits.min(6),
    ))
}

/// The layout of a file that this program knows by itself.
///
/// # Errors
/// When the file cannot be read as text or has no rows.
pub fn recognise(source: &Source) -> Result<Option<Layout>, ReadError> {
    let dialect = Dialect::of_head(&source.head()?);
    let rows = Rows::open(source, &dialect)?;
    let known = rows.header().is_some_and(online_retail::is_header);
    Ok(known.then_some(Layout::OnlineRetail))
}

fn dialect_of(head: &[u8], layout: &Layout) -> Result<Dialect, ReadError> {
    Ok(match layout {
        Layout::OnlineRetail => Dialect::of_head(head),
        Layout::Mapped(mapping) => {
            mapping.check()?;
            Dialect::of_mapping(head, mapping)
        }
    })
}

fn first_pass(
    source: &Source,
    dialect: &Dialect,
    layout: &Layout,
) -> Result<(Plan, survey::Survey), ReadError> {
    let mut rows = Rows::open(source, dialect)?;
    let empty = ByteRecord::new();
    let plan = Plan::new(layout, rows.header().unwrap_or(&empty), rows.cells)?;
    let survey = survey::survey(&mut rows, &plan)?;
    Ok((plan, survey))
}

#[cfg(test)]
mod tests;
