//! Upkeep: figures, copies, restoring, and a look at whether all is well.

use std::path::Path;

use uuid::Uuid;

use super::cell::binds;
use super::sqlite::Sqlite;
use super::tx::Tx;
use super::{Kept, Result, Store, snapshots};
use crate::HubError;

/// How much a hub holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// Books.
    pub books: i64,
    /// Devices that are not revoked.
    pub members: i64,
    /// Entries.
    pub entries: i64,
    /// What is in quarantine.
    pub quarantined: i64,
    /// Documents that wait for a device.
    pub waiting: i64,
    /// Pages for customers.
    pub pages: i64,
    /// Snapshots that new devices start from.
    pub snapshots: i64,
    /// Bytes of their chunks, and of those of which nothing has come yet.
    pub snapshot_bytes: i64,
}

impl Store {
    /// How much is held.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn figures(&self) -> Result<Figures> {
        self.read(|tx| {
            let sql = "SELECT (SELECT count(DISTINCT book) FROM member), \
                       (SELECT count(*) FROM member WHERE revoked_ms IS NULL), \
                       (SELECT CAST(coalesce(sum(last_seq), 0) AS bigint) FROM head), \
                       (SELECT count(*) FROM quarantine), \
                       (SELECT count(*) FROM document WHERE done_ms IS NULL), \
                       (SELECT count(*) FROM tracking WHERE page IS NOT NULL), \
                       (SELECT count(*) FROM snapshot), \
                       (SELECT CAST(coalesce(sum(bytes), 0) AS bigint) FROM chunk)";
            let Some(mut row) = tx.first(sql, &[])? else {
                return Ok(Figures::default());
            };
            Ok(Figures {
                books: row.take()?,
                members: row.take()?,
                entries: row.take()?,
                quarantined: row.take()?,
                waiting: row.take()?,
                pages: row.take()?,
                snapshots: row.take()?,
                snapshot_bytes: row.take()?,
            })
        })
    }

    /// Copies the store's file to a new one while it is in use.
    ///
    /// # Errors
    /// When the file exists or cannot be written, or the copy does not pass SQLite's check; for a
    /// store on PostgreSQL, which has a program of its own for it.
    pub fn backup(&self, to: &Path) -> Result<()> {
        match &self.0 {
            Kept::Sqlite(file) => file.backup(to),
            Kept::Postgres(_) => {
                let words = "a hub on PostgreSQL is copied by PostgreSQL's own program: \
                             pg_dump --format=custom --file=FILE ADDRESS";
                Err(HubError::Broken(words.to_owned()))
            }
        }
    }

    /// Gives the store another history, after an older copy was put in its place: devices send
    /// again what it lacks.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn restored(&self) -> Result<()> {
        let fresh = Uuid::new_v4().to_string();
        self.write(|tx| {
            let sql = "UPDATE meta SET value = ?1 WHERE key = 'history'";
            tx.execute(sql, binds![fresh.as_bytes()])?;
            Ok(())
        })
    }

    /// What is wrong with the store; empty when nothing is.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn doctor(&self) -> Result<Vec<String>> {
        let mut found = Vec::new();
        if let Kept::Sqlite(file) = &self.0
            && let Err(error) = file.check()
        {
            found.push(error.to_string());
        }
        self.read(|tx| {
            found.extend(unsafe_settings(tx)?);
            let sql = "SELECT head.book, head.device FROM head WHERE last_seq > 0 AND \
                       (last_seq <> (SELECT count(*) FROM entry WHERE entry.book = head.book \
                        AND entry.device = head.device) OR last_hash IS DISTINCT FROM \
                       (SELECT hash FROM entry WHERE entry.book = head.book \
                        AND entry.device = head.device AND seq = last_seq))";
            for mut row in tx.query(sql, &[])? {
                let (book, device): (Uuid, Uuid) = (row.take()?, row.take()?);
                found.push(format!("the journal of {device} in {book} is not whole"));
            }
            for book in snapshots::broken(tx)? {
                found.push(format!("the snapshot of {book} is not whole"));
            }
            Ok(found)
        })
    }
}

/// Settings of a PostgreSQL server under which what was acknowledged may be lost.
fn unsafe_settings(tx: &mut Tx<'_>) -> Result<Vec<String>> {
    if !matches!(tx, Tx::Postgres(..)) {
        return Ok(Vec::new());
    }
    let sql = "SELECT name FROM pg_settings WHERE setting = 'off' \
               AND name IN ('fsync', 'full_page_writes', 'synchronous_commit')";
    let rows = tx.query(sql, &[])?.into_iter();
    rows.map(|mut row| {
        Ok(format!(
            "the server's setting {} is off",
            row.take::<String>()?
        ))
    })
    .collect()
}

/// Puts a copy in the place of a store's file that is not there (any more). It gets a history of
/// its own, so that devices send again what the copy lacks.
///
/// # Errors
/// When the place is taken, or the copy is none of a hub.
pub fn restore(copy: &Path, to: &Path) -> Result<()> {
    if to.exists() {
        return Err(HubError::Broken(format!("{} exists", to.display())));
    }
    let part = to.with_extension("part");
    let copied = std::fs::copy(copy, &part);
    copied.map_err(|error| HubError::Broken(format!("{}: {error}", copy.display())))?;
    let store = Store(Kept::Sqlite(Box::new(Sqlite::open(&part)?)));
    store.restored()?;
    if let Kept::Sqlite(file) = store.0 {
        file.close()?;
    }
    std::fs::rename(&part, to).map_err(|error| HubError::Broken(error.to_string()))
}
