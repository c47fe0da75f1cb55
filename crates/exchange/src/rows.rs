//! Rows out of a file, one at a time: decompressed, decoded, bounded. Row numbers are those of a
//! spreadsheet: the header is row 1 and lines that are wholly empty are not counted.

use std::io::{self, Read};

use csv::{ByteRecord, Reader, ReaderBuilder};

use crate::cell::CellReader;
use crate::dialect::Dialect;
use crate::encoding;
use crate::error::ReadError;
use crate::limits;
use crate::source::{RawStream, Source};

/// An open file, positioned behind its header.
pub(crate) struct Rows {
    reader: Reader<Guarded>,
    header: Option<ByteRecord>,
    width: Option<usize>,
    quote: u8,
    row_number: u32,
    /// How cells of this file are read.
    pub(crate) cells: CellReader,
}

impl Rows {
    /// Opens a file and reads its header, if it has one.
    ///
    /// # Errors
    /// When the file cannot be read or has no row where the header should be.
    pub(crate) fn open(source: &Source, dialect: &Dialect) -> Result<Self, ReadError> {
        let text = encoding::decoded(source.open()?, dialect.encoding);
        let mut builder = ReaderBuilder::new();
        builder
            .has_headers(false)
            .flexible(true)
            .buffer_capacity(64 * 1024);
        builder.delimiter(dialect.delimiter).quote(dialect.quote);
        let mut rows = Self {
            reader: builder.from_reader(Guarded::new(text)),
            header: None,
            width: None,
            quote: dialect.quote,
            row_number: 0,
            cells: CellReader {
                transcoded: dialect.encoding != encoding_rs::UTF_8,
            },
        };
        rows.pass_over(dialect)?;
        Ok(rows)
    }

    fn pass_over(&mut self, dialect: &Dialect) -> Result<(), ReadError> {
        let mut record = ByteRecord::new();
        for _ in 0..dialect.skip_rows {
            self.next(&mut record)?;
        }
        self.width = None;
        if dialect.has_header {
            self.next(&mut record)?.ok_or(ReadError::Empty)?;
            self.header = Some(record);
        }
        Ok(())
    }

    /// The header as it is in the file.
    pub(crate) fn header(&self) -> Option<&ByteRecord> {
        self.header.as_ref()
    }

    /// Columns of the header, or of the first row where there is no header.
    pub(crate) fn width(&self) -> usize {
        self.width.unwrap_or_default()
    }

    /// The next row and its number; `None` at the end.
    ///
    /// # Errors
    /// When the file cannot be read, passes a limit, or ends inside a quoted cell.
    pub(crate) fn next(&mut self, record: &mut ByteRecord) -> Result<Option<u32>, ReadError> {
        self.reader.get_mut().left = limits::ROW_BYTES;
        let next = self.row_number + 1;
        let found = self
            .reader
            .read_byte_record(record)
            .map_err(|error| broken(error, next))?;
        if !found {
            return Ok(None);
        }
        self.row_number = next;
        self.check_limits(record)?;
        self.check_end(record)?;
        self.width.get_or_insert(record.len());
        Ok(Some(next))
    }

    fn check_limits(&self, record: &ByteRecord) -> Result<(), ReadError> {
        let row_number = self.row_number;
        if record.len() > limits::COLUMNS {
            let limit = limits::COLUMNS as u64;
            return Err(ReadError::Limit {
                what: "columns",
                limit,
                row_number,
            });
        }
        if row_number > limits::ROWS {
            let limit = limits::ROWS.into();
            return Err(ReadError::Limit {
                what: "rows",
                limit,
                row_number,
            });
        }
        Ok(())
    }

    /// A last cell that runs over line ends up to the end of the file, without a closing quote,
    /// has swallowed rows. The text then ends with something else than the quote.
    fn check_end(&self, record: &ByteRecord) -> Result<(), ReadError> {
        let last = record.iter().next_back().unwrap_or_default();
        let guarded = self.reader.get_ref();
        if guarded.ended && last.contains(&b'\n') && guarded.last_sign != self.quote {
            return Err(ReadError::UnclosedQuote {
                row_number: self.row_number,
            });
        }
        Ok(())
    }
}

fn broken(error: csv::Error, row_number: u32) -> ReadError {
    match error.into_kind() {
        csv::ErrorKind::Io(error)
            if error
                .get_ref()
                .is_some_and(|inner| inner.is::<RowTooLong>()) =>
        {
            ReadError::Limit {
                what: "bytes in one row",
                limit: limits::ROW_BYTES,
                row_number,
            }
        }
        csv::ErrorKind::Io(error) => ReadError::Io(error),
        other => ReadError::Io(io::Error::other(format!("{other:?}"))),
    }
}

/// Gives out at most `left` bytes until it is topped up, and remembers how the text ends.
struct Guarded {
    inner: RawStream,
    left: u64,
    last_sign: u8,
    ended: bool,
}

#[derive(Debug, thiserror::Error)]
#[error("the row is too long")]
struct RowTooLong;

impl Guarded {
    fn new(inner: RawStream) -> Self {
        Self {
            inner,
            left: limits::ROW_BYTES,
            last_sign: 0,
            ended: false,
        }
    }
}

impl Read for Guarded {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.left == 0 {
            return Err(io::Error::other(RowTooLong));
        }
        let count = self.inner.read(buffer)?;
        self.left = self.left.saturating_sub(count as u64);
        self.ended = count == 0;
        let sign = buffer[..count]
            .iter()
            .rev()
            .find(|byte| !byte.is_ascii_whitespace());
        self.last_sign = sign.copied().unwrap_or(self.last_sign);
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dialect() -> Dialect {
        Dialect::of_head(b"a,b\n1,2\n")
    }

    fn all(bytes: &[u8]) -> Result<Vec<(u32, Vec<String>)>, ReadError> {
        let source = Source::bytes("x.csv", bytes.to_vec());
        let mut rows = Rows::open(&source, &dialect())?;
        let (mut record, mut found) = (ByteRecord::new(), Vec::new());
        while let Some(number) = rows.next(&mut record)? {
            let cells = record
                .iter()
                .map(|cell| String::from_utf8_lossy(cell).into_owned());
            found.push((number, cells.collect()));
        }
        Ok(found)
    }

    #[test]
    fn every_kind_of_line_end_ends_a_row() {
        for text in ["a,b\n1,2\n3,4\n", "a,b\r\n1,2\r\n3,4", "a,b\r1,2\r3,4\r"] {
            let rows = all(text.as_bytes()).unwrap();
            assert_eq!(
                rows.iter().map(|row| row.0).collect::<Vec<_>>(),
                [2, 3],
                "{text:?}"
            );
            assert_eq!(rows[1].1, ["3", "4"]);
        }
    }

    #[test]
    fn a_quote_that_never_closes_is_an_error_and_not_a_long_cell() {
        let error = all(b"a,b\n1,\"2\n3,4\n5,6\n").unwrap_err();
        assert_eq!(
            (error.code(), error.to_string().contains("row 2")),
            ("quote_unclosed", true)
        );
    }

    #[test]
    fn a_last_cell_over_two_lines_is_fine_when_it_closes() {
        for text in [
            "a,b\n1,\"2\n3\"",
            "a,b\n1,\"2\n3\"\r\n",
            "a,b\n1,\"2\n3\n\"\n",
        ] {
            assert_eq!(all(text.as_bytes()).unwrap().len(), 1, "{text:?}");
        }
    }

    #[test]
    fn a_row_beyond_the_limit_ends_the_reading() {
        let mut endless = b"a,b\n1,\"".to_vec();
        endless.resize(endless.len() + limits::ROW_BYTES as usize + 100_000, b'x');
        assert_eq!(all(&endless).unwrap_err().code(), "file_over_limit");
        let wide = [
            b"a,b\n".to_vec(),
            vec![b','; limits::COLUMNS],
            b"\n".to_vec(),
        ]
        .concat();
        assert_eq!(all(&wide).unwrap_err().code(), "file_over_limit");
    }

    #[test]
    fn a_file_without_rows_says_so() {
        for text in ["", "\n\n"] {
            assert_eq!(all(text.as_bytes()).unwrap_err().code(), "file_empty");
        }
        assert_eq!(all(b"a,b\n").unwrap(), []);
    }
}
