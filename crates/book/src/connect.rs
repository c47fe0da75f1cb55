//! Connections to the file with the settings that durability and safety need.

use crate::error::{BookError, Result};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use std::path::Path;
use std::time::Duration;

/// "CBOK": marks the file as ours in its header.
pub const APPLICATION_ID: i64 = 0x4342_4f4b;

/// How long a write waits for another process before it gives up.
pub const BUSY: Duration = Duration::from_secs(10);

/// How much of the file readers map; SQLite takes at most two gigabytes of it.
const MAPPED_BYTES: i64 = i64::MAX;

/// Lets go of what a reader has mapped and cached. What it prepared stays.
pub fn let_go(conn: &Connection) -> Result<()> {
    let mapped: i64 = conn.pragma_query_value(None, "mmap_size", |row| row.get(0))?;
    conn.execute_batch("PRAGMA mmap_size = 0; PRAGMA shrink_memory")?;
    Ok(conn.pragma_update(None, "mmap_size", mapped)?)
}

/// What a connection is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Reads and writes.
    Write,
    /// Reads beside a writer.
    Read,
    /// Reads a file that nobody can write: no locks, no write-ahead log.
    Frozen,
}

/// Opens an existing file.
pub fn connect(path: &Path, purpose: Purpose) -> Result<Connection> {
    locks::install();
    let mut flags = OpenFlags::SQLITE_OPEN_NO_MUTEX;
    flags |= match purpose {
        Purpose::Write => OpenFlags::SQLITE_OPEN_READ_WRITE,
        Purpose::Read => OpenFlags::SQLITE_OPEN_READ_WRITE,
        Purpose::Frozen => OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI,
    };
    let conn = match purpose {
        Purpose::Write => gather::open(path, flags),
        Purpose::Read => Connection::open_with_flags(path, flags),
        Purpose::Frozen => Connection::open_with_flags(frozen_uri(path), flags),
    };
    let conn = conn.map_err(|error| at_path(error.into(), path))?;
    prepare(&conn, purpose).map_err(|error| at_path(error, path))?;
    Ok(conn)
}

fn prepare(conn: &Connection, purpose: Purpose) -> Result<()> {
    conn.busy_timeout(BUSY)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    // Plans do not hang on bound values: otherwise every new value of a column that a partial
    // index names compiles the statement again, a fifth of the time of a sale.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    conn.set_prepared_statement_cache_capacity(256);
    conn.pragma_update(None, "foreign_keys", true)?;
    conn.pragma_update(None, "temp_store", "memory")?;
    match purpose {
        Purpose::Write => {
            let mode: String =
                conn.pragma_update_and_check(None, "journal_mode", "wal", |row| row.get(0))?;
            debug_assert_eq!(
                mode, "wal",
                "a file on a local disk can use the write-ahead log"
            );
            conn.pragma_update(None, "fullfsync", true)?;
            conn.pragma_update(None, "checkpoint_fullfsync", true)?;
            conn.pragma_update(None, "wal_autocheckpoint", 8_000)?;
            conn.pragma_update(None, "journal_size_limit", 64 * 1024 * 1024)?;
            conn.pragma_update(None, "cache_size", -64_000)?;
            // What was erased must not live on in freed parts of pages.
            conn.pragma_update(None, "secure_delete", true)?;
            conn.pragma_update(None, "cell_size_check", true)?;
        }
        Purpose::Read => {
            conn.pragma_update(None, "query_only", true)?;
            conn.pragma_update(None, "cache_size", -8_000)?;
            // A window of a long list touches hundreds of pages all over the file: mapped, they
            // cost no call of the system each. Only on local disks, where reading cannot fail.
            conn.pragma_update(None, "mmap_size", MAPPED_BYTES)?;
        }
        Purpose::Frozen => conn.pragma_update(None, "cell_size_check", true)?,
    }
    Ok(())
}

/// `immutable=1` keeps SQLite from looking for locks and logs that it could not trust.
fn frozen_uri(path: &Path) -> String {
    let mut uri = String::from("file:");
    for byte in path.to_string_lossy().replace('\\', "/").bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' | b':' => {
                uri.push(byte as char);
            }
            other => uri.push_str(&format!("%{other:02X}")),
        }
    }
    uri + "?immutable=1"
}

/// Names the file in an error that knows none.
pub fn at_path(error: BookError, path: &Path) -> BookError {
    match error {
        BookError::Damaged { detail, .. } => BookError::Damaged {
            path: path.into(),
            detail,
        },
        BookError::Sqlite(inner)
            if inner.sqlite_error_code() == Some(rusqlite::ErrorCode::CannotOpen) =>
        {
            if path.exists() {
                BookError::NotWritable(path.into())
            } else {
                missing(path)
            }
        }
        other => other,
    }
}

fn missing(path: &Path) -> BookError {
    match path.parent() {
        Some(folder) if folder.as_os_str().is_empty() || folder.exists() => {
            BookError::Missing(path.into())
        }
        _ => BookError::NotWritable(path.into()),
    }
}

#[cfg(test)]
#[cfg(target_os = "linux")]
mod tests {
    use super::*;

    fn mapped(path: &Path) -> bool {
        let maps = std::fs::read_to_string("/proc/self/maps").unwrap();
        maps.contains(path.to_str().unwrap())
    }

    #[test]
    fn a_reader_that_lets_go_maps_nothing_until_it_reads_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("mapped.db");
        let made = Connection::open(&path).unwrap();
        made.execute_batch("CREATE TABLE t (n); INSERT INTO t VALUES (1)")
            .unwrap();
        let reader = connect(&path, Purpose::Read).unwrap();
        let read = || reader.query_row("SELECT n FROM t", [], |row| row.get::<_, i64>(0));
        assert_eq!((read().unwrap(), mapped(&path)), (1, true));
        let_go(&reader).unwrap();
        assert!(!mapped(&path));
        assert_eq!((read().unwrap(), mapped(&path)), (1, true));
    }
}
