//! The store: one SQLite file with a writing connection and some that read beside it.

mod journals;
mod members;
mod upkeep;

pub use journals::{Page, Pushed};
pub use members::Member;
pub use upkeep::{Figures, restore};

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rusqlite::{Connection, params};
use uuid::Uuid;

use crate::HubError;

/// "CBHB": marks the file as a hub's.
const APPLICATION_ID: i64 = 0x4342_4842;
const SCHEMA: i64 = 1;
const READERS_KEPT: usize = 8;

/// What a hub keeps.
pub struct Store {
    path: PathBuf,
    writer: Mutex<Connection>,
    readers: Mutex<Vec<Connection>>,
}

type Result<T> = std::result::Result<T, HubError>;

impl Store {
    /// Opens a store; a file that is not there is made.
    ///
    /// # Errors
    /// When the file cannot be used, is not a hub's, or of a newer version.
    pub fn open(path: &Path) -> Result<Self> {
        let mut conn = Connection::open(path)?;
        prepare(&conn)?;
        create(&mut conn)?;
        Ok(Self {
            path: path.to_owned(),
            writer: Mutex::new(conn),
            readers: Mutex::new(Vec::new()),
        })
    }

    /// The name of this history: another one after a restore.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn history(&self) -> Result<String> {
        self.read(|conn| {
            let sql = "SELECT value FROM meta WHERE key = 'history'";
            Ok(conn.query_row(sql, [], |row| row.get(0))?)
        })
    }

    /// The secret that tokens are signed with.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn secret(&self) -> Result<Vec<u8>> {
        self.read(|conn| {
            let sql = "SELECT value FROM meta WHERE key = 'secret'";
            Ok(conn.query_row(sql, [], |row| row.get(0))?)
        })
    }

    fn writer(&self) -> MutexGuard<'_, Connection> {
        self.writer.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn write<T>(&self, run: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        let mut conn = self.writer();
        let behavior = rusqlite::TransactionBehavior::Immediate;
        let tx = conn.transaction_with_behavior(behavior)?;
        let output = run(&tx)?;
        tx.commit()?;
        Ok(output)
    }

    fn read<T>(&self, run: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
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
        let output = run(&conn);
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

fn create(conn: &mut Connection) -> Result<()> {
    let tx = conn.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    let schema: i64 = tx.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let application: i64 = tx.pragma_query_value(None, "application_id", |row| row.get(0))?;
    match (schema, application) {
        (SCHEMA, APPLICATION_ID) => return Ok(()),
        (0, 0) => {}
        _ => {
            let words = "the file is not a hub's, or of a newer version";
            return Err(HubError::Broken(words.to_owned()));
        }
    }
    tx.execute_batch(include_str!("schema.sql"))?;
    let mut secret = Uuid::new_v4().as_bytes().to_vec();
    secret.extend(Uuid::new_v4().as_bytes());
    let insert = "INSERT INTO meta (key, value) VALUES (?1, ?2)";
    tx.execute(insert, params!["history", Uuid::new_v4().to_string()])?;
    tx.execute(insert, params!["secret", secret])?;
    tx.pragma_update(None, "application_id", APPLICATION_ID)?;
    tx.pragma_update(None, "user_version", SCHEMA)?;
    Ok(tx.commit()?)
}
