//! The bookkeeping of an import: what every row of the file became. Each row is counted once, as a
//! class of line or as refused; what the importer did with the accepted rows is counted beside it.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::document::{ForeignDocument, ForeignKind};

/// What a row is.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS,
)]
#[serde(rename_all = "snake_case")]
pub enum RowClass {
    /// A line of a sale.
    SaleLine,
    /// A line of a return or credit note.
    ReturnLine,
    /// A line of an adjustment.
    AdjustmentLine,
    /// A line of a write-off.
    WriteOffLine,
    /// A product.
    Product,
    /// A customer.
    Customer,
}

/// What the importer did with an accepted row.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS,
)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Written to the book.
    Imported,
    /// The book had it already, and nothing changed.
    AlreadyThere,
    /// The book had it already and took the new values.
    Updated,
    /// Not reached, because the import was cancelled.
    NotReached,
}

/// Counts of rows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Tally {
    /// Accepted rows by what they are.
    pub accepted: BTreeMap<RowClass, u32>,
    /// Refused rows by the code of the problem: this crate's
    /// [`ProblemCode`](crate::ProblemCode) words and those of the importer.
    pub refused: BTreeMap<String, u32>,
    /// Accepted rows by what the importer did with them. Empty until there is an importer.
    pub outcomes: BTreeMap<Outcome, u32>,
}

impl RowClass {
    /// What the rows of a document are.
    pub fn of(document: &ForeignDocument) -> Self {
        match document {
            ForeignDocument::Order(order) => match order.kind {
                ForeignKind::Sale => Self::SaleLine,
                ForeignKind::Return => Self::ReturnLine,
                ForeignKind::Adjustment => Self::AdjustmentLine,
                ForeignKind::WriteOff { .. } => Self::WriteOffLine,
            },
            ForeignDocument::Product(_) => Self::Product,
            ForeignDocument::Customer(_) => Self::Customer,
        }
    }
}

impl Tally {
    /// Counts accepted rows.
    pub fn accept(&mut self, class: RowClass, rows: u32) {
        add(&mut self.accepted, class, rows);
    }

    /// Counts refused rows.
    pub fn refuse(&mut self, code: &str, rows: u32) {
        add(&mut self.refused, code.to_owned(), rows);
    }

    /// Moves rows that the reader accepted and the importer had to refuse.
    pub fn refuse_accepted(&mut self, class: RowClass, code: &str, rows: u32) {
        let accepted = self.accepted.entry(class).or_default();
        let moved = rows.min(*accepted);
        *accepted -= moved;
        self.refuse(code, moved);
    }

    /// Counts what the importer did with accepted rows.
    pub fn settle(&mut self, outcome: Outcome, rows: u32) {
        add(&mut self.outcomes, outcome, rows);
    }

    /// Adds the counts of another part of the same import.
    pub fn merge(&mut self, other: &Self) {
        other
            .accepted
            .iter()
            .for_each(|(class, rows)| self.accept(*class, *rows));
        other
            .refused
            .iter()
            .for_each(|(code, rows)| self.refuse(code, *rows));
        other
            .outcomes
            .iter()
            .for_each(|(outcome, rows)| self.settle(*outcome, *rows));
    }

    /// Accepted rows.
    pub fn accepted_total(&self) -> u32 {
        self.accepted.values().sum()
    }

    /// Refused rows.
    pub fn refused_total(&self) -> u32 {
        self.refused.values().sum()
    }

    /// All rows, each once.
    pub fn total(&self) -> u32 {
        self.accepted_total() + self.refused_total()
    }

    /// Whether the importer has an outcome for every accepted row.
    pub fn is_settled(&self) -> bool {
        self.outcomes.values().sum::<u32>() == self.accepted_total()
    }
}

fn add<K: Ord>(counts: &mut BTreeMap<K, u32>, key: K, rows: u32) {
    if rows > 0 {
        let count = counts.entry(key).or_default();
        *count = count.saturating_add(rows);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_by_the_importer_moves_rows_and_keeps_the_total() {
        let mut tally = Tally::default();
        tally.accept(RowClass::SaleLine, 10);
        tally.refuse("bad_date", 2);
        tally.refuse_accepted(RowClass::SaleLine, "stock_short", 3);
        tally.settle(Outcome::Imported, 7);
        assert_eq!(
            (tally.accepted_total(), tally.refused_total(), tally.total()),
            (7, 5, 12)
        );
        assert!(tally.is_settled());
    }

    #[test]
    fn merging_adds_every_count() {
        let mut one = Tally::default();
        one.accept(RowClass::Product, 1);
        one.settle(Outcome::AlreadyThere, 1);
        let mut two = one.clone();
        two.refuse("blank_row", 4);
        one.merge(&two);
        assert_eq!(one.accepted[&RowClass::Product], 2);
        assert_eq!(one.outcomes[&Outcome::AlreadyThere], 2);
        assert_eq!(one.total(), 6);
    }
}
