//! Rebuild: all projections from the journal, into a new file, put in place when they are proved.

use crate::book::Book;
use crate::digest::{self, Digest, PROJECTIONS};
use crate::error::{BookError, Result};
use crate::fresh::{self, OnRecords};
use rusqlite::Connection;
use std::path::{Path, PathBuf};

impl Book {
    /// Computes every projection again and puts the result in place of the present ones in one
    /// transaction; other windows and programs wait with their writes meanwhile and lose
    /// nothing. Returns the digest of the projections.
    ///
    /// # Errors
    /// When the fresh ledgers do not balance or the work is cancelled; the book is unchanged.
    pub fn rebuild(&self, on: OnRecords<'_>) -> Result<Digest> {
        self.check_writable()?;
        let folder = scratch_folder(self)?;
        let path = folder.path().join("fresh.counterbook");
        let fresh = fresh::scratch(&path)?;
        let mut writer = self.writer();
        writer
            .conn
            .execute("ATTACH ?1 AS fresh", [path.to_string_lossy()])?;
        // A write to the book takes its lock alone; BEGIN IMMEDIATE would take the fresh file's.
        let lock = "BEGIN; UPDATE main.meta SET value = value WHERE key = 'book'";
        writer.conn.execute_batch(lock)?;
        let swapped = rebuild_into(&writer.conn, (fresh, &path), on);
        let ended = writer.conn.execute_batch(if swapped.is_ok() {
            "COMMIT"
        } else {
            "ROLLBACK"
        });
        writer.known.clear();
        self.terms.forget();
        writer.conn.execute_batch("DETACH fresh")?;
        ended?;
        swapped
    }
}

fn rebuild_into(
    conn: &Connection,
    (fresh, path): (Connection, &Path),
    on: OnRecords<'_>,
) -> Result<Digest> {
    fresh::fold_all(conn, &fresh, on)?;
    fresh::check_ledgers(&fresh)?;
    fresh.close().map_err(|(_, error)| error)?;
    // The fresh rows are read twice, to prove them and to copy them: at the same time.
    let (expected, copied) = std::thread::scope(|scope| {
        let proving = scope.spawn(|| digest::digest_all(&Connection::open(path)?));
        let copied = copy(conn).and_then(|()| digest::digest_all(conn));
        let proved = proving.join().unwrap_or_else(|_| {
            let detail = "the fresh projections cannot be read".into();
            Err(BookError::Inconsistent(detail))
        });
        (proved, copied)
    });
    let (expected, copied) = (expected?, copied?);
    if copied == expected {
        return Ok(copied);
    }
    let detail = "the copied projections differ from the fresh ones".into();
    Err(BookError::Inconsistent(detail))
}

/// Puts the fresh rows in place of the present ones.
fn copy(conn: &Connection) -> Result<()> {
    add_numbers(conn)?;
    for projection in PROJECTIONS {
        let table = projection.table;
        conn.execute_batch(&format!(
            "DELETE FROM main.{table}; INSERT INTO main.{table} SELECT * FROM fresh.{table};"
        ))?;
    }
    conn.execute("DELETE FROM main.waiting", [])?;
    crate::read::forget_goods(conn)?;
    let marks = "DELETE FROM main.meta WHERE key IN ('rebuild', 'folded_by')";
    conn.execute(marks, [])?;
    for noun in ["customer", "product"] {
        rebuild_search(conn, noun)?;
    }
    Ok(())
}

/// Takes over the terms and records that the fresh fold was the first to name, while sums waited:
/// the copied rows refer to them by number.
fn add_numbers(conn: &Connection) -> Result<()> {
    for table in ["term", "subject"] {
        let known = format!("(SELECT coalesce(max(no), 0) FROM main.{table})");
        conn.execute_batch(&format!(
            "INSERT INTO main.{table} SELECT * FROM fresh.{table} WHERE no > {known};"
        ))?;
    }
    Ok(())
}

/// A contentless index cannot be copied; its words are made again from the records.
fn rebuild_search(conn: &Connection, noun: &str) -> Result<()> {
    conn.execute(
        &format!("INSERT INTO {noun}_search ({noun}_search) VALUES ('delete-all')"),
        [],
    )?;
    crate::project::refill_search(conn, noun)
}

/// A folder beside the book: there is room where the book is, and a rename would work.
pub(crate) fn scratch_folder(book: &Book) -> Result<tempfile::TempDir> {
    let folder = book.path().parent().map(PathBuf::from).unwrap_or_default();
    let folder = if folder.as_os_str().is_empty() {
        PathBuf::from(".")
    } else {
        folder
    };
    let made = tempfile::Builder::new()
        .prefix(".counterbook-fresh-")
        .tempdir_in(folder);
    made.or_else(|_| {
        tempfile::Builder::new()
            .prefix("counterbook-fresh-")
            .tempdir()
    })
    .map_err(BookError::from)
}
