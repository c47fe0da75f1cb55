//! The dictionary of short texts that repeat: stored once, known by number in rows.
//!
//! Terms are only ever added. A number found while a transaction was open is kept in the cache
//! only when that transaction is committed, see [`Terms::forget`].

use crate::error::Result;
use rusqlite::{Connection, OptionalExtension as _};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

#[derive(Default)]
struct Cache {
    by_text: HashMap<Arc<str>, i64>,
    by_no: HashMap<i64, Arc<str>>,
}

/// Cached access to the `term` table.
#[derive(Default)]
pub struct Terms {
    cache: Mutex<Cache>,
}

impl Terms {
    /// The number of a text, or `None` when no row has used it yet.
    pub fn find(&self, conn: &Connection, text: &str) -> Result<Option<i64>> {
        if let Some(no) = self.lock().by_text.get(text) {
            return Ok(Some(*no));
        }
        let mut query = conn.prepare_cached("SELECT no FROM term WHERE text = ?1")?;
        let found = query.query_row([text], |row| row.get(0)).optional()?;
        if let Some(no) = found {
            self.keep(no, text);
        }
        Ok(found)
    }

    /// The number of a text, adding it when it is new. Only inside a write transaction.
    pub fn number(&self, conn: &Connection, text: &str) -> Result<i64> {
        if let Some(no) = self.find(conn, text)? {
            return Ok(no);
        }
        conn.prepare_cached("INSERT INTO term (text) VALUES (?1)")?
            .execute([text])?;
        let no = conn.last_insert_rowid();
        self.keep(no, text);
        Ok(no)
    }

    /// The text of a number that a row holds.
    pub fn text(&self, conn: &Connection, no: i64) -> Result<Arc<str>> {
        if let Some(text) = self.lock().by_no.get(&no) {
            return Ok(text.clone());
        }
        let mut query = conn.prepare_cached("SELECT text FROM term WHERE no = ?1")?;
        let text: String = query.query_row([no], |row| row.get(0))?;
        Ok(self.keep(no, &text))
    }

    /// Empties the cache: after a rollback it may hold numbers that were never stored.
    pub fn forget(&self) {
        *self.lock() = Cache::default();
    }

    fn keep(&self, no: i64, text: &str) -> Arc<str> {
        let text: Arc<str> = text.into();
        let mut cache = self.lock();
        cache.by_text.insert(text.clone(), no);
        cache.by_no.insert(no, text.clone());
        text
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Cache> {
        self.cache.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
