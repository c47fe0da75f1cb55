//! SQLite's calls of the system, where they are about locks.

use crate::held;
use libc::{F_GETLK, F_SETLK, c_int, flock};
use rusqlite::ffi;
use std::ffi::CStr;

type Fcntl = unsafe extern "C" fn(c_int, c_int, *mut flock) -> c_int;
type Close = unsafe extern "C" fn(c_int) -> c_int;

/// Puts the two calls in the place of the system's own.
pub fn install() {
    // SAFETY: SQLite's own call for the purpose; it gives its default VFS or none.
    let vfs = unsafe { ffi::sqlite3_vfs_find(std::ptr::null()) };
    // SAFETY: a VFS that was found lives as long as the process.
    let Some(set) = unsafe { vfs.as_ref() }.and_then(|vfs| vfs.xSetSystemCall) else {
        return;
    };
    let replace = |name: &CStr, call: unsafe extern "C" fn()| {
        // SAFETY: SQLite calls what it is given under this name as it would call the system's.
        unsafe { set(vfs, name.as_ptr(), Some(call)) }
    };
    // SAFETY: SQLite casts it back to `int(int, int, ...)`. It passes no more than one argument
    // there, a number or a pointer, which on this system travels in a register, variadic or not.
    let fcntl = unsafe { std::mem::transmute::<Fcntl, unsafe extern "C" fn()>(fcntl) };
    // SAFETY: SQLite casts it back to `int(int)`.
    let close = unsafe { std::mem::transmute::<Close, unsafe extern "C" fn()>(close) };
    // Locks without the close that gives them back would outlive their files.
    if replace(c"close", close) == ffi::SQLITE_OK {
        replace(c"fcntl", fcntl);
    }
}

/// `fcntl(2)` for SQLite: locks are taken on an open file of ours, all else is the system's.
unsafe extern "C" fn fcntl(fd: c_int, command: c_int, argument: *mut flock) -> c_int {
    let lock = match command {
        // SAFETY: with these two commands SQLite passes a lock of its own, or none.
        F_SETLK | F_GETLK => unsafe { argument.as_mut() },
        _ => None,
    };
    match (command, lock) {
        (F_SETLK, Some(lock)) => held::set(fd, lock),
        (F_GETLK, Some(lock)) => held::get(fd, lock),
        // SAFETY: passed on as it came.
        _ => unsafe { libc::fcntl(fd, command, argument) },
    }
}

/// `close(2)` for SQLite: with a file go the locks that were taken through it.
unsafe extern "C" fn close(fd: c_int) -> c_int {
    held::forget(fd);
    // SAFETY: passed on as it came.
    unsafe { libc::close(fd) }
}
