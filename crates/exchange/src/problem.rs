//! Why a row was refused. Every refused row has exactly one problem; nothing else is skipped.

use std::borrow::Cow;

use csv::ByteRecord;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::limits;
use crate::number::NumberFault;

/// The kinds of problems; a user interface has a sentence for each.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS,
)]
#[serde(rename_all = "snake_case")]
pub enum ProblemCode {
    /// All cells are empty.
    BlankRow,
    /// A cell that must be filled is empty.
    MissingValue,
    /// More filled cells than the header has, or fewer than the layout needs.
    ColumnCount,
    /// The bytes are no text in the file's encoding.
    BadEncoding,
    /// A NUL character, which no text field of a book can hold.
    ControlCharacter,
    /// Longer than a field may be.
    FieldTooLong,
    /// Not a number.
    BadNumber,
    /// A number whose groups of digits do not fit: the other decimal mark is meant.
    DecimalMark,
    /// More decimals than the unit holds.
    TooPrecise,
    /// A number that is too large.
    TooLarge,
    /// Not the code of a currency.
    BadCurrency,
    /// Not a date of the mapping's format.
    BadDate,
    /// The document number does not have the shape of this layout.
    DocumentNumber,
    /// The word in the kind column is not known.
    UnknownKind,
    /// A quantity below zero where the document sells.
    NegativeQuantity,
    /// A quantity above zero where the document takes back.
    PositiveQuantity,
    /// Sold and returned quantities in one document.
    MixedSigns,
    /// Rows of one document contradict each other.
    DocumentConflict,
    /// Another row of the same document was refused.
    DocumentRefused,
}

impl ProblemCode {
    /// The stable word, as it is serialised.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::BlankRow => "blank_row",
            Self::MissingValue => "missing_value",
            Self::ColumnCount => "column_count",
            Self::BadEncoding => "bad_encoding",
            Self::ControlCharacter => "control_character",
            Self::FieldTooLong => "field_too_long",
            Self::BadNumber => "bad_number",
            Self::DecimalMark => "decimal_mark",
            Self::TooPrecise => "too_precise",
            Self::TooLarge => "too_large",
            Self::BadCurrency => "bad_currency",
            Self::BadDate => "bad_date",
            Self::DocumentNumber => "document_number",
            Self::UnknownKind => "unknown_kind",
            Self::NegativeQuantity => "negative_quantity",
            Self::PositiveQuantity => "positive_quantity",
            Self::MixedSigns => "mixed_signs",
            Self::DocumentConflict => "document_conflict",
            Self::DocumentRefused => "document_refused",
        }
    }
}

/// A refused row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct RowProblem {
    /// The row of the file; the header is row 1.
    pub row_number: u32,
    /// The header of the column at fault, or its number when there is no header.
    pub column: Option<String>,
    /// Why.
    pub code: ProblemCode,
    /// What was expected, in English, without the value.
    pub detail: String,
    /// The value as printed, cut to [`limits::VALUE_CHARS`]. It may be personal: it belongs in the
    /// report that the user reads and in no log.
    pub value: String,
}

/// A problem before its row and column have their names.
#[derive(Debug)]
pub(crate) struct Fault {
    pub(crate) column: Option<usize>,
    pub(crate) code: ProblemCode,
    pub(crate) detail: Cow<'static, str>,
    pub(crate) value: String,
}

impl Fault {
    /// A fault of the whole row or document.
    pub(crate) fn new(code: ProblemCode, detail: impl Into<Cow<'static, str>>) -> Self {
        Self {
            column: None,
            code,
            detail: detail.into(),
            value: String::new(),
        }
    }

    /// A cell that is no number of the unit that is asked for.
    pub(crate) fn of_number(fault: NumberFault) -> Self {
        let (code, detail) = match fault {
            NumberFault::Empty => (ProblemCode::MissingValue, "a number is expected"),
            NumberFault::NotANumber => (ProblemCode::BadNumber, "not a number"),
            NumberFault::Grouping => (
                ProblemCode::DecimalMark,
                "the groups of digits do not fit; is the other decimal mark meant?",
            ),
            NumberFault::TooPrecise => (ProblemCode::TooPrecise, "more decimals than can be kept"),
            NumberFault::TooLarge => (ProblemCode::TooLarge, "too large"),
        };
        Self::new(code, detail)
    }

    /// The same fault at a column.
    pub(crate) fn at(mut self, column: usize) -> Self {
        self.column = Some(column);
        self
    }

    /// The same fault with the value that caused it.
    pub(crate) fn with(mut self, value: &str) -> Self {
        self.value = value.chars().take(limits::VALUE_CHARS).collect();
        self
    }

    /// Names row and column.
    pub(crate) fn into_problem(self, row_number: u32, header: Option<&ByteRecord>) -> RowProblem {
        let column = self.column.map(|place| column_name(place, header));
        let detail = self.detail.into_owned();
        RowProblem {
            row_number,
            column,
            code: self.code,
            detail,
            value: self.value,
        }
    }
}

fn column_name(place: usize, header: Option<&ByteRecord>) -> String {
    let name = header
        .and_then(|header| header.get(place))
        .unwrap_or_default();
    let name = String::from_utf8_lossy(name);
    match name.trim() {
        "" => format!("column {}", place + 1),
        name => name.chars().take(limits::VALUE_CHARS).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_serialised_as_its_word() {
        for code in [
            ProblemCode::BlankRow,
            ProblemCode::TooPrecise,
            ProblemCode::DocumentRefused,
        ] {
            assert_eq!(serde_json::to_value(code).unwrap(), code.as_str());
        }
    }

    #[test]
    fn a_column_without_a_header_has_its_number() {
        let header = ByteRecord::from(vec!["sku", " "]);
        let fault = |place| Fault::new(ProblemCode::MissingValue, "empty").at(place);
        let column = |place, header| fault(place).into_problem(2, header).column.unwrap();
        assert_eq!(column(0, Some(&header)), "sku");
        assert_eq!(column(1, Some(&header)), "column 2");
        assert_eq!(column(7, None), "column 8");
    }
}
