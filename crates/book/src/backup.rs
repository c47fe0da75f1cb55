//! Online copies of a book, verified before they count.

use crate::book::Book;
use crate::connect::{self, Purpose};
use crate::error::{BookError, Result};
use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Pages copied at a time: some 4 MB, so that writers get their turn.
const PAGES: i32 = 1_000;

/// Called with (done, total) pages; an error stops the copy.
pub type OnPages<'a> = &'a mut dyn FnMut(u64, u64) -> Result<()>;

impl Book {
    /// Copies the book to a new file while others read and write it.
    ///
    /// # Errors
    /// When the target exists or cannot be written, or the copy does not pass SQLite's check; no
    /// half file is left.
    pub fn backup(&self, to: &Path, on_pages: OnPages<'_>) -> Result<()> {
        copy(&self.reader()?, to, on_pages)
    }
}

/// Copies a book to a new file while others read and write it. The copy is written under a
/// temporary name, checked by SQLite and only then given its name; an existing file is refused.
pub fn copy(from: &Connection, to: &Path, on_pages: OnPages<'_>) -> Result<()> {
    if to.exists() {
        return Err(BookError::Exists(to.into()));
    }
    let part = aside(to, "part");
    let done = copy_pages(from, &part, on_pages).and_then(|()| check_copy(&part));
    let done = done.and_then(|()| Ok(std::fs::rename(&part, to)?));
    if done.is_err() {
        // What is left of a failed copy is of no use to anybody.
        let _ = std::fs::remove_file(&part);
    }
    done.map_err(|error| connect::at_path(error, to))
}

fn copy_pages(from: &Connection, part: &Path, on_pages: OnPages<'_>) -> Result<()> {
    let mut target = Connection::open(part)?;
    {
        let backup = Backup::new(from, &mut target)?;
        loop {
            let step = backup.step(PAGES)?;
            let progress = backup.progress();
            let total = progress.pagecount.max(0) as u64;
            on_pages(total - progress.remaining.max(0) as u64, total)?;
            match step {
                StepResult::Done => break,
                StepResult::Busy | StepResult::Locked => {
                    std::thread::sleep(Duration::from_millis(20));
                }
                _ => {}
            }
        }
    }
    target.pragma_update(None, "journal_mode", "delete")?;
    target.close().map_err(|(_, error)| error)?;
    std::fs::File::open(part)?.sync_all()?;
    Ok(())
}

/// What SQLite itself finds wrong with a file that nobody has open.
pub(crate) fn check_copy(part: &Path) -> Result<()> {
    let conn = connect::connect(part, Purpose::Frozen)?;
    let found: String = conn.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if found == "ok" {
        Ok(())
    } else {
        Err(BookError::Inconsistent(found))
    }
}

/// The name of a file that is to become `to`, while it is not.
pub(crate) fn aside(to: &Path, ending: &str) -> PathBuf {
    let mut name = to.file_name().unwrap_or_default().to_os_string();
    name.push(".");
    name.push(ending);
    to.with_file_name(name)
}
