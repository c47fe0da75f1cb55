//! Between SQLite and its files: its default VFS opens them as ever, but writing, cutting off and
//! making durable pass through here.

use crate::state::disk;
use rusqlite::ffi::{self, sqlite3_file, sqlite3_io_methods, sqlite3_vfs};
use std::ffi::CStr;
use std::os::raw::{c_char, c_int, c_void};
use std::path::PathBuf;
use std::sync::{Mutex, Once, OnceLock, PoisonError};

type Open = unsafe extern "C" fn(
    *mut sqlite3_vfs,
    *const c_char,
    *mut sqlite3_file,
    c_int,
    *mut c_int,
) -> c_int;

/// How the VFS opens files by itself.
static OPEN: OnceLock<Open> = OnceLock::new();
/// What it does with them by itself. Its kinds of files differ in how they are locked and closed,
/// not in how they are written.
static OWN: OnceLock<sqlite3_io_methods> = OnceLock::new();
/// What is done here with each kind of file, by the address of the kind's own methods.
static OURS: Mutex<Vec<(usize, &'static sqlite3_io_methods)>> = Mutex::new(Vec::new());

/// Watches every file that SQLite opens from now on.
pub fn install() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        // SAFETY: SQLite's own call for the purpose; it gives its default VFS or none.
        let vfs = unsafe { ffi::sqlite3_vfs_find(std::ptr::null()) };
        // SAFETY: a VFS lives as long as the process, and no file is opened meanwhile.
        if let Some(vfs) = unsafe { vfs.as_mut() }
            && let Some(real) = vfs.xOpen.replace(open)
        {
            OPEN.get_or_init(|| real);
        }
    });
}

/// Opens a file and puts our methods in the place of its own. The rest of the file stays as it is:
/// ours hand on to the methods that were made for it.
unsafe extern "C" fn open(
    vfs: *mut sqlite3_vfs,
    name: *const c_char,
    file: *mut sqlite3_file,
    flags: c_int,
    out: *mut c_int,
) -> c_int {
    let Some(real) = OPEN.get() else {
        return ffi::SQLITE_CANTOPEN;
    };
    // SAFETY: passed on as it came.
    let code = unsafe { real(vfs, name, file, flags, out) };
    let is_watched = flags & (ffi::SQLITE_OPEN_MAIN_DB | ffi::SQLITE_OPEN_WAL) != 0;
    if code != ffi::SQLITE_OK || name.is_null() || !is_watched {
        return code;
    }
    // SAFETY: SQLite gives room for a file, which was just opened there.
    if let Some(opened) = unsafe { file.as_mut() }
        // SAFETY: the methods of an open file are a table that lives as long as the process.
        && let Some(own) = unsafe { opened.pMethods.as_ref() }
    {
        opened.pMethods = ours(own);
        // SAFETY: names of files end with a zero.
        let name = unsafe { CStr::from_ptr(name) };
        let path = PathBuf::from(name.to_string_lossy().into_owned());
        disk().opened(file as usize, path);
    }
    code
}

/// The methods for a kind of file; they live as long as the process, as its own do.
fn ours(own: &'static sqlite3_io_methods) -> &'static sqlite3_io_methods {
    OWN.get_or_init(|| *own);
    let kind = std::ptr::from_ref(own) as usize;
    let mut known = OURS.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((_, ours)) = known.iter().find(|(of, _)| *of == kind) {
        return ours;
    }
    let ours = Box::leak(Box::new(sqlite3_io_methods {
        xWrite: Some(write),
        xTruncate: Some(truncate),
        xSync: Some(sync),
        ..*own
    }));
    known.push((kind, ours));
    ours
}

unsafe extern "C" fn write(
    file: *mut sqlite3_file,
    bytes: *const c_void,
    count: c_int,
    at: i64,
) -> c_int {
    let Some(real) = OWN.get().and_then(|own| own.xWrite) else {
        return ffi::SQLITE_IOERR_WRITE;
    };
    // SAFETY: SQLite gives so many bytes.
    let written = unsafe { std::slice::from_raw_parts(bytes.cast::<u8>(), count as usize) };
    if let Err(code) = disk().write(file as usize, at as u64, written) {
        return code;
    }
    // SAFETY: passed on as it came.
    unsafe { real(file, bytes, count, at) }
}

unsafe extern "C" fn truncate(file: *mut sqlite3_file, at: i64) -> c_int {
    let Some(real) = OWN.get().and_then(|own| own.xTruncate) else {
        return ffi::SQLITE_IOERR_TRUNCATE;
    };
    if let Err(code) = disk().truncate(file as usize, at as u64) {
        return code;
    }
    // SAFETY: passed on as it came.
    unsafe { real(file, at) }
}

unsafe extern "C" fn sync(file: *mut sqlite3_file, flags: c_int) -> c_int {
    let Some(real) = OWN.get().and_then(|own| own.xSync) else {
        return ffi::SQLITE_IOERR_FSYNC;
    };
    if let Err(code) = disk().sync() {
        return code;
    }
    // SAFETY: passed on as it came.
    let code = unsafe { real(file, flags) };
    if code == ffi::SQLITE_OK {
        disk().synced(file as usize);
    }
    code
}
