//! The store: one SQLite file, or a PostgreSQL database that any number of servers share. What it
//! does is written once, over transactions that are the same on both.

mod cell;
mod inbox;
mod journals;
mod members;
mod pool;
mod snapshots;
mod sqlite;
pub(crate) mod tls;
mod tracking;
mod tx;
mod upkeep;

pub use inbox::{Channel, Incoming, Taken, Waiting};
pub use journals::{Page, Pushed};
pub use members::Member;
pub use pool::Database;
pub use tracking::Published;
pub use upkeep::{Figures, restore};

use std::path::Path;

use uuid::Uuid;

use crate::HubError;
use cell::binds;
use pool::Pool;
use sqlite::Sqlite;
use tx::Tx;

type Result<T> = std::result::Result<T, HubError>;

/// What a hub keeps.
pub struct Store(Kept);

enum Kept {
    Sqlite(Box<Sqlite>),
    Postgres(Box<Pool>),
}

impl Store {
    /// Opens a store on a file; one that is not there is made.
    ///
    /// # Errors
    /// When the file cannot be used, is not a hub's, or of a newer version.
    pub fn open(path: &Path) -> Result<Self> {
        Ok(Self(Kept::Sqlite(Box::new(Sqlite::open(path)?))))
    }

    /// Opens a store on a PostgreSQL database; in an empty one the tables are made.
    ///
    /// # Errors
    /// When the database cannot be reached, is not a hub's, or of a newer version.
    pub fn connect(database: &Database) -> Result<Self> {
        Ok(Self(Kept::Postgres(Box::new(Pool::connect(database)?))))
    }

    /// The database, when other servers may be at work on it, too.
    pub fn database(&self) -> Option<&Database> {
        match &self.0 {
            Kept::Sqlite(_) => None,
            Kept::Postgres(pool) => Some(pool.database()),
        }
    }

    /// The name of this history: another one after a restore.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn history(&self) -> Result<String> {
        self.read(|tx| meta(tx, "history"))
    }

    /// The secret that tokens are signed with.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn secret(&self) -> Result<Vec<u8>> {
        self.read(|tx| meta(tx, "secret"))
    }

    fn write<T>(&self, run: impl FnOnce(&mut Tx<'_>) -> Result<T>) -> Result<T> {
        match &self.0 {
            Kept::Sqlite(file) => file.write(run),
            Kept::Postgres(pool) => pool.write(run),
        }
    }

    /// Reads; all that is seen is of one moment.
    fn read<T>(&self, run: impl FnOnce(&mut Tx<'_>) -> Result<T>) -> Result<T> {
        match &self.0 {
            Kept::Sqlite(file) => file.read(run),
            Kept::Postgres(pool) => pool.read(run),
        }
    }
}

fn meta<T: cell::FromCell>(tx: &mut Tx<'_>, key: &str) -> Result<T> {
    let found = tx.first("SELECT value FROM meta WHERE key = ?1", binds![key])?;
    let broken = || HubError::Broken(format!("the database has no {key}"));
    found.ok_or_else(broken)?.take()
}

/// A history and a secret for a store that is new.
fn fresh_meta(tx: &mut Tx<'_>) -> Result<()> {
    let mut secret = Uuid::new_v4().as_bytes().to_vec();
    secret.extend(Uuid::new_v4().as_bytes());
    let history = Uuid::new_v4().to_string();
    let sql = "INSERT INTO meta (key, value) VALUES (?1, ?2)";
    tx.execute(sql, binds!["history", history.as_bytes()])?;
    tx.execute(sql, binds!["secret", &secret[..]])?;
    Ok(())
}
