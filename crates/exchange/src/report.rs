//! The report of an import: counts of everything, and the first examples of what a person may want
//! to look at. It is fed with the batches of a reader, in any thread.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::limits;
use crate::problem::RowProblem;
use crate::read::{Batch, DuplicateRow, Notice, SeveralTimes, SubUnitPrice};
use crate::tally::{RowClass, Tally};

/// What a file held and what was odd about it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Report {
    /// Every row once.
    pub tally: Tally,
    /// Documents by the class of their rows.
    pub documents: BTreeMap<RowClass, u32>,
    /// Refused rows.
    pub problems: Listed<RowProblem>,
    /// Rows that repeat another row; they are kept.
    pub duplicates: Listed<DuplicateRow>,
    /// Lines whose unit price has more decimals than the currency; they are kept exactly.
    pub sub_unit_prices: Listed<SubUnitPrice>,
    /// By how much the exact totals of those lines exceed their totals rounded once, half away
    /// from zero; billionths of the currency's unit.
    #[ts(type = "number")]
    pub sub_unit_remainder_nano: i64,
    /// Documents whose rows bear several times.
    pub several_times: Listed<SeveralTimes>,
}

/// A count, and the first few of what was counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Listed<T> {
    /// How many there are.
    pub count: u32,
    /// The first of them, in the order of the file.
    pub first: Vec<T>,
}

impl Report {
    /// Takes the batches of a reader in, one after the other.
    pub fn add(&mut self, batch: &Batch) {
        for document in &batch.documents {
            let class = RowClass::of(document);
            self.tally.accept(class, document.row_count());
            *self.documents.entry(class).or_default() += 1;
        }
        for problem in &batch.problems {
            self.tally.refuse(problem.code.as_str(), 1);
            self.problems.push(problem, limits::REPORT_PROBLEMS);
        }
        batch.notices.iter().for_each(|notice| self.note(notice));
    }

    /// Adds a row that the importer had to refuse; its count is moved, see
    /// [`Tally::refuse_accepted`].
    pub fn refuse_accepted(&mut self, class: RowClass, code: &str, problem: &RowProblem) {
        self.tally.refuse_accepted(class, code, 1);
        self.problems.push(problem, limits::REPORT_PROBLEMS);
    }

    fn note(&mut self, notice: &Notice) {
        match notice {
            Notice::DuplicateRow(row) => self.duplicates.push(row, limits::REPORT_EXAMPLES),
            Notice::SeveralTimes(times) => self.several_times.push(times, limits::REPORT_EXAMPLES),
            Notice::SubUnitPrice(price) => {
                let sum = self
                    .sub_unit_remainder_nano
                    .saturating_add(price.remainder_nano);
                self.sub_unit_remainder_nano = sum;
                self.sub_unit_prices.push(price, limits::REPORT_EXAMPLES);
            }
        }
    }
}

impl<T: Clone> Listed<T> {
    fn push(&mut self, item: &T, most: usize) {
        self.count = self.count.saturating_add(1);
        if self.first.len() < most {
            self.first.push(item.clone());
        }
    }
}

impl<T> Default for Listed<T> {
    fn default() -> Self {
        Self {
            count: 0,
            first: Vec::new(),
        }
    }
}
