//! Quarantine: what came and could not be taken in. It is shown, and keeps nothing else waiting.

use crate::book::Book;
use crate::error::{BookError, Result};
use domain::{DeviceId, Entry};
use rusqlite::{Connection, params};
use uuid::Uuid;

/// The content does not fit the hash.
pub(crate) const DAMAGED: &str = "damaged";
/// Another entry has its place.
pub(crate) const FORKED: &str = "forked";

/// Something that could not be taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quarantined {
    /// Its number in this file.
    pub no: i64,
    /// Where it came from.
    pub place: String,
    /// The device that it names; nil when that cannot be read.
    pub device: DeviceId,
    /// The number in the device's journal that it names; 0 when that cannot be read.
    pub seq: u64,
    /// `damaged`, `forked` or `unreadable`.
    pub reason: String,
    /// When it came, UTC milliseconds.
    pub at_ms: i64,
}

/// Keeps an entry; the same one from the same place is kept once.
pub(crate) fn keep(
    conn: &Connection,
    (place, at_ms): (&str, i64),
    entry: &Entry,
    reason: &str,
) -> Result<()> {
    let bytes =
        serde_json::to_vec(entry).map_err(|error| BookError::Inconsistent(error.to_string()))?;
    insert(
        conn,
        (place, at_ms),
        (entry.device, entry.seq),
        (reason, &bytes),
    )
}

fn insert(
    conn: &Connection,
    (place, at_ms): (&str, i64),
    (device, seq): (DeviceId, u64),
    (reason, bytes): (&str, &[u8]),
) -> Result<()> {
    let sql = "INSERT OR IGNORE INTO quarantine (place, device, seq, reason, at_ms, bytes) \
               VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    conn.prepare_cached(sql)?.execute(params![
        place,
        device.0.as_bytes(),
        seq as i64,
        reason,
        at_ms,
        bytes
    ])?;
    Ok(())
}

/// A sound copy has come: what was damaged on its way is of no interest any more.
pub(crate) fn healed(conn: &Connection, entry: &Entry) -> Result<()> {
    let sql = "DELETE FROM quarantine WHERE device = ?1 AND seq = ?2 AND reason = 'damaged'";
    conn.prepare_cached(sql)?
        .execute(params![entry.device.0.as_bytes(), entry.seq as i64])?;
    Ok(())
}

impl Book {
    /// Keeps bytes of a place that are no entry, found at `at` of one of its parts.
    ///
    /// # Errors
    /// What keeps the file from being written.
    pub fn quarantine_bytes(
        &self,
        (place, at_ms): (&str, i64),
        at: u64,
        bytes: &[u8],
    ) -> Result<()> {
        self.check_writable()?;
        let nobody = DeviceId(Uuid::nil());
        let writer = self.writer();
        let kept = insert(
            &writer.conn,
            (place, at_ms),
            (nobody, at),
            ("unreadable", bytes),
        );
        kept.map_err(|error| self.named(error))
    }

    /// What is in quarantine, the newest first.
    pub fn quarantined(&self, limit: usize) -> Result<Vec<Quarantined>> {
        self.read_rows(|read| {
            let sql = "-- scan: from the newest on, as many as are shown.
                SELECT no, place, device, seq, reason, at_ms FROM quarantine
                ORDER BY no DESC LIMIT ?1";
            read.all(sql, [limit as i64], |row| {
                Ok(Quarantined {
                    no: row.get(0)?,
                    place: row.get(1)?,
                    device: DeviceId(Uuid::from_bytes(row.get(2)?)),
                    seq: row.get::<_, i64>(3)? as u64,
                    reason: row.get(4)?,
                    at_ms: row.get(5)?,
                })
            })
        })
    }
}
