//! A handful of documents on their way from the reader to the importer.

use chrono::NaiveDateTime;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::document::{ForeignDocument, ForeignLine};
use crate::problem::RowProblem;

/// Documents that are complete, rows that were refused, and what to know about them. Every row of
/// the file is in exactly one batch: as part of a document or as a problem.
#[derive(Debug, Default)]
pub struct Batch {
    /// Complete documents, in the order in which their last rows stand in the file.
    pub documents: Vec<ForeignDocument>,
    /// Refused rows.
    pub problems: Vec<RowProblem>,
    /// Oddities of accepted rows.
    pub notices: Vec<Notice>,
    /// Rows of the file read so far, this batch included; for a progress bar.
    pub rows_done: u32,
}

/// Something odd that was kept as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A row that repeats another row of its document in every cell.
    DuplicateRow(DuplicateRow),
    /// A unit price with more decimals than the currency has.
    SubUnitPrice(SubUnitPrice),
    /// A document whose rows bear several times; the earliest counts.
    SeveralTimes(SeveralTimes),
}

/// A row that repeats another one in every cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct DuplicateRow {
    /// The document; empty for products and customers.
    pub external_id: String,
    /// The repeating row.
    pub row_number: u32,
    /// The row before it that it repeats.
    pub same_as_row: u32,
}

/// A line whose unit price has more decimals than the currency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct SubUnitPrice {
    /// The document.
    pub external_id: String,
    /// The row.
    pub row_number: u32,
    /// The article.
    pub sku: String,
    /// Thousandths.
    #[ts(type = "number")]
    pub quantity_milli: i64,
    /// Millionths of the currency's unit.
    #[ts(type = "number")]
    pub unit_price_micro: i64,
    /// Exact line total less the line total rounded once, half away from zero, in billionths of
    /// the currency's unit. Discounts are not in it.
    #[ts(type = "number")]
    pub remainder_nano: i64,
}

/// A document with several times.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct SeveralTimes {
    /// The document.
    pub external_id: String,
    /// Its first row.
    pub row_number: u32,
    /// The time that counts.
    #[schemars(with = "String")]
    #[ts(type = "string")]
    pub earliest: NaiveDateTime,
    /// The latest time on one of its rows.
    #[schemars(with = "String")]
    #[ts(type = "string")]
    pub latest: NaiveDateTime,
}

impl SubUnitPrice {
    pub(super) fn new(external_id: &str, line: &ForeignLine, minor_digits: u32) -> Self {
        let unit_nano = 10_i128.pow(9 - minor_digits.min(6));
        let exact_nano = i128::from(line.quantity_milli) * i128::from(line.unit_price_micro);
        let away = exact_nano.signum() * (unit_nano / 2);
        let rounded_nano = (exact_nano + away) / unit_nano * unit_nano;
        Self {
            external_id: external_id.to_owned(),
            row_number: line.row_number,
            sku: line.sku.clone(),
            quantity_milli: line.quantity_milli,
            unit_price_micro: line.unit_price_micro,
            // At most half a minor unit, so it always fits.
            remainder_nano: (exact_nano - rounded_nano) as i64,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_remainder_of_a_sub_unit_price_is_exact() {
        let table = [
            (1_000, 1_000, 1_000_000),
            (-1_000, 1_000, -1_000_000),
            (10_000, 1_000, 0),
            (1_000, 5_000, -5_000_000),
            (-1_000, 5_000, 5_000_000),
            (3_000, 1_001, 3_003_000),
        ];
        for (quantity_milli, unit_price_micro, remainder_nano) in table {
            let line = ForeignLine {
                row_number: 2,
                sku: "A".into(),
                title: String::new(),
                quantity_milli,
                unit_price_micro,
                discount_micro: 0,
                tax_rate_ppm: None,
                service: false,
            };
            let found = SubUnitPrice::new("1", &line, 2).remainder_nano;
            assert_eq!(
                found, remainder_nano,
                "{quantity_milli} x {unit_price_micro}"
            );
        }
    }
}
