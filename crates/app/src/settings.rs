//! What this installation keeps beside the books: the recent ones, and what the page remembers.
//! Small JSON files, replaced whole; a file that cannot be read counts as absent.
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::error::AppError;

/// How many recent books are kept.
const RECENT_KEPT: usize = 12;
/// The most that the pages may keep, in bytes of JSON: the largest part is a cart being rung up.
const KEPT_BYTES: usize = 1024 * 1024;

/// A book opened before.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Recent {
    pub(crate) path: String,
    pub(crate) name: String,
    pub(crate) opened_at_ms: i64,
}

/// The folder of this installation's own files.
pub(crate) struct Settings {
    folder: Option<PathBuf>,
    /// Held from reading what is kept to writing it: two windows may keep at once.
    keeping: Mutex<()>,
}

impl Settings {
    pub(crate) fn new(folder: Option<PathBuf>) -> Self {
        Self {
            folder,
            keeping: Mutex::new(()),
        }
    }

    pub(crate) fn folder(&self) -> Option<&Path> {
        self.folder.as_deref()
    }

    /// The recent books, the latest first.
    pub(crate) fn recent(&self) -> Vec<Recent> {
        self.read("recent.json").unwrap_or_default()
    }

    /// Puts a book at the top of the recent ones.
    pub(crate) fn remember(&self, book: Recent) -> Result<(), AppError> {
        let mut recent = self.recent();
        recent.retain(|known| known.path != book.path);
        recent.insert(0, book);
        recent.truncate(RECENT_KEPT);
        self.write("recent.json", &recent)
    }

    /// Takes a book off the recent ones.
    pub(crate) fn forget(&self, path: &str) -> Result<(), AppError> {
        let mut recent = self.recent();
        recent.retain(|known| known.path != path);
        self.write("recent.json", &recent)
    }

    /// What the page keeps.
    pub(crate) fn kept(&self) -> Value {
        self.read("kept.json")
            .unwrap_or_else(|| Value::Object(Map::new()))
    }

    /// Keeps what the page wants kept beside what is kept already; null forgets. Windows share
    /// these settings, so each brings only what it changed.
    pub(crate) fn keep(&self, changes: &Map<String, Value>) -> Result<(), AppError> {
        let _keeping = self.keeping.lock().unwrap_or_else(PoisonError::into_inner);
        let mut kept = match self.kept() {
            Value::Object(kept) => kept,
            _ => Map::new(),
        };
        for (name, value) in changes {
            kept.insert(name.clone(), value.clone());
        }
        kept.retain(|_, value| !value.is_null());
        let kept = Value::Object(kept);
        if kept.to_string().len() > KEPT_BYTES {
            return Err(AppError::at("settings", "too_long").with(KEPT_BYTES));
        }
        self.write("kept.json", &kept)
    }

    /// Writes down what is known of a fault.
    pub(crate) fn report(&self, name: &str, text: &str) {
        let Some(folder) = &self.folder else { return };
        let folder = folder.join("reports");
        // A report that cannot be written must not hide the fault that it is about.
        if fs::create_dir_all(&folder).is_ok() {
            let _ = fs::write(folder.join(format!("{name}.txt")), text);
        }
    }

    /// A file of this installation; absent when it cannot be read.
    pub(crate) fn read<T: DeserializeOwned>(&self, name: &str) -> Option<T> {
        serde_json::from_slice(&fs::read(self.folder.as_ref()?.join(name)).ok()?).ok()
    }

    /// Replaces a file of this installation.
    pub(crate) fn write(&self, name: &str, value: &impl Serialize) -> Result<(), AppError> {
        let Some(folder) = &self.folder else {
            return Ok(());
        };
        let unwritable = |error: String| AppError::unavailable("settings_unwritable").with(error);
        let text = serde_json::to_vec_pretty(value).map_err(|e| unwritable(e.to_string()))?;
        fs::create_dir_all(folder).map_err(|e| unwritable(e.to_string()))?;
        replace(&folder.join(name), &text).map_err(|e| unwritable(e.to_string()))
    }
}

/// Replaces a file by another of its name, so that a reader sees the old or the new one whole.
pub(crate) fn replace(path: &Path, data: &[u8]) -> std::io::Result<()> {
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push(format!(".{}.part", std::process::id()));
    let part = path.with_file_name(name);
    let written = fs::write(&part, data).and_then(|()| fs::rename(&part, path));
    if written.is_err() {
        // The error that is returned says more than this one could.
        let _ = fs::remove_file(&part);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    fn book(path: &str) -> Recent {
        Recent {
            path: path.into(),
            name: path.to_uppercase(),
            opened_at_ms: 1,
        }
    }

    #[test]
    fn a_book_opened_again_moves_to_the_top_and_stands_once() {
        let folder = tempfile::tempdir().unwrap();
        let settings = Settings::new(Some(folder.path().into()));
        for path in ["a", "b", "a"] {
            settings.remember(book(path)).unwrap();
        }
        assert_eq!(settings.recent(), [book("a"), book("b")]);
        settings.forget("a").unwrap();
        assert_eq!(settings.recent(), [book("b")]);
    }

    #[test]
    fn a_damaged_file_counts_as_absent() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("recent.json"), "{{{").unwrap();
        let settings = Settings::new(Some(folder.path().into()));
        assert!(settings.recent().is_empty());
        settings.remember(book("a")).unwrap();
        assert_eq!(settings.recent().len(), 1);
    }

    #[test]
    fn a_failed_replacement_leaves_no_part_behind() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("taken")).unwrap();
        assert!(replace(&folder.path().join("taken"), b"x").is_err());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
