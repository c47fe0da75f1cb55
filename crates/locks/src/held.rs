//! The open files that hold the locks of this process, one for each file that is locked.

use libc::{F_GETLK, F_OFD_GETLK, F_OFD_SETLK, F_SETLK, F_UNLCK, O_ACCMODE, c_int, flock};
use std::collections::HashMap;
use std::fs::OpenOptions;
use std::mem::MaybeUninit;
use std::os::fd::{AsRawFd as _, OwnedFd};
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};

/// A file, whatever its name: its device and its number there.
type File = (libc::dev_t, libc::ino_t);

/// What holds the locks on a file.
struct Holder {
    /// Opened by us and known to nobody else: nobody else closes it.
    open: OwnedFd,
    /// SQLite's own descriptor that the first of them was taken through.
    through: c_int,
}

static HELD: LazyLock<Mutex<HashMap<File, Holder>>> = LazyLock::new(Mutex::default);

fn all() -> MutexGuard<'static, HashMap<File, Holder>> {
    HELD.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Takes or gives back a lock.
pub fn set(fd: c_int, lock: &mut flock) -> c_int {
    let Some(file) = file_of(fd) else {
        return call(fd, F_SETLK, lock);
    };
    let mut held = all();
    let gives_back = c_int::from(lock.l_type) == F_UNLCK;
    if !gives_back && !held.contains_key(&file) {
        // Where no file can be opened beside it, the locks are the system's usual ones.
        match open_again(fd) {
            Some(open) => held.insert(file, Holder { open, through: fd }),
            None => return call(fd, F_SETLK, lock),
        };
    }
    match held.get(&file) {
        None => call(fd, F_SETLK, lock),
        // All of the file is given back at once when nobody in this process reads it any more.
        Some(_) if gives_back && lock.l_start == 0 && lock.l_len == 0 => {
            held.remove(&file);
            0
        }
        Some(holder) => of_open_file(&holder.open, F_OFD_SETLK, lock),
    }
}

/// Whether somebody else holds a lock that stands against this one.
pub fn get(fd: c_int, lock: &mut flock) -> c_int {
    let held = all();
    match file_of(fd).and_then(|file| held.get(&file)) {
        Some(holder) => of_open_file(&holder.open, F_OFD_GETLK, lock),
        None => call(fd, F_GETLK, lock),
    }
}

/// Gives back what was locked through a descriptor that is about to be closed.
pub fn forget(fd: c_int) {
    let mut held = all();
    if held.is_empty() {
        return;
    }
    if let Some(file) = file_of(fd)
        && held.get(&file).is_some_and(|holder| holder.through == fd)
    {
        held.remove(&file);
    }
}

/// A lock of an open file names no process: the system refuses it otherwise.
fn of_open_file(open: &OwnedFd, command: c_int, lock: &mut flock) -> c_int {
    lock.l_pid = 0;
    call(open.as_raw_fd(), command, lock)
}

fn call(fd: c_int, command: c_int, lock: &mut flock) -> c_int {
    // SAFETY: these commands read and write one `flock`, which `lock` is.
    unsafe { libc::fcntl(fd, command, std::ptr::from_mut(lock)) }
}

fn file_of(fd: c_int) -> Option<File> {
    let mut found = MaybeUninit::<libc::stat>::uninit();
    // SAFETY: `found` has room for what is written there.
    if unsafe { libc::fstat(fd, found.as_mut_ptr()) } != 0 {
        return None;
    }
    // SAFETY: it was written, since the call succeeded.
    let found = unsafe { found.assume_init() };
    Some((found.st_dev, found.st_ino))
}

/// The same file, opened once more in the same way, also when it has lost its name.
fn open_again(fd: c_int) -> Option<OwnedFd> {
    // SAFETY: this command takes no argument.
    let flags = unsafe { libc::fcntl(fd, libc::F_GETFL) };
    let writes = flags >= 0 && flags & O_ACCMODE != libc::O_RDONLY;
    let path = format!("/proc/self/fd/{fd}");
    let opened = OpenOptions::new().read(true).write(writes).open(path);
    opened.ok().map(OwnedFd::from)
}
