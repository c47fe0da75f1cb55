//! Snapshots: a consistent copy of the book that new devices start from, without what belongs to
//! this installation alone. A copy belongs to nobody until it is adopted: it opens under no name.
//!
//! What a copy holds is read from the copy itself, so that it can never claim more.

use crate::backup::{aside, check_copy};
use crate::book::Book;
use crate::connect::{self, Purpose};
use crate::device::Device;
use crate::error::{BookError, Result};
use crate::migrate;
use crate::sync::places;
use domain::{DeviceId, Hlc};
use rusqlite::{Connection, params};
use std::collections::BTreeMap;
use std::path::Path;
use uuid::Uuid;

/// What is of this installation alone, and of no use to another: places and how far they are read,
/// what was put aside or waits for others before it, and what was told to hubs.
const OF_THIS_FILE: [&str; 6] = [
    "DELETE FROM sync_place",
    "DELETE FROM sync_cursor",
    "DELETE FROM page_sent",
    "DELETE FROM quarantine",
    "DELETE FROM pending",
    "DELETE FROM meta WHERE key = 'training'",
];

/// Whether the numbers of a journal are those that its end says, and none is missing.
const ENDS: &str = "-- scan: once in the life of a file, of an index alone.
    SELECT count(*), coalesce(max(seq), 0) FROM journal WHERE device = ?1";

impl Book {
    /// Writes a copy of the book to a new file for other devices to start from; returns what the
    /// copy holds: the last entry of each device's journal.
    ///
    /// # Errors
    /// When the target exists or cannot be written; no half file is left.
    pub fn snapshot(&self, to: &Path) -> Result<BTreeMap<DeviceId, u64>> {
        self.check_writable()?;
        if to.exists() {
            return Err(BookError::Exists(to.into()));
        }
        let part = aside(to, "part");
        // What an earlier try left is of no use to anybody.
        let _ = std::fs::remove_file(&part);
        let made = copy(self.path(), &part).and_then(|()| disown(&part));
        let made = made.and_then(|held| {
            std::fs::rename(&part, to)?;
            Ok(held)
        });
        if made.is_err() {
            let _ = std::fs::remove_file(&part);
        }
        made.map_err(|error| connect::at_path(error, to))
    }
}

/// Makes a copy that has come from elsewhere the file of the device `fresh`, whose journal is
/// empty: nothing that the copy holds was ever said under its name. Returns what the copy holds.
///
/// # Errors
/// When the copy is damaged, of another book or a newer version, has tables that are not ours, or
/// holds less than it says; and when it holds a device of that name. It is of no use then.
pub fn adopt(path: &Path, book: Uuid, fresh: DeviceId) -> Result<BTreeMap<DeviceId, u64>> {
    let adopted = check(path, book).and_then(|()| {
        let mut conn = connect::connect(path, Purpose::Write)?;
        let held = own(&mut conn, fresh)?;
        close(conn)?;
        Ok(held)
    });
    adopted.map_err(|error| connect::at_path(error, path))
}

fn copy(from: &Path, part: &Path) -> Result<()> {
    // A connection of its own: one that only reads may not write the copy either.
    let conn = connect::connect(from, Purpose::Write)?;
    conn.execute("VACUUM INTO ?1", [part.to_string_lossy()])?;
    Ok(())
}

/// Takes out of a copy what belongs to the installation that made it, its name first.
fn disown(part: &Path) -> Result<BTreeMap<DeviceId, u64>> {
    let mut conn = connect::connect(part, Purpose::Write)?;
    let tx = conn.transaction()?;
    for device in Device::all(&tx)? {
        device.store(&tx)?;
    }
    tx.execute("UPDATE device SET mine = 0", [])?;
    leave_behind(&tx)?;
    // Whoever folds otherwise computes the tables afresh when it opens the copy.
    places::note_version(&tx)?;
    let held = held(&tx)?;
    tx.commit()?;
    close(conn)?;
    Ok(held)
}

fn leave_behind(conn: &Connection) -> Result<()> {
    for sql in OF_THIS_FILE {
        conn.execute(sql, [])?;
    }
    Ok(())
}

/// Nothing lies beside a closed copy, and all of it is on the disk.
fn close(conn: Connection) -> Result<()> {
    let path = conn.path().map(std::path::PathBuf::from);
    conn.pragma_update(None, "journal_mode", "delete")?;
    conn.close().map_err(|(_, error)| error)?;
    if let Some(path) = path {
        std::fs::File::open(path)?.sync_all()?;
    }
    Ok(())
}

fn held(conn: &Connection) -> Result<BTreeMap<DeviceId, u64>> {
    let devices = Device::all(conn)?.into_iter();
    let written = devices.filter(|device| device.last_seq > 0);
    Ok(written.map(|device| (device.id, device.last_seq)).collect())
}

fn check(path: &Path, book: Uuid) -> Result<()> {
    check_copy(path)?;
    let conn = connect::connect(path, Purpose::Frozen)?;
    let schema = migrate::check(&conn, path)?;
    migrate::check_tables(&conn, path, schema)?;
    let sql = "SELECT value FROM meta WHERE key = 'book'";
    let found: Vec<u8> = conn.query_row(sql, [], |row| row.get(0))?;
    if found != book.as_bytes() {
        return Err(BookError::Inconsistent("it is another book".into()));
    }
    Ok(())
}

/// Each journal is whole up to its end.
fn check_ends(conn: &Connection) -> Result<()> {
    for device in Device::all(conn)? {
        let (entries, last): (i64, i64) = conn
            .prepare_cached(ENDS)?
            .query_row([device.no], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let hash = crate::journal::hash_at(conn, &device, last as u64)?;
        let is_whole = entries == last && last as u64 == device.last_seq;
        if !is_whole || hash != device.last_hash {
            let detail = "a journal is not whole";
            return Err(BookError::Inconsistent(detail.into()));
        }
    }
    Ok(())
}

fn own(conn: &mut Connection, fresh: DeviceId) -> Result<BTreeMap<DeviceId, u64>> {
    let tx = conn.transaction()?;
    check_ends(&tx)?;
    let devices = Device::all(&tx)?;
    if devices.iter().any(|device| device.id == fresh) {
        return Err(BookError::Inconsistent("the name is taken".into()));
    }
    let newest = devices.iter().map(|device| device.last_hlc).max();
    tx.execute("UPDATE device SET mine = 0", [])?;
    leave_behind(&tx)?;
    Device::insert(&tx, fresh, "", true)?;
    // What it says sorts behind all that it knows.
    let sql = "UPDATE device SET last_hlc = ?1 WHERE mine = 1";
    tx.execute(sql, params![newest.unwrap_or(Hlc(0)).0])?;
    let held = held(&tx)?;
    tx.commit()?;
    Ok(held)
}
