//! One write to the log for each commit (ADR 48).
//!
//! SQLite writes the head and the content of every page of a commit to the write-ahead log by a
//! call of the system each: two dozen for a sale, half as long as it then takes to make them
//! durable. Here they are gathered, and go to the system together, right before SQLite makes the
//! log durable. It tells nobody of a commit before it has done that.
//!
//! What is gathered belongs to the transaction that holds the write lock. It never outlives that
//! lock: whatever was not made durable when the lock is given back is written out before, as it
//! would have been without us, and only of transactions that were taken back. So no other program
//! can have written in that place meanwhile.

mod file;
mod frames;
mod methods;
mod vfs;

use rusqlite::{Connection, OpenFlags, Result};
use std::path::Path;

/// Opens a file whose commits are gathered, and makes each of them durable
/// (`PRAGMA synchronous = FULL`). The connection must stay so: with less, SQLite tells of a commit
/// before it asks for the log to be durable, and so before it is written. Where SQLite's own way to
/// files cannot be extended, its commits are written as ever.
///
/// # Errors
/// What keeps SQLite from opening the file.
pub fn open(path: &Path, flags: OpenFlags) -> Result<Connection> {
    let conn = match vfs::name() {
        Some(name) => Connection::open_with_flags_and_vfs(path, flags, name)?,
        None => Connection::open_with_flags(path, flags)?,
    };
    conn.pragma_update(None, "synchronous", "full")?;
    Ok(conn)
}
