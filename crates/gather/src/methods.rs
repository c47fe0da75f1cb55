//! What is done with logs and books beside what SQLite does with them by itself.

use crate::file::{beside, closing};
use rusqlite::ffi::{self, sqlite3_file, sqlite3_io_methods};
use std::os::raw::{c_int, c_void};
use std::sync::{Mutex, PoisonError};

/// The lock of whoever writes to the log: the first of the locks beside a book, see
/// <https://sqlite.org/walformat.html#wal_locks>.
const WRITE_LOCK: c_int = 0;

/// The methods for a kind of file, whose own they stand before. They live as long as the process,
/// as those do; SQLite has a handful of kinds.
pub fn before(own: &'static sqlite3_io_methods, is_log: bool) -> &'static sqlite3_io_methods {
    static KNOWN: Mutex<Vec<(usize, bool, &'static sqlite3_io_methods)>> = Mutex::new(Vec::new());
    let kind = (std::ptr::from_ref(own) as usize, is_log);
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((_, _, ours)) = known.iter().find(|(of, log, _)| (*of, *log) == kind) {
        return ours;
    }
    let ours = Box::leak(Box::new(if is_log {
        sqlite3_io_methods {
            xClose: Some(close),
            xRead: Some(read),
            xWrite: Some(write),
            xTruncate: Some(truncate),
            xSync: Some(sync),
            xFileSize: Some(size),
            ..*own
        }
    } else {
        sqlite3_io_methods {
            xClose: Some(close),
            xShmLock: Some(lock),
            ..*own
        }
    }));
    known.push((kind.0, kind.1, ours));
    ours
}

/// Writes out what was gathered for a log.
///
/// # Safety
/// As for [`beside`].
unsafe fn write_out(log: *mut sqlite3_file) -> Result<(), c_int> {
    // SAFETY: as the caller says.
    let ours = unsafe { beside(log) };
    let own = ours.own.xWrite;
    // SAFETY: as the caller says.
    ours.frames
        .hand_on(|at, bytes| unsafe { written(own, log, at, bytes) })
}

type Write = Option<unsafe extern "C" fn(*mut sqlite3_file, *const c_void, c_int, i64) -> c_int>;

/// Writes bytes as SQLite does by itself.
///
/// # Safety
/// The method belongs to the file, which is open.
unsafe fn written(own: Write, log: *mut sqlite3_file, at: i64, bytes: &[u8]) -> Result<(), c_int> {
    let write = own.ok_or(ffi::SQLITE_IOERR_WRITE)?;
    // SAFETY: as the caller says; there are so many bytes.
    match unsafe { write(log, bytes.as_ptr().cast(), bytes.len() as c_int, at) } {
        ffi::SQLITE_OK => Ok(()),
        code => Err(code),
    }
}

unsafe extern "C" fn write(
    log: *mut sqlite3_file,
    bytes: *const c_void,
    count: c_int,
    at: i64,
) -> c_int {
    // SAFETY: SQLite calls it for an open log, and gives so many bytes.
    let bytes = unsafe { std::slice::from_raw_parts(bytes.cast::<u8>(), count as usize) };
    // SAFETY: it is open.
    let ours = unsafe { beside(log) };
    let own = ours.own.xWrite;
    // SAFETY: it is open, and the method is its own.
    let taken = ours.frames.add(at, bytes, |at, bytes| unsafe {
        written(own, log, at, bytes)
    });
    taken.err().unwrap_or(ffi::SQLITE_OK)
}

/// Writes out what was gathered, and does then what SQLite does by itself.
macro_rules! after_writing {
    ($(#[$about:meta])* $name:ident, $method:ident($($argument:ident: $kind:ty),*)) => {
        $(#[$about])*
        unsafe extern "C" fn $name(log: *mut sqlite3_file $(, $argument: $kind)*) -> c_int {
            // SAFETY: SQLite calls it for an open log.
            if let Err(code) = unsafe { write_out(log) } {
                return code;
            }
            // SAFETY: it is open.
            let own = unsafe { beside(log) }.own;
            // SAFETY: passed on as it came.
            own.$method.map_or(ffi::SQLITE_IOERR, |own| unsafe { own(log $(, $argument)*) })
        }
    };
}

after_writing!(
    /// Makes the log durable. Only when this has gone well does SQLite tell of a commit.
    sync,
    xSync(flags: c_int)
);
after_writing!(read, xRead(into: *mut c_void, count: c_int, at: i64));
after_writing!(truncate, xTruncate(length: i64));
after_writing!(size, xFileSize(length: *mut i64));

/// Takes a lock beside a book or gives it back.
unsafe extern "C" fn lock(
    book: *mut sqlite3_file,
    first: c_int,
    count: c_int,
    flags: c_int,
) -> c_int {
    // SAFETY: SQLite calls it for an open book.
    let ours = unsafe { beside(book) };
    let (own, log) = (ours.own.xShmLock, ours.other);
    if first == WRITE_LOCK
        && flags & ffi::SQLITE_SHM_UNLOCK != 0
        && let Some(log) = log
    {
        // What is left now was taken back, and nobody misses it.
        // SAFETY: a book knows its log only while that is open.
        let _ = unsafe { write_out(log.as_ptr()) };
    }
    // SAFETY: passed on as it came.
    own.map_or(ffi::SQLITE_IOERR_SHMLOCK, |own| unsafe {
        own(book, first, count, flags)
    })
}

unsafe extern "C" fn close(file: *mut sqlite3_file) -> c_int {
    // SAFETY: SQLite calls it for an open file.
    let own = unsafe { beside(file) }.own.xClose;
    // SAFETY: it is not used again. Nothing was gathered: the lock was given back before.
    unsafe { closing(file) };
    // SAFETY: passed on as it came.
    own.map_or(ffi::SQLITE_IOERR_CLOSE, |own| unsafe { own(file) })
}
