//! Mappings: what the columns of a file are that this program does not know by itself. A mapping
//! that passes its check names every mistake that is left with the field at fault.
//!
#![doc = include_str!("mapping/mapping.md")]

mod check;
mod error;
mod field;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use error::{MappingError, MappingFault};
pub use field::{Field, RowKind};

pub(crate) use check::{is_currency, is_delimiter};

use crate::date::DateFormat;
use crate::limits;
use crate::number::DecimalMark;

/// How the columns of a foreign file become documents.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// What one row of the file is.
    pub rows: RowKind,
    /// Which column each field is read from.
    pub columns: BTreeMap<Field, Column>,
    /// Which column each of the book's own fields is read from, by its key.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[ts(as = "Option<BTreeMap<String, ColumnRef>>", optional)]
    pub custom: BTreeMap<String, ColumnRef>,
    /// How dates are written; required where `placed_at` is mapped.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional = nullable)]
    pub date_format: Option<DateFormat>,
    /// The sign before the decimals, in every number of the file.
    #[serde(default)]
    #[ts(as = "Option<DecimalMark>", optional)]
    pub decimal: DecimalMark,
    /// Whether a tax rate of nineteen percent is printed as `19` or as `0.19`.
    #[serde(default)]
    #[ts(as = "Option<RateUnit>", optional)]
    pub tax_rate_is: RateUnit,
    /// The encoding by its WHATWG label (`utf-8`, `windows-1252`); detected when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional = nullable)]
    pub encoding: Option<String>,
    /// The character between fields; detected when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional = nullable)]
    pub delimiter: Option<char>,
    /// The character around fields; detected when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional = nullable)]
    pub quote: Option<char>,
    /// Whether the first row names the columns.
    #[serde(default = "yes")]
    #[ts(as = "Option<bool>", optional)]
    pub has_header: bool,
    /// Rows to pass over before the header or, without one, before the first row.
    #[serde(default)]
    #[ts(as = "Option<u32>", optional)]
    pub skip_rows: u32,
    /// Values that the file does not hold.
    #[serde(default)]
    #[ts(as = "Option<Fixed>", optional)]
    pub fixed: Fixed,
    /// What a document with quantities below zero is, when no kind column says it.
    #[serde(default)]
    #[ts(as = "Option<NegativeQuantity>", optional)]
    pub negative_quantity: NegativeQuantity,
    /// Words of the kind column and what they mean, beside those that are known.
    #[serde(default)]
    #[ts(as = "Option<BTreeMap<String, KindWord>>", optional)]
    pub kinds: BTreeMap<String, KindWord>,
    /// Article numbers that are services (postage, fees) and not goods in stock.
    #[serde(default)]
    #[ts(as = "Option<Vec<String>>", optional)]
    pub service_skus: Vec<String>,
}

/// Where a field comes from: one column, or several whose filled cells are joined by a blank
/// (first and last name, date and time).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(untagged)]
pub enum Column {
    /// One column.
    One(ColumnRef),
    /// Several columns in this order.
    Joined(Vec<ColumnRef>),
}

/// A column by its place or by its header.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(untagged)]
pub enum ColumnRef {
    /// Counted from 0.
    Index(usize),
    /// The header, blanks around it ignored; an exact match comes before one that differs in case.
    Header(String),
}

/// Values for every document of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(optional_fields = nullable)]
pub struct Fixed {
    /// ISO 4217 code; a filled currency cell comes first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
    /// Where the orders came in; a filled channel cell comes first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channel: Option<String>,
}

/// How a tax rate is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum RateUnit {
    /// `19` or `19 %`
    #[default]
    Percent,
    /// `0.19`
    Fraction,
}

/// What a document is whose quantities are below zero.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum NegativeQuantity {
    /// Goods taken back.
    #[default]
    Return,
    /// Goods written off, with the first title as the reason.
    WriteOff,
    /// A mistake: the document is refused.
    Refuse,
}

/// What a word of the kind column means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "snake_case")]
pub enum KindWord {
    /// A sale.
    Sale,
    /// Goods taken back; quantities may be printed with or without a minus.
    Return,
    /// Money without goods.
    Adjustment,
    /// Goods written off; quantities may be printed with or without a minus.
    WriteOff,
}

fn yes() -> bool {
    true
}

impl Mapping {
    /// A mapping with nothing mapped and every setting at its default.
    pub fn new(rows: RowKind) -> Self {
        Self {
            rows,
            columns: BTreeMap::new(),
            custom: BTreeMap::new(),
            date_format: None,
            decimal: DecimalMark::default(),
            tax_rate_is: RateUnit::default(),
            encoding: None,
            delimiter: None,
            quote: None,
            has_header: true,
            skip_rows: 0,
            fixed: Fixed::default(),
            negative_quantity: NegativeQuantity::default(),
            kinds: BTreeMap::new(),
            service_skus: Vec::new(),
        }
    }

    /// Reads and checks a mapping.
    ///
    /// # Errors
    /// The first thing that is wrong, with the path of its field (`columns.quantity`).
    pub fn from_json(json: &str) -> Result<Self, MappingError> {
        if json.len() > limits::MAPPING_BYTES {
            return Err(MappingError::new(
                "",
                MappingFault::Invalid,
                "the mapping is too long",
            ));
        }
        let value = serde_json::from_str(json)
            .map_err(|error| MappingError::new("", MappingFault::Invalid, error.to_string()))?;
        Self::from_value(value)
    }

    /// Reads and checks a mapping that is JSON already.
    ///
    /// # Errors
    /// As [`Mapping::from_json`].
    pub fn from_value(value: serde_json::Value) -> Result<Self, MappingError> {
        check::columns(&value)?;
        let mapping: Self = serde_path_to_error::deserialize(value).map_err(|error| {
            let field = error.path().to_string();
            let field = if field == "." { "" } else { &field };
            MappingError::new(field, MappingFault::Invalid, error.inner().to_string())
        })?;
        mapping.check()?;
        Ok(mapping)
    }

    /// Checks everything that can be known without the file.
    ///
    /// # Errors
    /// The first of [`Mapping::faults`].
    pub fn check(&self) -> Result<(), MappingError> {
        self.faults().into_iter().next().map_or(Ok(()), Err)
    }

    /// Everything that is wrong with the mapping, without looking at a file.
    pub fn faults(&self) -> Vec<MappingError> {
        check::faults(self)
    }

    /// The same mapping with a field read from a column.
    #[must_use]
    pub fn with(mut self, field: Field, column: impl Into<Column>) -> Self {
        self.columns.insert(field, column.into());
        self
    }
}

impl Column {
    /// The columns in order.
    pub fn parts(&self) -> &[ColumnRef] {
        match self {
            Self::One(one) => std::slice::from_ref(one),
            Self::Joined(parts) => parts,
        }
    }
}

impl From<&str> for Column {
    fn from(header: &str) -> Self {
        Self::One(ColumnRef::Header(header.to_owned()))
    }
}

impl From<usize> for Column {
    fn from(index: usize) -> Self {
        Self::One(ColumnRef::Index(index))
    }
}

impl<const N: usize> From<[&str; N]> for Column {
    fn from(headers: [&str; N]) -> Self {
        Self::Joined(
            headers
                .map(|header| ColumnRef::Header(header.to_owned()))
                .into(),
        )
    }
}

#[cfg(test)]
mod tests;
