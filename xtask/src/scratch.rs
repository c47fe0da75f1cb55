//! A folder in memory for the books that tests make. They make thousands, and every sale in each of
//! them waits until the disk has it: how long that takes is the machine's, and no test is about it.
//! Those that are about what a power cut leaves bring a disk of their own.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::steps;

/// Where Linux keeps files in memory.
const IN_MEMORY: &str = "/dev/shm";
/// So much must be free there, in kilobytes: containers often have 64 MB, which are too few.
const ENOUGH_KB: u64 = 4 << 20;

/// A folder that goes away when it is dropped.
pub struct Scratch(PathBuf);

impl Scratch {
    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // What stays behind is gone with the next start of the machine.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// A fresh folder in memory, where the system has a place for it that is large enough.
pub fn in_memory() -> Result<Option<Scratch>> {
    if !cfg!(target_os = "linux") || free_kb().is_none_or(|free| free < ENOUGH_KB) {
        return Ok(None);
    }
    fresh(Path::new(IN_MEMORY)).map(Some)
}

fn fresh(parent: &Path) -> Result<Scratch> {
    let folder = parent.join(format!("counterbook-tests-{}", std::process::id()));
    std::fs::create_dir_all(&folder)
        .with_context(|| format!("cannot make {}", folder.display()))?;
    Ok(Scratch(folder))
}

fn free_kb() -> Option<u64> {
    let mut df = steps::command("df", &["-k", "--output=avail", IN_MEMORY]);
    free_of(&steps::read(&mut df).ok()?)
}

/// The figure below the heading that `df` prints.
fn free_of(printed: &str) -> Option<u64> {
    printed.lines().nth(1)?.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_figure_below_the_heading_is_what_is_free() {
        assert_eq!(free_of("    Avail\n 12345678\n"), Some(12_345_678));
        assert_eq!(free_of("    Avail\n"), None);
        assert_eq!(free_of(""), None);
    }

    #[test]
    fn a_folder_is_gone_when_it_is_dropped() {
        let folder = fresh(&std::env::temp_dir()).expect("a folder");
        let path = folder.path().to_owned();
        assert!(path.is_dir());
        drop(folder);
        assert!(!path.exists());
    }
}
