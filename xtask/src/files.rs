//! Files of the repository: walked in a fixed order without what is built or fetched, and hashed so
//! that a step whose inputs did not change can be skipped.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::paths;

const SKIPPED: [&str; 8] = [
    "target",
    "node_modules",
    "dist",
    ".git",
    "gen",
    "coverage",
    ".svelte-kit",
    "test-results",
];

/// All files below `folder` in a fixed order, without folders of built or fetched things.
pub fn below(folder: &Path) -> Result<Vec<PathBuf>> {
    walk(folder, &SKIPPED)
}

/// All files below `folder`, whatever they are.
pub fn everything_below(folder: &Path) -> Result<Vec<PathBuf>> {
    walk(folder, &[])
}

fn walk(folder: &Path, skip: &[&str]) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut waiting = vec![folder.to_path_buf()];
    while let Some(folder) = waiting.pop() {
        let entries =
            fs::read_dir(&folder).with_context(|| format!("cannot list {}", folder.display()))?;
        for entry in entries {
            let entry = entry?;
            let skipped = skip.iter().any(|name| entry.file_name() == *name);
            match (skipped, entry.file_type()?.is_dir()) {
                (true, _) => {}
                (false, true) => waiting.push(entry.path()),
                (false, false) => found.push(entry.path()),
            }
        }
    }
    found.sort();
    Ok(found)
}

/// Whether the file name ends with `.` and one of `endings`.
pub fn ends_with(path: &Path, endings: &[&str]) -> bool {
    path.extension()
        .is_some_and(|ending| endings.iter().any(|wanted| ending == *wanted))
}

/// A path as it is spelt in messages: from the top folder, with forward slashes.
pub fn shown(path: &Path) -> String {
    let root = paths::root();
    path.strip_prefix(&root)
        .unwrap_or(path)
        .to_string_lossy()
        .replace('\\', "/")
}

/// A fingerprint of the names and contents of `files`; a missing file counts as empty.
pub fn fingerprint(files: &[PathBuf]) -> String {
    let mut hasher = DefaultHasher::new();
    for file in files {
        shown(file).hash(&mut hasher);
        fs::read(file).unwrap_or_default().hash(&mut hasher);
    }
    format!("{:016x}", hasher.finish())
}

/// Does `work` unless it was done for this fingerprint already and `product` is still there. The
/// fingerprint is kept in the target folder, under `name`, once the work has succeeded.
pub fn unless_done(
    name: &str,
    fingerprint: &str,
    product: &Path,
    work: impl FnOnce() -> Result<()>,
) -> Result<()> {
    let stamps = paths::target().join("xtask");
    let stamp = stamps.join(name);
    if product.exists() && fs::read_to_string(&stamp).is_ok_and(|kept| kept == fingerprint) {
        return Ok(());
    }
    work()?;
    fs::create_dir_all(&stamps)?;
    fs::write(&stamp, fingerprint).with_context(|| format!("cannot write {}", stamp.display()))
}
