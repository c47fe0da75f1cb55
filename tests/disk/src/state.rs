//! What the disk knows of its files and what it is to do.

use crate::dice::Dice;
use crate::file::Unsafe;
use rusqlite::ffi;
use std::collections::{BTreeMap, HashMap};
use std::os::raw::c_int;
use std::path::{Path, PathBuf};
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};

/// What is to happen.
pub enum Plan {
    Cut { seed: u64, into: PathBuf },
    Full,
    NoSync,
}

/// How the disk fails now.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Failing {
    #[default]
    Not,
    Full,
    NoSync,
}

/// All files, and the plan.
#[derive(Default)]
pub struct State {
    files: BTreeMap<PathBuf, Unsafe>,
    /// Which file an open one of SQLite is, by its address.
    open: HashMap<usize, PathBuf>,
    plan: Option<(u64, Plan)>,
    failing: Failing,
}

/// The one disk of the process.
pub fn disk() -> MutexGuard<'static, State> {
    static DISK: LazyLock<Mutex<State>> = LazyLock::new(Mutex::default);
    DISK.lock().unwrap_or_else(PoisonError::into_inner)
}

impl State {
    pub fn plan(&mut self, writes: u64, plan: Plan) {
        self.plan = Some((writes, plan));
    }

    pub fn has_happened(&self) -> bool {
        self.plan.is_none()
    }

    pub fn mend(&mut self) {
        (self.plan, self.failing) = (None, Failing::Not);
    }

    /// A file was opened; what was said of another one at the same address is over.
    pub fn opened(&mut self, address: usize, path: PathBuf) {
        if !path.exists() {
            self.files.remove(&path);
        }
        self.open.insert(address, path);
    }

    /// Bytes are about to be written; the number of an error instead when they may not.
    pub fn write(&mut self, address: usize, at: u64, bytes: &[u8]) -> Result<(), c_int> {
        self.note(address, |steps, path| steps.write(path, at, bytes))?;
        self.count()
    }

    /// A file is about to be cut off.
    pub fn truncate(&mut self, address: usize, at: u64) -> Result<(), c_int> {
        self.note(address, |steps, path| steps.truncate(path, at))?;
        self.count()
    }

    /// A file is about to be made durable.
    pub fn sync(&mut self) -> Result<(), c_int> {
        match self.failing {
            Failing::NoSync => Err(ffi::SQLITE_IOERR_FSYNC),
            Failing::Not | Failing::Full => Ok(()),
        }
    }

    /// A file was made durable.
    pub fn synced(&mut self, address: usize) {
        let steps = self
            .open
            .get(&address)
            .and_then(|path| self.files.get_mut(path));
        if let Some(steps) = steps {
            steps.synced();
        }
    }

    fn note(
        &mut self,
        address: usize,
        note: impl FnOnce(&mut Unsafe, &Path) -> std::io::Result<()>,
    ) -> Result<(), c_int> {
        if self.failing == Failing::Full {
            return Err(ffi::SQLITE_FULL);
        }
        let Some(path) = self.open.get(&address) else {
            return Ok(());
        };
        let steps = self.files.entry(path.clone()).or_default();
        note(steps, path).map_err(|_| ffi::SQLITE_IOERR_WRITE)
    }

    /// Counts a write; carries the plan out when its time has come.
    fn count(&mut self) -> Result<(), c_int> {
        match self.plan.take() {
            None => Ok(()),
            Some((0, plan)) => self.carry_out(plan),
            Some((left, plan)) => {
                self.plan = Some((left - 1, plan));
                Ok(())
            }
        }
    }

    fn carry_out(&mut self, plan: Plan) -> Result<(), c_int> {
        match plan {
            Plan::Cut { seed, into } => self.cut(seed, &into).map_err(|_| ffi::SQLITE_IOERR_WRITE),
            Plan::Full => {
                self.failing = Failing::Full;
                Err(ffi::SQLITE_FULL)
            }
            Plan::NoSync => {
                self.failing = Failing::NoSync;
                Ok(())
            }
        }
    }

    /// Puts what is left of every file into a folder. The index of the log, which SQLite makes anew
    /// when nobody has the file open, is none of them.
    fn cut(&self, seed: u64, into: &Path) -> std::io::Result<()> {
        std::fs::create_dir_all(into)?;
        let mut dice = Dice(seed);
        for (path, steps) in &self.files {
            if let (Some(name), true) = (path.file_name(), path.exists()) {
                std::fs::write(into.join(name), steps.left(path, &mut dice)?)?;
            }
        }
        Ok(())
    }
}
