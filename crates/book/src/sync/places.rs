//! Places that a book is copied to and from, and how far.

use crate::book::Book;
use crate::error::{BookError, Result};
use crate::migrate::SCHEMA;
use domain::DeviceId;
use rusqlite::{Connection, OptionalExtension as _, Row, params};
use std::collections::BTreeMap;

/// What is known of a place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlaceState {
    /// A folder's path or a hub's address.
    pub place: String,
    /// The history that the place last said to have; it changes when the place was restored.
    pub history: String,
    /// What the place has acknowledged: the last entry of each device's journal.
    pub held: BTreeMap<DeviceId, u64>,
    /// The last redaction that the place knows.
    pub redacted_no: i64,
    /// Last time that the place answered, UTC milliseconds.
    pub contact_ms: Option<i64>,
    /// The place's clock minus this one.
    pub offset_ms: Option<i64>,
    /// Bytes sent there so far.
    pub bytes_out: i64,
    /// Bytes read from there so far.
    pub bytes_in: i64,
    /// Why the last contact failed; `None` when it did not.
    pub failure: Option<String>,
    /// The snapshot that new devices start from there.
    pub snapshot: Option<SnapshotState>,
}

/// A snapshot of the book at a hub.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SnapshotState {
    /// When it came there, UTC milliseconds by the clock of the hub.
    pub came_ms: i64,
    /// Bytes of its file.
    pub bytes: u64,
    /// Entries that it covers.
    pub entries: u64,
}

impl Book {
    /// The places that this book was ever copied to or from.
    pub fn places(&self) -> Result<Vec<PlaceState>> {
        self.read_rows(|read| {
            let sql = "-- scan: a handful.\nSELECT * FROM sync_place ORDER BY place";
            read.all(sql, [], of_row)
        })
    }

    /// What is known of a place.
    pub fn place(&self, place: &str) -> Result<Option<PlaceState>> {
        self.read_rows(|read| {
            let mut query = read
                .conn
                .prepare_cached("SELECT * FROM sync_place WHERE place = ?1")?;
            Ok(query.query_row([place], of_row).optional()?)
        })
    }

    /// Notes what is known of a place.
    ///
    /// # Errors
    /// What keeps the file from being written.
    pub fn keep_place(&self, state: &PlaceState) -> Result<()> {
        self.check_writable()?;
        let held: BTreeMap<String, u64> = state
            .held
            .iter()
            .map(|(device, seq)| (device.to_string(), *seq))
            .collect();
        let held = serde_json::to_string(&held)
            .map_err(|error| BookError::Inconsistent(error.to_string()))?;
        let writer = self.writer();
        let mut insert = writer
            .conn
            .prepare_cached(include_str!("../sql/keep_place.sql"))?;
        let done = insert.execute(params![
            state.place,
            state.history,
            held,
            state.redacted_no,
            state.contact_ms,
            state.offset_ms,
            state.bytes_out,
            state.bytes_in,
            state.failure,
            state.snapshot.map(|it| it.came_ms),
            state.snapshot.map(|it| it.bytes as i64),
            state.snapshot.map(|it| it.entries as i64),
        ]);
        done.map(drop).map_err(|error| self.named(error.into()))
    }

    /// Forgets a place; what lies there stays.
    ///
    /// # Errors
    /// What keeps the file from being written.
    pub fn forget_place(&self, place: &str) -> Result<()> {
        self.check_writable()?;
        let writer = self.writer();
        for sql in [
            "DELETE FROM sync_place WHERE place = ?1",
            "DELETE FROM sync_cursor WHERE place = ?1",
            super::pages::FORGET,
        ] {
            writer.conn.prepare_cached(sql)?.execute([place])?;
        }
        Ok(())
    }

    /// How far the parts of a place are read.
    pub fn cursors(&self, place: &str) -> Result<BTreeMap<String, String>> {
        self.read_rows(|read| {
            let sql = "SELECT part, cursor FROM sync_cursor WHERE place = ?1";
            let all = read.all(sql, [place], |row| Ok((row.get(0)?, row.get(1)?)))?;
            Ok(all.into_iter().collect())
        })
    }
}

fn of_row(row: &Row<'_>) -> rusqlite::Result<PlaceState> {
    let held: String = row.get("held")?;
    Ok(PlaceState {
        place: row.get("place")?,
        history: row.get("history")?,
        // What cannot be read counts as nothing: everything is offered again, and known already.
        held: serde_json::from_str(&held).unwrap_or_default(),
        redacted_no: row.get("redacted_no")?,
        contact_ms: row.get("contact_ms")?,
        offset_ms: row.get("offset_ms")?,
        bytes_out: row.get("bytes_out")?,
        bytes_in: row.get("bytes_in")?,
        failure: row.get("failure")?,
        snapshot: snapshot_of(row)?,
    })
}

fn snapshot_of(row: &Row<'_>) -> rusqlite::Result<Option<SnapshotState>> {
    let came_ms: Option<i64> = row.get("snapshot_ms")?;
    let count = |name| {
        let found: rusqlite::Result<Option<i64>> = row.get(name);
        found.map(|count| count.unwrap_or(0).unsigned_abs())
    };
    came_ms
        .map(|came_ms| {
            Ok(SnapshotState {
                came_ms,
                bytes: count("snapshot_bytes")?,
                entries: count("snapshot_entries")?,
            })
        })
        .transpose()
}

/// Moves the cursors of a place, in the transaction that keeps what was read.
pub(crate) fn keep_cursors(
    conn: &Connection,
    place: &str,
    cursors: &[(String, String)],
) -> Result<()> {
    let sql = "INSERT OR REPLACE INTO sync_cursor (place, part, cursor) VALUES (?1, ?2, ?3)";
    let mut insert = conn.prepare_cached(sql)?;
    for (part, cursor) in cursors {
        insert.execute([place, part, cursor])?;
    }
    Ok(())
}

/// The version that folds what comes from others: a later one may know more of it.
fn version() -> String {
    format!("{}/{SCHEMA}", env!("CARGO_PKG_VERSION"))
}

/// Notes that this version folded an entry of another device.
pub(crate) fn note_version(conn: &Connection) -> Result<()> {
    let sql = "INSERT INTO meta (key, value) VALUES ('folded_by', ?1) \
               ON CONFLICT DO UPDATE SET value = excluded.value WHERE value <> excluded.value";
    conn.prepare_cached(sql)?.execute([version()])?;
    Ok(())
}

/// Whether entries of other devices were folded by another version than this one, which may not
/// have known what they say.
pub(crate) fn was_folded_by_another_version(conn: &Connection) -> Result<bool> {
    let sql = "SELECT 1 FROM meta WHERE key = 'folded_by' AND value <> ?1";
    Ok(conn.prepare(sql)?.exists([version()])?)
}
