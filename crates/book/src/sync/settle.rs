//! What a person decides about something in quarantine: what it says is taken in after all, or it
//! is thrown away.

use crate::act::Act;
use crate::book::Book;
use crate::error::Result;
use crate::read::Read;
use crate::receive;
use crate::sync::identity::write_again;
use crate::write::{Tx, transact};
use domain::{Entry, Subject};
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

/// Says again what was said under a name that this device had before, and lost its place to another
/// entry: it lies at one place, the other one at another, and nobody else would say it again; and
/// what came after it in the same journal and waits for it. What the book knows is not said twice.
/// Adds the records to those that have to be folded again.
pub(crate) fn say_own_past_again(tx: &mut Tx<'_>, touched: &mut BTreeSet<Subject>) -> Result<()> {
    let sql = "-- scan: the quarantine is small, and only looked through when it has grown.
        SELECT quarantine.no FROM quarantine JOIN device ON device.id = quarantine.device
        WHERE mine = 2 AND reason = 'forked' ORDER BY seq, quarantine.no";
    let mut query = tx.conn.prepare_cached(sql)?;
    let numbers = query.query_map([], |row| row.get::<_, i64>(0))?;
    for no in numbers.collect::<rusqlite::Result<Vec<_>>>()? {
        let mut next = tx.read().put_aside(no)?.and_then(|one| one.entry);
        while let Some(entry) = next {
            next = receive::waiting_after(tx, &entry)?;
            if !tx.read().has_said(&entry)? {
                touched.insert(entry.subject);
                write_again(tx, entry)?;
            }
        }
    }
    Ok(())
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
