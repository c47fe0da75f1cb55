//! The embedded store: one SQLite file with a writing connection and some that read beside it.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rusqlite::backup::Backup;
use rusqlite::{Connection, TransactionBehavior};

use super::tx::Tx;
use super::{Result, fresh_meta};
use crate::HubError;

/// "CBHB": marks the file as a hub's.
const APPLICATION_ID: i64 = 0x4342_4842;
/// One file a version; what is released never changes.
const SCHEMA: [&str; 3] = [
    include_str!("schema/sqlite/0001.sql"),
    include_str!("schema/sqlite/0002.sql"),
    include_str!("schema/sqlite/0003.sql"),
];
const READERS_KEPT: usize = 8;

/// A hub's file.
pub(super) struct Sqlite {
    path: PathBuf,
    writer: Mutex<Connection>,
    readers: Mutex<Vec<Connection>>,
}

impl Sqlite {
    pub(super) fn open(path: &Path) -> Result<Self> {
        let mut conn = Connection::open(path)?;
        prepare(&conn)?;
        migrate(&mut conn)?;
        Ok(Self {
            path: path.to_owned(),
            writer: Mutex::new(conn),
            readers: Mutex::new(Vec::new()),
        })
    }

    fn writer(&self) -> MutexGuard<'_, Connection> {
        self.writer.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn write<T>(&self, run: impl FnOnce(&mut Tx<'_>) -> Result<T>) -> Result<T> {
        let mut conn = self.writer();
        let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let output = run(&mut Tx::Sqlite(&tx))?;
        tx.commit()?;
        Ok(output)
    }

    pub(super) fn read<T>(&self, run: impl FnOnce(&mut Tx<'_>) -> Result<T>) -> Result<T> {
        let kept = self.kept().pop();
        let conn = match kept {
            Some(conn) => conn,
            None => {
                let conn = Connection::open(&self.path)?;
                prepare(&conn)?;
                conn
            }
        };
        conn.execute_batch("BEGIN")?;
        let output = run(&mut Tx::Sqlite(&conn));
        conn.execute_batch("COMMIT")?;
        let mut readers = self.kept();
        if readers.len() < READERS_KEPT {
            readers.push(conn);
        }
        output
    }

    fn kept(&self) -> MutexGuard<'_, Vec<Connection>> {
        self.readers.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Copies the file while it is in use, and checks the copy.
    pub(super) fn backup(&self, to: &Path) -> Result<()> {
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

    /// Checks the file and leaves nothing beside it.
    pub(super) fn close(self) -> Result<()> {
        let conn = self.writer();
        check(&conn)?;
        conn.pragma_update_and_check(None, "journal_mode", "delete", |_| Ok(()))?;
        Ok(())
    }

    /// What SQLite itself finds wrong.
    pub(super) fn check(&self) -> Result<()> {
        check(&self.writer())
    }
}

fn check(conn: &Connection) -> Result<()> {
    let found: String = conn.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if found == "ok" {
        Ok(())
    } else {
        Err(HubError::Broken(found))
    }
}

fn prepare(conn: &Connection) -> Result<()> {
    conn.busy_timeout(Duration::from_secs(10))?;
    conn.set_prepared_statement_cache_capacity(64);
    conn.pragma_update_and_check(None, "journal_mode", "wal", |_| Ok(()))?;
    // What was acknowledged is there after a power cut.
    conn.pragma_update(None, "synchronous", "full")?;
    conn.pragma_update(None, "fullfsync", true)?;
    conn.pragma_update(None, "secure_delete", true)?;
    Ok(())
}

fn migrate(conn: &mut Connection) -> Result<()> {
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let schema: i64 = tx.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let application: i64 = tx.pragma_query_value(None, "application_id", |row| row.get(0))?;
    let is_ours = if schema == 0 {
        application == 0
    } else {
        application == APPLICATION_ID
    };
    let known = usize::try_from(schema).ok().filter(|_| is_ours);
    let Some(missing) = known.and_then(|version| SCHEMA.get(version..)) else {
        let words = "the file is not a hub's, or of a newer version";
        return Err(HubError::Broken(words.to_owned()));
    };
    missing.iter().try_for_each(|sql| tx.execute_batch(sql))?;
    if schema == 0 {
        fresh_meta(&mut Tx::Sqlite(&tx))?;
        tx.pragma_update(None, "application_id", APPLICATION_ID)?;
    }
    if !missing.is_empty() {
        tx.pragma_update(None, "user_version", SCHEMA.len() as i64)?;
    }
    Ok(tx.commit()?)
}
