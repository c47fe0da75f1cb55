//! The report of an import: what became of every row, and what a person may want to look at.
use std::collections::BTreeMap;

use exchange::{DuplicateRow, Listed, Outcome, Report, RowProblem, SubUnitPrice};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// What an import did. Every row of the file is in `counts` once.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct ImportReport {
    /// The import, by which it can be undone; null when nothing was written.
    pub run: Option<Uuid>,
    /// The file's name.
    pub file: String,
    /// Whether it was taken back.
    pub dry_run: bool,
    /// Called off before the end; running it again completes it.
    pub cancelled: bool,
    /// Rows of the file, the header not counted.
    pub rows: i64,
    /// What the rows are: `sale_line`, `return_line`, `product`, … or `refused`.
    pub counts: BTreeMap<String, i64>,
    /// What was done with the rows that are not refused: `imported`, `already_there`, …
    pub outcomes: BTreeMap<String, i64>,
    /// Why rows were refused, by code.
    pub refused_by_code: BTreeMap<String, i64>,
    /// Documents in the file.
    pub documents: i64,
    /// Documents that the book had already.
    pub already_there: i64,
    /// Records made.
    pub created: Created,
    /// The first thousand refused rows.
    pub refused: Vec<RefusedRow>,
    /// Rows that repeat another row of their document in every cell; they are kept.
    pub duplicates: Listed<DuplicateRow>,
    /// Lines whose unit price has more decimals than the currency; they are kept exactly.
    pub subcent_lines: Listed<SubUnitPrice>,
    /// By how much the exact totals of those lines exceed their totals rounded once, in
    /// billionths of the currency's unit.
    #[ts(type = "number")]
    pub rounding_difference_nano: i64,
}

/// Records that an import made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Created {
    /// Orders, returns and adjustments.
    pub orders: i64,
    /// Stock documents.
    pub stock_documents: i64,
    /// Customers.
    pub customers: i64,
    /// Products and services.
    pub products: i64,
}

/// A row that was refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct RefusedRow {
    /// The row of the file; the header is row 1.
    pub row: u32,
    /// The header of the column at fault.
    pub column: Option<String>,
    /// Why.
    pub code: String,
    /// What was expected, in English.
    pub detail: String,
    /// The value as printed, cut.
    pub value: String,
}

impl From<&RowProblem> for RefusedRow {
    fn from(problem: &RowProblem) -> Self {
        Self {
            row: problem.row_number,
            column: problem.column.clone(),
            code: problem.code.as_str().to_owned(),
            detail: problem.detail.clone(),
            value: problem.value.clone(),
        }
    }
}

/// What an import has counted, beside what the reader reports.
#[derive(Default)]
pub(super) struct Counted {
    pub(super) read: Report,
    pub(super) refused: Vec<RefusedRow>,
    pub(super) created: Created,
    pub(super) already_there: i64,
}

impl Counted {
    /// The report so far.
    pub(super) fn report(&self, run: Option<Uuid>, file: &str, dry_run: bool) -> ImportReport {
        let tally = &self.read.tally;
        let mut counts: BTreeMap<String, i64> = tally
            .accepted
            .iter()
            .map(|(class, rows)| (word(class), i64::from(*rows)))
            .collect();
        counts.retain(|_, rows| *rows > 0);
        if tally.refused_total() > 0 {
            counts.insert("refused".to_owned(), i64::from(tally.refused_total()));
        }
        ImportReport {
            run,
            file: file.to_owned(),
            dry_run,
            cancelled: tally.outcomes.contains_key(&Outcome::NotReached),
            rows: i64::from(tally.total()),
            counts,
            outcomes: tally
                .outcomes
                .iter()
                .map(|(it, rows)| (word(it), i64::from(*rows)))
                .collect(),
            refused_by_code: tally
                .refused
                .iter()
                .map(|(it, n)| (it.clone(), (*n).into()))
                .collect(),
            documents: self
                .read
                .documents
                .values()
                .map(|documents| i64::from(*documents))
                .sum(),
            already_there: self.already_there,
            created: self.created,
            refused: self.refused.clone(),
            duplicates: self.read.duplicates.clone(),
            subcent_lines: self.read.sub_unit_prices.clone(),
            rounding_difference_nano: self.read.sub_unit_remainder_nano,
        }
    }
}

/// The word of a class or an outcome, as it is serialised.
fn word(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}
