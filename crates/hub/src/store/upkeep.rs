//! Upkeep: figures, copies, restoring, and a look at whether all is well.

use std::path::Path;
use std::time::Duration;

use rusqlite::backup::Backup;
use rusqlite::{Connection, params};
use uuid::Uuid;

use super::{Result, Store};
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
}

impl Store {
    /// How much is held.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn figures(&self) -> Result<Figures> {
        self.read(|conn| {
            let sql = "SELECT (SELECT count(DISTINCT book) FROM member), \
                       (SELECT count(*) FROM member WHERE revoked_ms IS NULL), \
                       (SELECT coalesce(sum(last_seq), 0) FROM head), \
                       (SELECT count(*) FROM quarantine)";
            Ok(conn.query_row(sql, [], |row| {
                Ok(Figures {
                    books: row.get(0)?,
                    members: row.get(1)?,
                    entries: row.get(2)?,
                    quarantined: row.get(3)?,
                })
            })?)
        })
    }

    /// Copies the store to a new file while it is in use.
    ///
    /// # Errors
    /// When the file exists or cannot be written, or the copy does not pass SQLite's check.
    pub fn backup(&self, to: &Path) -> Result<()> {
        if to.exists() {
            return Err(HubError::Broken(format!("{} exists", to.display())));
        }
        let from = Connection::open(&self.path)?;
        let mut target = Connection::open(to)?;
        Backup::new(&from, &mut target)?.run_to_completion(
            1_000,
            Duration::from_millis(5),
            None,
        )?;
        check(&target)
    }

    /// What is wrong with the store; empty when nothing is.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn doctor(&self) -> Result<Vec<String>> {
        self.read(|conn| {
            let mut found = Vec::new();
            if let Err(error) = check(conn) {
                found.push(error.to_string());
            }
            let sql = "SELECT head.book, head.device FROM head WHERE last_seq <> \
                       (SELECT count(*) FROM entry WHERE entry.book = head.book \
                        AND entry.device = head.device) OR last_hash <> \
                       (SELECT hash FROM entry WHERE entry.book = head.book \
                        AND entry.device = head.device AND seq = last_seq)";
            let mut query = conn.prepare(sql)?;
            let rows = query.query_map([], |row| {
                let (book, device): ([u8; 16], [u8; 16]) = (row.get(0)?, row.get(1)?);
                Ok((Uuid::from_bytes(book), Uuid::from_bytes(device)))
            })?;
            for row in rows {
                let (book, device) = row?;
                found.push(format!("the journal of {device} in {book} is not whole"));
            }
            Ok(found)
        })
    }
}

/// Puts a copy in the place of a store that is not there (any more). It gets a history of its own,
/// so that devices send again what the copy lacks.
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
    {
        let store = Store::open(&part)?;
        let conn = store.writer();
        check(&conn)?;
        let sql = "UPDATE meta SET value = ?1 WHERE key = 'history'";
        conn.execute(sql, params![Uuid::new_v4().to_string()])?;
        conn.pragma_update_and_check(None, "journal_mode", "delete", |_| Ok(()))?;
    }
    std::fs::rename(&part, to).map_err(|error| HubError::Broken(error.to_string()))
}

fn check(conn: &Connection) -> Result<()> {
    let found: String = conn.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if found == "ok" {
        Ok(())
    } else {
        Err(HubError::Broken(found))
    }
}
