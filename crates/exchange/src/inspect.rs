//! Looks at a file before it is imported: encoding, delimiter, header, what each column seems to
//! hold, and a mapping to start from. Columns are judged over all rows, not over a sample.

mod column;
mod header;
mod names;
mod options;
mod suggest;

use csv::ByteRecord;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::dialect::Dialect;
use crate::error::ReadError;
use crate::limits;
use crate::mapping::Mapping;
use crate::online_retail;
use crate::rows::Rows;
use crate::source::Source;

pub use column::{ColumnGuess, ColumnKind};
pub use options::InspectOptions;

use column::Judge;

/// What a file seems to be. Everything in it is a guess that a person can correct in the mapping.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Inspection {
    /// The file name without folders.
    pub file_name: String,
    /// Whether the file is compressed with gzip or Zstandard.
    pub compressed: bool,
    /// The WHATWG name of the encoding.
    pub encoding: String,
    /// Whether the file begins with a byte order mark.
    pub byte_order_mark: bool,
    /// The sign between fields.
    pub delimiter: char,
    /// The sign around fields.
    pub quote: char,
    /// Rows before the header, or before the table.
    pub skip_rows: u32,
    /// Whether the first row names the columns.
    pub has_header: bool,
    /// Rows that were looked at, the header not counted.
    pub rows_seen: u32,
    /// Whether these are all rows of the file.
    pub complete: bool,
    /// The columns in the order of the file.
    pub columns: Vec<ColumnGuess>,
    /// The first rows, the header not among them; cells are cut to [`limits::VALUE_CHARS`].
    pub preview: Vec<Vec<String>>,
    /// The layout, when this program knows it by itself.
    pub layout: Option<KnownLayout>,
    /// A mapping to start from, when the columns look like orders, products or customers. It may
    /// still lack something; [`Mapping::faults`] says what.
    pub suggested: Option<Mapping>,
}

/// The layouts that need no mapping.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "kebab-case")]
pub enum KnownLayout {
    /// [`Layout::OnlineRetail`](crate::Layout::OnlineRetail)
    OnlineRetail,
}

/// Looks at a whole file, up to [`limits::INSPECT_ROWS`] rows.
///
/// # Errors
/// When the file cannot be read as text, passes a limit, or holds no row.
pub fn inspect(source: &Source) -> Result<Inspection, ReadError> {
    inspect_as(source, &InspectOptions::default())
}

/// The same for a file of which a person has said how it is read; the rest is still guessed.
///
/// # Errors
/// As [`inspect`]; and when the options name no encoding or no possible delimiter.
pub fn inspect_as(source: &Source, options: &InspectOptions) -> Result<Inspection, ReadError> {
    let delimiter = options.delimiter()?;
    let head = source.head()?;
    let (encoding, byte_order_mark) = options.encoding_of(source, &head)?;
    let mut dialect = Dialect::in_encoding(&head, encoding, delimiter);
    dialect.has_header = match options.has_header {
        Some(told) => told,
        None => header::is_likely(&first_row(source, &dialect)?),
    };
    let rows = Rows::open(source, &dialect)?;
    let header = rows.header().cloned();
    // A layout is known only as the file is found: an import of it takes no options.
    let known = |header: &&ByteRecord| options.is_empty() && online_retail::is_header(header);
    let layout = header.as_ref().filter(known);
    let layout = layout.map(|_| KnownLayout::OnlineRetail);
    let seen = look(rows)?;
    let columns = seen.guesses(header.as_ref());
    Ok(Inspection {
        file_name: source.name().to_owned(),
        compressed: source.is_compressed()?,
        encoding: encoding.name().to_owned(),
        byte_order_mark,
        delimiter: char::from(dialect.delimiter),
        quote: char::from(dialect.quote),
        skip_rows: dialect.skip_rows,
        has_header: dialect.has_header,
        rows_seen: seen.rows,
        complete: seen.complete,
        suggested: suggest::mapping(&columns, &dialect),
        columns,
        preview: seen.preview,
        layout,
    })
}

fn first_row(source: &Source, dialect: &Dialect) -> Result<Vec<String>, ReadError> {
    let dialect = Dialect {
        has_header: false,
        ..dialect.clone()
    };
    let mut record = ByteRecord::new();
    match Rows::open(source, &dialect)?.next(&mut record)? {
        Some(_) => Ok(shown(&record)),
        None => Err(ReadError::Empty),
    }
}

/// What went by.
struct Seen {
    judges: Vec<Judge>,
    preview: Vec<Vec<String>>,
    rows: u32,
    complete: bool,
}

fn look(mut rows: Rows) -> Result<Seen, ReadError> {
    let mut seen = Seen {
        judges: Vec::new(),
        preview: Vec::new(),
        rows: 0,
        complete: true,
    };
    seen.widen(rows.width());
    let mut record = ByteRecord::new();
    while rows.next(&mut record)?.is_some() {
        if seen.rows == limits::INSPECT_ROWS {
            seen.complete = false;
            break;
        }
        seen.rows += 1;
        seen.widen(record.len());
        for (judge, cell) in seen.judges.iter_mut().zip(record.iter()) {
            judge.see(cell);
        }
        if seen.preview.len() < limits::PREVIEW_ROWS {
            seen.preview.push(shown(&record));
        }
    }
    Ok(seen)
}

impl Seen {
    fn widen(&mut self, width: usize) {
        if self.judges.len() < width {
            self.judges.resize_with(width, Judge::default);
        }
    }

    fn guesses(&self, header: Option<&ByteRecord>) -> Vec<ColumnGuess> {
        let name = |place| {
            header
                .and_then(|header: &ByteRecord| header.get(place))
                .map(cut)
        };
        let judges = self.judges.iter().enumerate();
        judges
            .map(|(place, judge)| judge.guess(place, name(place)))
            .collect()
    }
}

fn shown(record: &ByteRecord) -> Vec<String> {
    record.iter().map(cut).collect()
}

fn cut(cell: &[u8]) -> String {
    // Four bytes hold any character, so nothing that is shown is lost.
    let start = &cell[..cell.len().min(limits::VALUE_CHARS * 4)];
    String::from_utf8_lossy(start)
        .trim()
        .chars()
        .take(limits::VALUE_CHARS)
        .collect()
}

#[cfg(test)]
mod tests;
