//! Entries from other devices: any order, any number of times, in any batches.
//!
//! Each journal is continued without gaps; what comes ahead waits in `pending`. A record that
//! got an entry is folded again as a whole, so the outcome depends on the set of entries only.

use crate::act::Act;
use crate::book::Book;
use crate::device::Device;
use crate::error::{BookError, Result};
use crate::journal::{self, Place};
use crate::write::{Tx, transact};
use domain::{Entry, RequestId, Subject};
use rusqlite::{OptionalExtension as _, params};
use std::collections::BTreeSet;
use uuid::Uuid;

/// What became of received entries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Received {
    /// Appended now, those that waited included.
    pub applied: u64,
    /// Known before.
    pub repeated: u64,
    /// Ahead of their journal; kept until the gap closes.
    pub waiting: u64,
    /// The records that changed.
    pub touched: Vec<Subject>,
}

impl Book {
    /// Takes in entries of other devices in one transaction.
    ///
    /// # Errors
    /// [`BookError::Chain`] when an entry is damaged or forks its journal; nothing is kept then.
    pub fn receive(&self, mut entries: Vec<Entry>) -> Result<Received> {
        self.check_writable()?;
        entries.sort_by_key(|entry| (entry.device, entry.seq));
        let act = Act {
            actor: String::new(),
            request_id: RequestId(Uuid::nil()),
            at_ms: 0,
            offset_min: 0,
            dry_run: false,
        };
        let result = transact(self, &act, |tx| take_all(tx, entries));
        result.map_err(|error| self.named(error))
    }
}

fn take_all(tx: &mut Tx<'_>, entries: Vec<Entry>) -> Result<Received> {
    let mut received = Received::default();
    let mut touched = BTreeSet::new();
    for entry in entries {
        let mut device = Device::of(tx.conn, entry.device)?;
        take(tx, &mut device, entry, &mut received, &mut touched)?;
        while let Some(next) = next_pending(tx, &device)? {
            append(tx, &mut device, &next, &mut touched)?;
            received.applied += 1;
        }
        device.store(tx.conn)?;
    }
    tx.refold(&touched)?;
    received.touched = touched.into_iter().collect();
    Ok(received)
}

fn take(
    tx: &mut Tx<'_>,
    device: &mut Device,
    entry: Entry,
    received: &mut Received,
    touched: &mut BTreeSet<Subject>,
) -> Result<()> {
    if !entry.is_intact() {
        return Err(BookError::Chain {
            seq: entry.seq,
            detail: "its hash does not fit",
        });
    }
    if entry.seq <= device.last_seq {
        if journal::hash_at(tx.conn, device, entry.seq)? != entry.hash {
            return Err(BookError::Chain {
                seq: entry.seq,
                detail: "another entry has its place",
            });
        }
        received.repeated += 1;
        return Ok(());
    }
    if entry.seq > device.last_seq + 1 {
        received.waiting += 1;
        return keep_pending(tx, &entry);
    }
    received.applied += 1;
    append(tx, device, &entry, touched)
}

fn append(
    tx: &mut Tx<'_>,
    device: &mut Device,
    entry: &Entry,
    touched: &mut BTreeSet<Subject>,
) -> Result<()> {
    if entry.prev_hash != device.last_hash {
        let detail = "it does not follow the one before";
        return Err(BookError::Chain {
            seq: entry.seq,
            detail,
        });
    }
    let subject = tx.open_no(entry.subject)?;
    journal::insert(
        tx.conn,
        tx.terms,
        &Place {
            device: device.no,
            subject,
        },
        entry,
    )?;
    device.last_seq = entry.seq;
    device.last_hash = entry.hash;
    tx.device.last_hlc = tx.device.last_hlc.max(entry.hlc);
    touched.insert(entry.subject);
    Ok(())
}

fn keep_pending(tx: &Tx<'_>, entry: &Entry) -> Result<()> {
    let text =
        serde_json::to_string(entry).map_err(|error| BookError::Inconsistent(error.to_string()))?;
    let sql = "INSERT OR IGNORE INTO pending (device, seq, entry) VALUES (?1, ?2, ?3)";
    tx.conn.prepare_cached(sql)?.execute(params![
        entry.device.0.as_bytes(),
        entry.seq as i64,
        text
    ])?;
    Ok(())
}

fn next_pending(tx: &Tx<'_>, device: &Device) -> Result<Option<Entry>> {
    let key = params![device.id.0.as_bytes(), device.last_seq as i64 + 1];
    let sql = "SELECT entry FROM pending WHERE device = ?1 AND seq = ?2";
    let found: Option<String> = tx
        .conn
        .prepare_cached(sql)?
        .query_row(key, |row| row.get(0))
        .optional()?;
    let Some(text) = found else { return Ok(None) };
    let sql = "DELETE FROM pending WHERE device = ?1 AND seq = ?2";
    tx.conn.prepare_cached(sql)?.execute(key)?;
    let entry =
        serde_json::from_str(&text).map_err(|error| BookError::Inconsistent(error.to_string()))?;
    Ok(Some(entry))
}
