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
        Ok(Self {
            inner: builder.from_writer(out),
        })
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
    fn money_keeps_its_decimals() {
        let table = [
            (-1_234, 2, "-12.34"),
            (-5, 2, "-0.05"),
            (974_774_793, 2, "9747747.93"),
            (10_920, 0, "10920"),
            (i64::MIN, 3, "-9223372036854775.808"),
        ];
        for (value, digits, text) in table {
            let row = [Cell::Fixed { value, digits }, Cell::Text("x")];
            assert_eq!(written(&[&row], false), format!("{text},x\r\n"));
        }
    }

    #[test]
    fn other_decimals_lose_their_zeros() {
        let table = [
            (2_500, 3, "2.5"),
            (-10_000, 3, "-10"),
            (1_000, 6, "0.001"),
            (0, 3, "0"),
            (100, 0, "100"),
        ];
        for (value, digits, text) in table {
            let row = [Cell::Decimal { value, digits }, Cell::Integer(-7)];
            assert_eq!(written(&[&row], false), format!("{text},-7\r\n"));
        }
    }

    #[test]
    fn text_is_protected_and_numbers_are_not() {
        let row = [
            Cell::Text("=1+1"),
            Cell::Text("-x"),
            Cell::Integer(-1),
            Cell::Text("a"),
        ];
        assert_eq!(written(&[&row], false), "'=1+1,'-x,-1,a\r\n");
    }

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        let row = [
            Cell::Text("a,b"),
            Cell::Text("say \"hi\""),
            Cell::Text("x\ny"),
            Cell::Empty,
        ];
        assert_eq!(
            written(&[&row], false),
            "\"a,b\",\"say \"\"hi\"\"\",\"x\ny\",\r\n"
        );
    }

    #[test]
    fn a_row_of_one_empty_cell_is_not_an_empty_line() {
        assert_eq!(written(&[&[Cell::Empty]], false), "\"\"\r\n");
    }

    #[test]
    fn the_mark_comes_first() {
        assert_eq!(
            written(&[&[Cell::Text("ä")]], true).as_bytes()[..3],
            *b"\xef\xbb\xbf"
        );
    }

    #[test]
    fn rows_of_different_widths_are_an_error() {
        let mut writer = CsvWriter::new(Vec::new(), false).unwrap();
        writer.row(&[Cell::Integer(1), Cell::Integer(2)]).unwrap();
        assert!(writer.row(&[Cell::Integer(1)]).is_err());
    }
}
