//! A disk that fails when it is told to, under every file that SQLite opens in this process
//! (ADR 38). It knows of each file what was written since it was last made durable, and so what may
//! be left of it when the power goes: any part of that, sector by sector, and all before.

mod dice;
mod file;
mod hook;
mod state;

use state::{Plan, disk};
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// The disk, for one test at a time.
pub struct Disk {
    _turn: MutexGuard<'static, ()>,
}

impl Disk {
    /// Waits until no other test uses the disk. Take it before a book is opened: files that are
    /// open already are not watched.
    pub fn take() -> Self {
        static TURN: Mutex<()> = Mutex::new(());
        let turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
        hook::install();
        disk().mend();
        Self { _turn: turn }
    }

    /// Cuts the power after so many more writes: what is then left of all files is put into a
    /// folder, under their names. Whoever writes goes on as if nothing had happened.
    pub fn cut_after(&self, writes: u64, seed: u64, into: PathBuf) {
        disk().plan(writes, Plan::Cut { seed, into });
    }

    /// Is full after so many more writes, until it is mended.
    pub fn full_after(&self, writes: u64) {
        disk().plan(writes, Plan::Full);
    }

    /// Fails, after so many more writes, to make anything durable, until it is mended.
    pub fn unsafe_after(&self, writes: u64) {
        disk().plan(writes, Plan::NoSync);
    }

    /// Whether what was planned last has happened.
    pub fn has_happened(&self) -> bool {
        disk().has_happened()
    }

    /// Takes everything again, and forgets what was planned.
    pub fn mend(&self) {
        disk().mend();
    }
}
