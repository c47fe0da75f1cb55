//! Brings the rows of each document together while they stream by.

use std::collections::HashMap;

use super::open_document::OpenDocument;
use super::survey::LastRows;
use crate::error::ReadError;
use crate::limits;

/// The documents that are open. Most files keep the rows of a document together, so the document
/// of the last row stays at hand and the others are parked.
pub(super) struct Grouping {
    last_rows: LastRows,
    current: Option<OpenDocument>,
    parked: HashMap<Box<[u8]>, OpenDocument>,
}

impl Grouping {
    pub(super) fn new(last_rows: LastRows) -> Self {
        Self {
            last_rows,
            current: None,
            parked: HashMap::new(),
        }
    }

    /// The open document of a key.
    ///
    /// # Errors
    /// When the first pass did not meet the key or saw its end before this row.
    pub(super) fn open(
        &mut self,
        key: &[u8],
        row_number: u32,
    ) -> Result<&mut OpenDocument, ReadError> {
        let document = match self.current.take() {
            Some(document) if *document.key == *key => document,
            other => {
                if let Some(document) = other {
                    self.parked.insert(document.key.clone(), document);
                }
                self.unpark(key)?
            }
        };
        if row_number > document.last_row {
            return Err(ReadError::Changed);
        }
        if document.row_count() >= limits::DOCUMENT_ROWS {
            let limit = limits::DOCUMENT_ROWS as u64;
            return Err(ReadError::Limit {
                what: "rows in one document",
                limit,
                row_number,
            });
        }
        Ok(self.current.insert(document))
    }

    fn unpark(&mut self, key: &[u8]) -> Result<OpenDocument, ReadError> {
        if let Some(document) = self.parked.remove(key) {
            return Ok(document);
        }
        let last_row = self.last_rows.of(key).ok_or(ReadError::Changed)?;
        Ok(OpenDocument::new(key, last_row))
    }

    /// The document at hand, if this row completes it.
    pub(super) fn completed(&mut self, row_number: u32) -> Option<OpenDocument> {
        self.current
            .take_if(|document| document.last_row == row_number)
    }

    /// The first of the documents that are still open when all rows have gone by: those whose end
    /// was overlaid by another document of the same hash, or whose file grew shorter.
    pub(super) fn left_over(&mut self) -> Option<OpenDocument> {
        if let Some(document) = self.current.take() {
            return Some(document);
        }
        let first = self
            .parked
            .values()
            .min_by_key(|document| document.prints.first().map(|p| p.1))?;
        let key = first.key.clone();
        self.parked.remove(&key)
    }
}
