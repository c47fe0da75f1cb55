//! A copy of the book to practise on. It has a device of its own, whose numbers have a prefix of
//! their own, and knows which book it is a copy of: nothing that is written there can ever be taken
//! for something real.

use crate::backup::{OnPages, aside};
use crate::book::Book;
use crate::connect::{self, Purpose};
use crate::device::Device;
use crate::error::Result;
use crate::read::Read;
use domain::DeviceId;
use rusqlite::{Connection, OptionalExtension as _, params};
use std::path::{Path, PathBuf};

/// The prefix of numbers that are no real ones.
const PREFIX: &str = "T";

impl Book {
    /// Makes a copy to practise on, verified before it counts.
    ///
    /// # Errors
    /// When the target exists or cannot be written; no half file is left.
    pub fn rehearse(&self, to: &Path, device: DeviceId, on_pages: OnPages<'_>) -> Result<()> {
        if to.exists() {
            return Err(crate::BookError::Exists(to.into()));
        }
        let aside = aside(to, "new");
        // What an earlier try left is of no use to anybody.
        let _ = std::fs::remove_file(&aside);
        let done = self
            .backup(&aside, on_pages)
            .and_then(|()| mark(&aside, self.path(), device))
            .and_then(|()| Ok(std::fs::rename(&aside, to)?));
        if done.is_err() {
            let _ = std::fs::remove_file(&aside);
        }
        done.map_err(|error| connect::at_path(error, to))
    }

    /// The book that this one is a copy of, to practise on.
    pub fn trains_for(&self) -> Result<Option<PathBuf>> {
        self.read_rows(|read| read.trains_for())
    }
}

impl Read<'_> {
    /// The book that this one is a copy of, to practise on.
    pub fn trains_for(&self) -> Result<Option<PathBuf>> {
        let mut query = self
            .conn
            .prepare_cached("SELECT value FROM meta WHERE key = 'training'")?;
        let path: Option<String> = query.query_row([], |row| row.get(0)).optional()?;
        Ok(path.map(PathBuf::from))
    }
}

/// Gives a copy a journal of its own and the name of the book that it is a copy of.
fn mark(copy: &Path, real: &Path, device: DeviceId) -> Result<()> {
    let mut conn = connect::connect(copy, Purpose::Write)?;
    let tx = conn.transaction()?;
    let last_hlc = Device::mine(&tx)?.last_hlc;
    let prefix = free_prefix(&tx)?;
    tx.execute("UPDATE device SET mine = 0", [])?;
    Device::insert(&tx, device, &prefix, true)?;
    tx.execute(
        "UPDATE device SET last_hlc = ?1 WHERE mine = 1",
        [last_hlc.0],
    )?;
    tx.execute(
        "INSERT OR REPLACE INTO meta (key, value) VALUES ('training', ?1)",
        params![real.to_string_lossy()],
    )?;
    tx.commit()?;
    conn.pragma_update(None, "journal_mode", "delete")?;
    conn.close().map_err(|(_, error)| error)?;
    Ok(())
}

/// A prefix that no device of the book has.
fn free_prefix(conn: &Connection) -> Result<String> {
    let taken: Vec<String> = Device::all(conn)?
        .into_iter()
        .map(|one| one.prefix)
        .collect();
    let mut prefix = PREFIX.to_owned();
    while taken.contains(&prefix) {
        prefix.push_str(PREFIX);
    }
    Ok(prefix)
}
