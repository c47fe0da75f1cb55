//! What a person decides about something in quarantine: what it says is taken in after all, or it
//! is thrown away.

use crate::act::Act;
use crate::book::Book;
use crate::error::Result;
use crate::read::Read;
use crate::sync::identity::write_again;
use crate::write::transact;
use domain::Entry;
use rusqlite::OptionalExtension as _;
use std::collections::BTreeSet;

/// What lies in quarantine, as far as it can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PutAside {
    /// The entry, when it is whole.
    pub entry: Option<Entry>,
    /// What it says is in the book all the same: whoever wrote it wrote it again under another
    /// name.
    pub is_known: bool,
}

impl Book {
    /// What lies in quarantine under a number.
    ///
    /// # Errors
    /// What keeps the file from being read.
    pub fn put_aside(&self, no: i64) -> Result<Option<PutAside>> {
        self.read_rows(|read| read.put_aside(no))
    }

    /// Takes something out of quarantine. When it is accepted, this device says what it says in its
    /// own name, at the time at which it was said; what the book knows is not said twice. Whether
    /// the book has changed.
    ///
    /// # Errors
    /// What keeps the file from being written.
    pub fn settle_aside(&self, no: i64, accept: bool) -> Result<bool> {
        self.check_writable()?;
        let result = transact(self, &Act::of_nobody(0), |tx| {
            let found = tx.read().put_aside(no)?;
            let wanted = found.filter(|one| accept && !one.is_known);
            let entry = wanted.and_then(|one| one.entry);
            let changes = entry.is_some();
            if let Some(entry) = entry {
                let about = BTreeSet::from([entry.subject]);
                write_again(tx, entry)?;
                tx.refold(&about)?;
            }
            let sql = "DELETE FROM quarantine WHERE no = ?1";
            tx.conn.prepare_cached(sql)?.execute([no])?;
            Ok(changes)
        });
        result.map_err(|error| self.named(error))
    }
}

impl Read<'_> {
    fn put_aside(self, no: i64) -> Result<Option<PutAside>> {
        let sql = "SELECT bytes FROM quarantine WHERE no = ?1";
        let mut query = self.conn.prepare_cached(sql)?;
        let bytes: Option<Vec<u8>> = query.query_row([no], |row| row.get(0)).optional()?;
        let Some(bytes) = bytes else {
            return Ok(None);
        };
        let entry: Option<Entry> = serde_json::from_slice(&bytes).ok();
        let entry = entry.filter(Entry::is_intact);
        let is_known = match &entry {
            Some(entry) => self.has_said(entry)?,
            None => false,
        };
        Ok(Some(PutAside { entry, is_known }))
    }

    /// Whether an act is in the book, under whatever name.
    fn has_said(self, wanted: &Entry) -> Result<bool> {
        let said = self.entries_about(wanted.subject)?;
        Ok(said.iter().any(|entry| {
            entry.request_id == wanted.request_id
                && entry.kind == wanted.kind
                && entry.payload == wanted.payload
        }))
    }
}
