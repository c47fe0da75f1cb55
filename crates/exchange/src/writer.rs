//! CSV files for export: RFC 4180 (CRLF, quotes where needed), UTF-8, an optional byte order mark
//! for spreadsheets that need one. Text cells that a spreadsheet would run as a formula get an
//! apostrophe; numbers never do. Numbers are written with a decimal point and without groups.

use std::io::Write;

use csv::{Terminator, WriterBuilder};

use crate::escape::needs_protection;

/// One value of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell<'a> {
    /// Nothing.
    Empty,
    /// Text from anywhere; protected where it would be taken for a formula.
    Text(&'a str),
    /// A whole number.
    Integer(i64),
    /// A number of a fixed scale, written with exactly `digits` decimals: money from minor units.
    Fixed {
        /// The value in units of `10^-digits`.
        value: i64,
        /// Decimals, at most 18.
        digits: u32,
    },
    /// A number of a fixed scale, written without needless zeros: quantities, unit prices, rates.
    Decimal {
        /// The value in units of `10^-digits`.
        value: i64,
        /// Decimals, at most 18.
        digits: u32,
    },
}

/// Writes rows. Call [`CsvWriter::finish`] at the end: only then is everything written.
pub struct CsvWriter<W: Write> {
    inner: csv::Writer<W>,
}

impl<W: Write> CsvWriter<W> {
    /// Starts a file; `mark` writes a byte order mark first.
    ///
    /// # Errors
    /// When the mark cannot be written.
    pub fn new(mut out: W, mark: bool) -> std::io::Result<Self> {
        if mark {
            out.write_all(b"\xef\xbb\xbf")?;
        }
        let mut builder = WriterBuilder::new();
        builder.terminator(Terminator::CRLF).flexible(false);
        Ok(Self { inner: builder.from_writer(out) })
    }

    /// Writes one row.
    ///
    /// # Errors
    /// When it cannot be written, or has another number of cells than the first row.
    pub fn row(&mut self, cells: &[Cell<'_>]) -> std::io::Result<()> {
        for cell in cells {
            self.cell(*cell)?;
        }
        Ok(self.inner.write_record(None::<&[u8]>)?)
    }

    /// Writes everything out and hands the writer back.
    ///
    /// # Errors
    /// When the rest cannot be written.
    pub fn finish(self) -> std::io::Result<W> {
        self.inner.into_inner().map_err(|error| error.into_error())
    }

    fn cell(&mut self, cell: Cell<'_>) -> std::io::Result<()> {
        match cell {
            Cell::Empty => self.inner.write_field("")?,
            Cell::Text(text) if needs_protection(text) => {
                self.inner.write_field(format!("'{text}"))?;
            }
            Cell::Text(text) => self.inner.write_field(text)?,
            Cell::Integer(value) => self.inner.write_field(value.to_string())?,
            Cell::Fixed { value, digits } => self.inner.write_field(fixed(value, digits))?,
            Cell::Decimal { value, digits } => self.inner.write_field(decimal(value, digits))?,
        }
        Ok(())
    }
}

/// A number of a fixed scale with exactly `digits` decimals (at most 18): `-1234` at 2 is `-12.34`.
pub fn fixed(value: i64, digits: u32) -> String {
    let digits = digits.min(18);
    let unit = 10_u64.pow(digits);
    let sign = if value < 0 { "-" } else { "" };
    let (whole, rest) = (value.unsigned_abs() / unit, value.unsigned_abs() % unit);
    match digits as usize {
        0 => format!("{sign}{whole}"),
        width => format!("{sign}{whole}.{rest:0width$}"),
    }
}

/// The same without zeros at the end: `2500` at 3 is `2.5`.
pub fn decimal(value: i64, digits: u32) -> String {
    let text = fixed(value, digits);
    if !text.contains('.') {
        return text;
    }
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(rows: &[&[Cell<'_>]], mark: bool) -> String {
        let mut writer = CsvWriter::new(Vec::new(), mark).unwrap();
        rows.iter().for_each(|row| writer.row(row).unwrap());
        String::from_utf8(writer.finish().unwrap()).unwrap()
    }

    #[test]
    fn numbers_are_written_with_their_decimals() {
        let table = [
            (Cell::Fixed { value: -1_234, digits: 2 }, "-12.34"),
            (Cell::Fixed { value: -5, digits: 2 }, "-0.05"),
            (Cell::Fixed { value: 974_774_793, digits: 2 }, "9747747.93"),
            (Cell::Fixed { value: 10_920, digits: 0 }, "10920"),
            (Cell::Fixed { value: i64::MIN, digits: 3 }, "-9223372036854775.808"),
            (Cell::Decimal { value: 2_500, digits: 3 }, "2.5"),
            (Cell::Decimal { value: -10_000, digits: 3 }, "-10"),
            (Cell::Decimal { value: 1_000, digits: 6 }, "0.001"),
            (Cell::Decimal { value: 100, digits: 0 }, "100"),
            (Cell::Integer(-7), "-7"),
        ];
        for (cell, text) in table {
            assert_eq!(written(&[&[cell, Cell::Text("x")]], false), format!("{text},x\r\n"));
        }
    }

    #[test]
    fn text_is_protected_and_numbers_are_not() {
        let row = [Cell::Text("=1+1"), Cell::Text("-x"), Cell::Integer(-1), Cell::Text("a")];
        assert_eq!(written(&[&row], false), "'=1+1,'-x,-1,a\r\n");
    }

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        let row = [Cell::Text("a,b"), Cell::Text("say \"hi\""), Cell::Text("x\ny"), Cell::Empty];
        assert_eq!(written(&[&row], false), "\"a,b\",\"say \"\"hi\"\"\",\"x\ny\",\r\n");
    }

    #[test]
    fn a_row_of_one_empty_cell_is_not_an_empty_line() {
        assert_eq!(written(&[&[Cell::Empty]], false), "\"\"\r\n");
    }

    #[test]
    fn the_mark_comes_first() {
        assert_eq!(written(&[&[Cell::Text("ä")]], true).as_bytes()[..3], *b"\xef\xbb\xbf");
    }

    #[test]
    fn rows_of_different_widths_are_an_error() {
        let mut writer = CsvWriter::new(Vec::new(), false).unwrap();
        writer.row(&[Cell::Integer(1), Cell::Integer(2)]).unwrap();
        assert!(writer.row(&[Cell::Integer(1)]).is_err());
    }
}
