//! Open files: SQLite's own, with a little of ours behind each.

use crate::frames::Frames;
use crate::{methods, vfs};
use rusqlite::ffi::{self, sqlite3_file, sqlite3_io_methods};
use std::os::raw::{c_char, c_int};
use std::ptr::NonNull;

/// What lies behind a file of SQLite's own.
pub struct Beside {
    /// What SQLite does with the file by itself.
    pub own: &'static sqlite3_io_methods,
    /// Of a log: what the system has not been given yet.
    pub frames: Frames,
    /// Of a book its log, and of a log its book, while both are open.
    pub other: Option<NonNull<sqlite3_file>>,
}

/// Bytes of a file of SQLite's own, which says that it needs so many; ours begins behind them.
pub fn own_bytes(needed: c_int) -> usize {
    (needed as usize).next_multiple_of(align_of::<Beside>())
}

/// Where ours lies behind a file.
fn place(file: *mut sqlite3_file) -> *mut Beside {
    file.wrapping_byte_add(vfs::own_bytes()).cast()
}

/// What is ours of a file.
///
/// # Safety
/// The file has methods of ours, and is not closed before the answer is done with. SQLite uses the
/// files of a connection from one thread at a time.
pub unsafe fn beside<'a>(file: *mut sqlite3_file) -> &'a mut Beside {
    // SAFETY: the room was asked for and is aligned; it was filled before the methods became ours.
    unsafe { &mut *place(file) }
}

/// Puts ours behind a book or a log that has just been opened, and our methods before its own.
///
/// # Safety
/// The file is open, has the room that this VFS asks for, and was opened by this name.
pub unsafe fn opened(file: *mut sqlite3_file, name: *const c_char, flags: c_int) {
    let is_log = flags & ffi::SQLITE_OPEN_WAL != 0;
    if name.is_null() || !(is_log || flags & ffi::SQLITE_OPEN_MAIN_DB != 0) {
        return;
    }
    // SAFETY: a log's name is that of its book's connection, whose file is open.
    let book = is_log.then(|| unsafe { ffi::sqlite3_database_file_object(name) });
    // SAFETY: the methods of an open file live as long as the process.
    let Some(own) = (unsafe { (*file).pMethods.as_ref() }) else {
        return;
    };
    let other = book.and_then(NonNull::new);
    if is_log != other.is_some() || own.iVersion < 2 {
        return;
    }
    let ours = Beside {
        own,
        frames: Frames::default(),
        other,
    };
    // SAFETY: there is room, in which nothing lies yet.
    unsafe { place(file).write(ours) };
    // SAFETY: it is open.
    unsafe { (*file).pMethods = methods::before(own, is_log) };
    if let Some(book) = other {
        // SAFETY: the book was opened by this VFS, too, and before its log.
        unsafe { beside(book.as_ptr()) }.other = NonNull::new(file);
    }
}

/// Takes ours away from behind a file that is about to be closed.
///
/// # Safety
/// The file has methods of ours, which are not called again.
pub unsafe fn closing(file: *mut sqlite3_file) {
    // SAFETY: it lies there, and is not used again.
    let ours = unsafe { place(file).read() };
    if let Some(other) = ours.other {
        // SAFETY: each of the two knows the other only while it is open.
        unsafe { beside(other.as_ptr()) }.other = None;
    }
}
