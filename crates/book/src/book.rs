//! An open book: one writing connection, a pool of reading ones, and why it may be read-only.

use crate::connect::{self, Purpose};
use crate::device::Device;
use crate::error::{BookError, Result};
use crate::medium::{Medium, medium_of};
use crate::memory::Memory;
use crate::migrate;
use crate::project::Known;
use crate::read::Read;
use crate::room::Room;
use crate::terms::Terms;
use crate::waiting;
use crate::write::Writer;
use domain::DeviceId;
use rusqlite::Connection;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError, TryLockResult};
use uuid::Uuid;

/// What a new book needs to know that a book cannot find out: its identities.
#[derive(Clone, Debug)]
pub struct Identity {
    /// The business's book, shared by all devices.
    pub book: Uuid,
    /// This installation.
    pub device: DeviceId,
    /// Prefix of this device's document numbers, for example `A`.
    pub prefix: String,
}

/// An open book. Shared between threads; writes queue, reads do not wait for them.
pub struct Book {
    path: PathBuf,
    id: Uuid,
    read_only: Option<&'static str>,
    writer: Mutex<Writer>,
    readers: Mutex<Vec<Connection>>,
    pub(crate) terms: Terms,
}

/// How often a reader adds up before it reads what others go on adding to.
const SUM_UPS: usize = 8;

/// Reading connections that are kept for reuse.
const READERS_KEPT: usize = 4;

impl Book {
    /// Creates a book in a new file. An existing file is refused, never overwritten.
    pub fn create(path: &Path, identity: &Identity) -> Result<Self> {
        let made = std::fs::OpenOptions::new()
            .write(true)
            .create_new(true)
            .open(path);
        made.map_err(|error| match error.kind() {
            std::io::ErrorKind::AlreadyExists => BookError::Exists(path.into()),
            std::io::ErrorKind::StorageFull => BookError::DiskFull,
            _ => BookError::NotWritable(path.into()),
        })?;
        let filled = fill(path, identity).and_then(|()| Self::open(path));
        if filled.is_err() {
            // The empty file is ours: it was created a moment ago, under O_EXCL.
            let _ = std::fs::remove_file(path);
        }
        filled
    }

    /// Opens a book. On a network share, and where it cannot be written, it opens read-only.
    pub fn open(path: &Path) -> Result<Self> {
        Self::open_on(path, medium_of(path))
    }

    /// Opens a book on a medium that the caller knows.
    pub fn open_on(path: &Path, medium: Medium) -> Result<Self> {
        if !path.is_file() {
            return Err(BookError::Missing(path.into()));
        }
        let read_only = match medium {
            Medium::Network => Some("network_share"),
            Medium::Local => cannot_write(path),
        };
        let purpose = if read_only.is_some() {
            Purpose::Frozen
        } else {
            Purpose::Write
        };
        let opened = Self::open_as(path, purpose, read_only);
        opened.map_err(|error| connect::at_path(error, path))
    }

    fn open_as(path: &Path, purpose: Purpose, read_only: Option<&'static str>) -> Result<Self> {
        let mut conn = connect::connect(path, purpose)?;
        if purpose == Purpose::Write {
            migrate::migrate(&mut conn, path)?;
        } else if migrate::check(&conn, path)? != migrate::SCHEMA {
            return Err(BookError::ReadOnly("needs_migration"));
        }
        let id: [u8; 16] =
            conn.query_row("SELECT value FROM meta WHERE key = 'book'", [], |row| {
                row.get(0)
            })?;
        let stale = migrate::needs_rebuild(&conn)?;
        let book = Self {
            path: path.to_owned(),
            id: Uuid::from_bytes(id),
            read_only,
            writer: Mutex::new(Writer {
                conn,
                known: Known::default(),
                memory: Memory::default(),
                busy: connect::BUSY,
                room: Room::of(path),
            }),
            readers: Mutex::new(Vec::new()),
            terms: Terms::default(),
        };
        match (stale, read_only) {
            (true, None) => drop(book.rebuild(&mut |_, _| Ok(()))?),
            (true, Some(_)) => return Err(BookError::ReadOnly("needs_migration")),
            (false, _) => {}
        }
        Ok(book)
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The business's book; the same on every device.
    pub fn id(&self) -> Uuid {
        self.id
    }

    /// Why the book cannot be written, or `None` when it can.
    pub fn read_only(&self) -> Option<&'static str> {
        self.read_only
    }

    /// The device that this file belongs to.
    pub fn device(&self) -> Result<Device> {
        self.read_rows(|read| Device::mine(read.conn))
    }

    /// Runs queries on one consistent state of the book.
    pub fn read<T>(&self, run: impl FnOnce(Read<'_>) -> Result<T>) -> Result<T> {
        self.read_after(|conn| self.begin_summed(conn), run)
    }

    /// Runs queries on records, folded from their entries, and on balances. The newest orders may
    /// still be missing from the tables of orders and from all sums.
    pub fn read_rows<T>(&self, run: impl FnOnce(Read<'_>) -> Result<T>) -> Result<T> {
        self.read_after(|conn| Ok(conn.execute_batch("BEGIN")?), run)
    }

    fn read_after<T>(
        &self,
        begin: impl FnOnce(&Connection) -> Result<()>,
        run: impl FnOnce(Read<'_>) -> Result<T>,
    ) -> Result<T> {
        let conn = self.reader()?;
        let result = begin(&conn).and_then(|()| {
            run(Read {
                conn: &conn,
                terms: &self.terms,
                open: None,
            })
        });
        // After some failures SQLite has ended the transaction already; what failed is then told,
        // and not that there is nothing to end.
        let ended = match conn.is_autocommit() {
            true => Ok(()),
            false => conn.execute_batch("COMMIT"),
        };
        if ended.is_ok() {
            self.keep_reader(conn);
        }
        let result = result.and_then(|output| Ok(ended.map(|()| output)?));
        result.map_err(|error| self.named(error))
    }

    fn keep_reader(&self, conn: Connection) {
        let mut readers = self.readers.lock().unwrap_or_else(PoisonError::into_inner);
        if readers.len() < READERS_KEPT {
            readers.push(conn);
        }
    }

    /// What a book does that nobody uses for a while: it adds up what waits, so that nobody has to
    /// wait for that later, and lets go of what idle readers hold of the file, pages that a long
    /// list or a report mapped or cached, and of what the writer remembers.
    ///
    /// # Errors
    /// When SQLite cannot be asked.
    pub fn rest(&self) -> Result<()> {
        // Where another program is writing, whoever reads sums next adds them up.
        self.sum_up_soon();
        if let Ok(mut writer) = self.try_writer() {
            writer.memory = Memory::default();
        }
        let readers = self.readers.lock().unwrap_or_else(PoisonError::into_inner);
        readers.iter().try_for_each(connect::let_go)
    }

    /// Begins to read a state whose sums are whole. Where a writer does not let them be added up
    /// for long, those of its last orders are missing until it ends and tells of itself.
    pub(crate) fn begin_summed(&self, conn: &Connection) -> Result<()> {
        for _ in 0..SUM_UPS {
            conn.execute_batch("BEGIN")?;
            if !waiting::any(conn)? {
                return Ok(());
            }
            conn.execute_batch("COMMIT")?;
            if !self.sum_up_soon() {
                break;
            }
        }
        Ok(conn.execute_batch("BEGIN")?)
    }

    /// A reading connection of its own, for work in the background.
    pub fn reader(&self) -> Result<Connection> {
        let kept = self
            .readers
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .pop();
        match kept {
            Some(conn) => Ok(conn),
            None if self.read_only.is_some() => {
                let conn = connect::connect(&self.path, Purpose::Frozen)?;
                waiting::sum_up_aside(&conn)?;
                Ok(conn)
            }
            None => connect::connect(&self.path, Purpose::Read),
        }
    }

    /// The dictionary of terms.
    pub fn terms(&self) -> &Terms {
        &self.terms
    }

    /// How long a write waits for another window or program before it gives up with
    /// [`BookError::Busy`]; ten seconds at first.
    ///
    /// # Errors
    /// When SQLite cannot be asked.
    pub fn wait_at_most(&self, wait: std::time::Duration) -> Result<()> {
        let mut writer = self.writer();
        writer.busy = wait;
        Ok(writer.conn.busy_timeout(wait)?)
    }

    /// Limits the size of the file, in pages beyond those that it has. Used to see what a full
    /// disk does; `u32::MAX` lifts the limit.
    ///
    /// # Errors
    /// When SQLite cannot be asked.
    pub fn limit_pages(&self, more: u32) -> Result<()> {
        let writer = self.writer();
        let pages: i64 = writer
            .conn
            .pragma_query_value(None, "page_count", |row| row.get(0))?;
        let limit = (pages + i64::from(more)).min(i64::from(u32::MAX) - 1);
        writer
            .conn
            .pragma_update_and_check(None, "max_page_count", limit, |_| Ok(()))?;
        Ok(())
    }

    /// The writer, for whatever is no transaction of entries: it forgets what it remembers.
    pub(crate) fn writer(&self) -> MutexGuard<'_, Writer> {
        let mut writer = self.remembering_writer();
        writer.memory = Memory::default();
        writer
    }

    pub(crate) fn remembering_writer(&self) -> MutexGuard<'_, Writer> {
        self.writer.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn try_writer(&self) -> TryLockResult<MutexGuard<'_, Writer>> {
        self.writer.try_lock()
    }

    pub(crate) fn check_writable(&self) -> Result<()> {
        self.read_only
            .map_or(Ok(()), |code| Err(BookError::ReadOnly(code)))
    }

    pub(crate) fn named(&self, error: BookError) -> BookError {
        connect::at_path(error, &self.path)
    }
}

impl Drop for Book {
    /// A closed file has whole sums, where it can be written: whoever copies it finds them.
    fn drop(&mut self) {
        if self
            .reader()
            .and_then(|conn| waiting::any(&conn))
            .unwrap_or(false)
        {
            self.sum_up_soon();
        }
    }
}

fn fill(path: &Path, identity: &Identity) -> Result<()> {
    let mut conn = connect::connect(path, Purpose::Write)?;
    migrate::create(&mut conn)?;
    conn.execute(
        "INSERT INTO meta (key, value) VALUES ('book', ?1)",
        [identity.book.as_bytes()],
    )?;
    Device::insert(&conn, identity.device, &identity.prefix, true)
}

/// Why a file of this machine cannot be written: itself or its folder, where the log goes.
fn cannot_write(path: &Path) -> Option<&'static str> {
    if !may_write(path) {
        return Some("file_read_only");
    }
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let probe = tempfile::Builder::new()
        .prefix(".counterbook-")
        .tempfile_in(folder.unwrap_or(Path::new(".")));
    probe.is_err().then_some("folder_read_only")
}

/// Asked without opening it: closing it again would take the locks of a book that is open here.
#[cfg(unix)]
fn may_write(path: &Path) -> bool {
    use rustix::fs::{Access, access};
    access(path, Access::READ_OK | Access::WRITE_OK).is_ok()
}

#[cfg(not(unix))]
fn may_write(path: &Path) -> bool {
    let mut opening = std::fs::OpenOptions::new();
    opening.read(true).write(true).open(path).is_ok()
}
