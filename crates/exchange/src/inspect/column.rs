//! What the cells of one column have in common.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::date::DateFormat;
use crate::number::{DecimalMark, parse_amount};

/// What a column seems to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum ColumnKind {
    /// Every cell is empty.
    Empty,
    /// Whole numbers without leading zeros.
    Integer,
    /// Numbers, some with decimals, groups or currency signs.
    Decimal,
    /// Dates.
    Date,
    /// Anything else.
    Text,
}

/// One column of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ColumnGuess {
    /// Its place, counted from 0.
    pub index: usize,
    /// Its header; empty headers are `None`.
    pub header: Option<String>,
    /// What it seems to hold.
    pub kind: ColumnKind,
    /// Cells that hold something.
    pub filled: u32,
    /// For decimals: the marks with which every cell is a number.
    pub decimal_marks: Vec<DecimalMark>,
    /// For dates: the formats with which every cell is a date.
    pub date_formats: Vec<DateFormat>,
    /// Whether the cells fit several readings with different values, so that a person must choose:
    /// `3/4/2024`, or `1,234` for both one thousand and one and a bit.
    pub ambiguous: bool,
}

/// Looks at the cells of one column and drops every reading that one of them rules out.
pub(super) struct Judge {
    filled: u32,
    integer: bool,
    marks: Vec<DecimalMark>,
    formats: Vec<DateFormat>,
    marks_differ: bool,
    formats_differ: bool,
}

/// Longer cells are neither numbers nor dates.
const VALUE_BYTES: usize = 64;

impl Default for Judge {
    fn default() -> Self {
        Self {
            filled: 0,
            integer: true,
            marks: vec![DecimalMark::Point, DecimalMark::Comma],
            formats: DateFormat::ALL.to_vec(),
            marks_differ: false,
            formats_differ: false,
        }
    }
}

impl Judge {
    /// Takes the next cell in.
    pub(super) fn see(&mut self, cell: &[u8]) {
        let cell = cell.trim_ascii();
        if cell.is_empty() {
            return;
        }
        self.filled += 1;
        self.integer &= is_integer(cell);
        let text = std::str::from_utf8(cell)
            .ok()
            .filter(|text| text.len() <= VALUE_BYTES);
        match text {
            Some(text) => {
                self.see_number(text);
                self.see_date(text);
            }
            None => {
                self.marks.clear();
                self.formats.clear();
            }
        }
    }

    fn see_number(&mut self, text: &str) {
        if self.integer || self.marks.is_empty() {
            return;
        }
        // A code with leading zeros is no number: 0815 is not 815.
        let code = text.len() > 1 && text.starts_with('0') && is_digits(text.as_bytes());
        let mut first = None;
        self.marks.retain(|mark| {
            let value = parse_amount(text, *mark, 6).ok().filter(|_| !code);
            self.marks_differ |= value.is_some() && first.is_some_and(|known| Some(known) != value);
            first = first.or(value);
            value.is_some()
        });
    }

    fn see_date(&mut self, text: &str) {
        let mut first = None;
        let differ = &mut self.formats_differ;
        self.formats.retain(|format| {
            let time = format.parse(text).map(|time| time.at);
            *differ |= time.is_some() && first.is_some_and(|known| Some(known) != time);
            first = first.or(time);
            time.is_some()
        });
    }

    /// What all cells together say.
    pub(super) fn guess(&self, index: usize, header: Option<String>) -> ColumnGuess {
        let kind = self.kind();
        let dates = if kind == ColumnKind::Date {
            self.formats.clone()
        } else {
            Vec::new()
        };
        let marks = if kind == ColumnKind::Decimal {
            self.marks.clone()
        } else {
            Vec::new()
        };
        let ambiguous =
            (dates.len() > 1 && self.formats_differ) || (marks.len() > 1 && self.marks_differ);
        ColumnGuess {
            index,
            header: header.filter(|name| !name.is_empty()),
            kind,
            filled: self.filled,
            decimal_marks: marks,
            date_formats: dates,
            ambiguous,
        }
    }

    fn kind(&self) -> ColumnKind {
        match () {
            () if self.filled == 0 => ColumnKind::Empty,
            () if !self.formats.is_empty() => ColumnKind::Date,
            () if self.integer => ColumnKind::Integer,
            () if !self.marks.is_empty() => ColumnKind::Decimal,
            () => ColumnKind::Text,
        }
    }
}

/// A whole number as a computer prints it.
fn is_integer(cell: &[u8]) -> bool {
    let digits = cell.strip_prefix(b"-").unwrap_or(cell);
    let leading_zero = digits.len() > 1 && digits.starts_with(b"0");
    is_digits(digits) && digits.len() <= 15 && !leading_zero
}

fn is_digits(cell: &[u8]) -> bool {
    !cell.is_empty() && cell.iter().all(u8::is_ascii_digit)
}
