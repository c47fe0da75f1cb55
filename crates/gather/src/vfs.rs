//! Our way to files beside SQLite's own: the same in everything, but that what is written to logs
//! passes through here.

use crate::file;
use rusqlite::ffi::{self, sqlite3_file, sqlite3_vfs};
use std::ffi::CStr;
use std::os::raw::{c_char, c_int};
use std::sync::OnceLock;

/// What connections call it.
const NAME: &CStr = c"gathering";

type Open = unsafe extern "C" fn(
    *mut sqlite3_vfs,
    *const c_char,
    *mut sqlite3_file,
    c_int,
    *mut c_int,
) -> c_int;

/// How SQLite opens files by itself, and how many bytes an open one takes.
static OWN: OnceLock<(Open, usize)> = OnceLock::new();

/// The name of our way to files, once SQLite knows it; `None` where it cannot be.
pub fn name() -> Option<&'static CStr> {
    static REGISTERED: OnceLock<bool> = OnceLock::new();
    let registered = *REGISTERED.get_or_init(|| register().is_some());
    registered.then_some(NAME)
}

fn register() -> Option<()> {
    // SAFETY: SQLite's own call for the purpose; it gives its default VFS or none.
    let found = unsafe { ffi::sqlite3_vfs_find(std::ptr::null()) };
    // SAFETY: a VFS that was found lives as long as the process.
    let own = unsafe { found.as_ref() }?;
    let bytes = file::own_bytes(own.szOsFile);
    OWN.set((own.xOpen?, bytes)).ok()?;
    let ours = Box::leak(Box::new(sqlite3_vfs {
        szOsFile: (bytes + size_of::<file::Beside>()) as c_int,
        pNext: std::ptr::null_mut(),
        zName: NAME.as_ptr(),
        xOpen: Some(open),
        ..*own
    }));
    // SAFETY: it lives as long as the process, and it does not become the default.
    let code = unsafe { ffi::sqlite3_vfs_register(ours, 0) };
    (code == ffi::SQLITE_OK).then_some(())
}

/// Bytes of an open file that belong to SQLite; what is ours lies behind them.
pub fn own_bytes() -> usize {
    OWN.get().map_or(0, |(_, bytes)| *bytes)
}

unsafe extern "C" fn open(
    vfs: *mut sqlite3_vfs,
    name: *const c_char,
    opened: *mut sqlite3_file,
    flags: c_int,
    out: *mut c_int,
) -> c_int {
    let Some((own, _)) = OWN.get() else {
        return ffi::SQLITE_CANTOPEN;
    };
    // SAFETY: passed on as it came; a file of SQLite's own needs less room than ours.
    let code = unsafe { own(vfs, name, opened, flags, out) };
    if code == ffi::SQLITE_OK {
        // SAFETY: SQLite gave as much room as was asked for, and has just opened the file there.
        unsafe { file::opened(opened, name, flags) };
    }
    code
}
