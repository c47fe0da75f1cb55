//! The second pass: an iterator of batches.

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};

use csv::ByteRecord;

use super::batch::{Batch, DuplicateRow, Notice};
use super::grouping::Grouping;
use super::open_document::OpenDocument;
use super::plan::Plan;
use super::survey::Survey;
use crate::cell;
use crate::dialect::Dialect;
use crate::document::ForeignDocument;
use crate::error::ReadError;
use crate::limits;
use crate::problem::{Fault, ProblemCode};
use crate::rows::Rows;

/// The documents of a file, batch by batch. It can be sent to another thread; see
/// [`read_ahead`](super::read_ahead). After an error there is nothing more.
pub struct Documents {
    rows: Rows,
    plan: Plan,
    grouping: Grouping,
    dialect: Dialect,
    minor_digits: u32,
    total_rows: u32,
    rows_done: u32,
    record: ByteRecord,
    key: Vec<u8>,
    hasher: RandomState,
    /// Fingerprints of rows that are documents by themselves.
    singles: HashMap<u64, u32>,
    ended: bool,
}

impl Documents {
    pub(super) fn new(
        rows: Rows,
        plan: Plan,
        survey: Survey,
        dialect: Dialect,
        minor_digits: u32,
    ) -> Self {
        Self {
            rows,
            plan,
            grouping: Grouping::new(survey.last_rows),
            dialect,
            minor_digits,
            total_rows: survey.total_rows,
            rows_done: 0,
            record: ByteRecord::new(),
            key: Vec::new(),
            hasher: RandomState::new(),
            singles: HashMap::new(),
            ended: false,
        }
    }

    /// Rows of the file, the header not counted.
    pub fn total_rows(&self) -> u32 {
        self.total_rows
    }

    /// The WHATWG name of the encoding in which the file is read.
    pub fn encoding(&self) -> &'static str {
        self.dialect.encoding.name()
    }

    /// The sign between fields.
    pub fn delimiter(&self) -> char {
        char::from(self.dialect.delimiter)
    }

    fn batch(&mut self) -> Result<Batch, ReadError> {
        let mut batch = Batch::default();
        let start = self.rows_done;
        while batch.documents.len() < limits::BATCH_DOCUMENTS
            && self.rows_done - start < limits::BATCH_ROWS
        {
            let Some(row_number) = self.rows.next(&mut self.record)? else {
                self.close_left_over(&mut batch)?;
                break;
            };
            self.rows_done += 1;
            self.take_row(row_number, &mut batch)?;
        }
        batch.rows_done = self.rows_done;
        Ok(batch)
    }

    fn take_row(&mut self, row_number: u32, batch: &mut Batch) -> Result<(), ReadError> {
        if !self.plan.key(&self.record, &mut self.key) {
            return self.take_single(row_number, batch);
        }
        let print = print_of(&self.hasher, &self.record);
        let document = self.grouping.open(&self.key, row_number)?;
        document.prints.push((print, row_number));
        let added = cell::check_width(&self.record, self.rows.width())
            .and_then(|()| self.plan.add(document, row_number, &self.record));
        if let Err(fault) = added {
            document.faults.push((row_number, fault));
        }
        if let Some(document) = self.grouping.completed(row_number) {
            self.close(document, batch);
        }
        Ok(())
    }

    fn take_single(&mut self, row_number: u32, batch: &mut Batch) -> Result<(), ReadError> {
        match self.single(row_number) {
            Ok(document) => {
                self.note_single(row_number, batch)?;
                batch.documents.push(document);
            }
            Err(fault) => batch
                .problems
                .push(fault.into_problem(row_number, self.rows.header())),
        }
        Ok(())
    }

    fn single(&self, row_number: u32) -> Result<ForeignDocument, Fault> {
        if cell::is_blank(&self.record) {
            return Err(Fault::new(ProblemCode::BlankRow, "all cells are empty"));
        }
        cell::check_width(&self.record, self.rows.width())?;
        self.plan.single(row_number, &self.record)
    }

    fn note_single(&mut self, row_number: u32, batch: &mut Batch) -> Result<(), ReadError> {
        let print = print_of(&self.hasher, &self.record);
        if let Some(same_as_row) = self.singles.insert(print, row_number) {
            let external_id = String::new();
            let row = DuplicateRow {
                external_id,
                row_number,
                same_as_row,
            };
            batch.notices.push(Notice::DuplicateRow(row));
        }
        if self.singles.len() <= limits::DOCUMENTS {
            return Ok(());
        }
        let limit = limits::DOCUMENTS as u64;
        Err(ReadError::Limit {
            what: "documents",
            limit,
            row_number,
        })
    }

    fn close_left_over(&mut self, batch: &mut Batch) -> Result<(), ReadError> {
        self.ended = true;
        if self.rows_done != self.total_rows {
            return Err(ReadError::Changed);
        }
        while let Some(document) = self.grouping.left_over() {
            self.close(document, batch);
        }
        Ok(())
    }

    fn close(&self, mut document: OpenDocument, batch: &mut Batch) {
        let judged = if document.faults.is_empty() {
            self.plan.judge(&mut document).map_err(Some)
        } else {
            Err(None)
        };
        match (judged, document.head.placed_at) {
            (Ok(kind), Some(placed_at)) => {
                batch.notices.extend(document.notices(self.minor_digits));
                batch
                    .documents
                    .push(ForeignDocument::Order(document.finished(kind, placed_at)));
            }
            (Ok(_), None) => {
                let row_number = document.prints.first().map_or(0, |(_, row)| *row);
                let fault = Fault::new(ProblemCode::MissingValue, "no row bears a date");
                self.refuse(document, Some((row_number, fault)), batch);
            }
            (Err(first), _) => self.refuse(document, first, batch),
        }
    }

    fn refuse(&self, document: OpenDocument, first: Option<(u32, Fault)>, batch: &mut Batch) {
        let header = self.rows.header();
        let refused = document.refused(first).into_iter();
        batch
            .problems
            .extend(refused.map(|(row, fault)| fault.into_problem(row, header)));
    }
}

impl Iterator for Documents {
    type Item = Result<Batch, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        let batch = self.batch();
        self.ended |= batch.is_err();
        Some(batch)
    }
}

/// Equal for rows that are equal in every cell; cells are kept apart by their lengths.
fn print_of(hasher: &RandomState, record: &ByteRecord) -> u64 {
    let lengths = record.iter().fold(0_u64, |sum, cell| {
        sum.wrapping_mul(0x0100_0000_01b3)
            .wrapping_add(cell.len() as u64 + 1)
    });
    hasher.hash_one((lengths, record.as_slice()))
}
