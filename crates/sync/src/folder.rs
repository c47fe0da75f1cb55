//! A folder as a place: a shared or synced one, or a USB stick.
//!
//! In the folder, every book has one of its own, and in it every device has one file to which it
//! alone appends: whatever the others lack, its own entries and those that it carries on. A file is
//! read as far as its sound frames go, whatever its name (copies in conflict are read like any
//! other), so that half-copied files, torn ends and two writers do no harm.

mod file;
mod redact;
mod runs;

use crate::limits::{BATCH_BYTES, BATCH_ENTRIES};
use crate::place::{About, Greeting, Place, PlaceError, Pulled};
use crate::record::Record;
use crate::vector::Vector;
use file::{Reading, own_name};
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// A book's files in a folder.
pub struct Folder {
    root: PathBuf,
    book: Uuid,
    about: About,
    files: BTreeMap<String, Reading>,
}

impl Folder {
    /// The files of a book in a folder, which must be there: a stick that is not plugged in is
    /// away, and nothing is written to the empty place where it goes.
    pub fn new(root: &Path, book: Uuid) -> Self {
        Self {
            root: root.to_owned(),
            book,
            about: About::default(),
            files: BTreeMap::new(),
        }
    }

    /// The books that have files in a folder.
    pub fn books(root: &Path) -> io::Result<Vec<Uuid>> {
        let mut books = Vec::new();
        for entry in fs::read_dir(root)? {
            let name = entry?.file_name().to_string_lossy().into_owned();
            let id = name
                .strip_prefix(PREFIX)
                .and_then(|id| Uuid::parse_str(id).ok());
            books.extend(id);
        }
        books.sort_unstable();
        Ok(books)
    }

    fn own_folder(&self) -> PathBuf {
        self.root.join(format!("{PREFIX}{}", self.book))
    }

    fn own_file(&self) -> PathBuf {
        self.own_folder().join(own_name(self.about.device))
    }

    /// Looks at the files that are there, from where each was read before.
    fn look(&mut self, cursors: &BTreeMap<String, String>) -> io::Result<()> {
        self.files.clear();
        for path in files_of(&self.own_folder())? {
            let name = path.file_name().unwrap_or_default();
            let name = name.to_string_lossy().into_owned();
            let before = cursors.get(&name).map(String::as_str);
            let mut reading = Reading::begin(&path, self.book, before)?;
            // What is damaged in the own file is taken out of it, and given once more.
            let is_own = name == own_name(self.about.device);
            if is_own && reading.as_ref().is_some_and(|file| file.suspect) {
                redact::repair(&path)?;
                reading = Reading::begin(&path, self.book, None)?;
            }
            if let Some(reading) = reading {
                self.files.insert(name, reading);
            }
        }
        Ok(())
    }

    /// The others know a device by what its file says, be there entries in it or not.
    fn tell_of_myself(&self) -> io::Result<()> {
        let said = self.files.get(&own_name(self.about.device));
        let is_said = said.is_some_and(|file| *file.about() == self.about);
        if !is_said && !self.about.prefix.is_empty() {
            file::append(&self.own_file(), self.book, &self.about, &[])?;
        }
        Ok(())
    }

    fn held(&self) -> Vector {
        runs::held(self.files.values().map(Reading::runs))
    }

    fn devices(&self) -> Vec<About> {
        self.files
            .values()
            .map(|file| file.about().clone())
            .collect()
    }
}

/// The files of a folder that hold entries, or did. What another device is just writing anew has
/// its name when it is whole.
fn files_of(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let is_beside = name.ends_with(file::PART) || name.ends_with(file::MARK);
        if !is_beside && entry.file_type()?.is_file() {
            files.push(entry.path());
        }
    }
    Ok(files)
}

const PREFIX: &str = "counterbook-";

impl Place for Folder {
    fn greet(
        &mut self,
        about: &About,
        cursors: &BTreeMap<String, String>,
    ) -> Result<Greeting, PlaceError> {
        self.about = about.clone();
        if !self.root.is_dir() {
            return Err(PlaceError::Away(format!(
                "{} is not there",
                self.root.display()
            )));
        }
        fs::create_dir_all(self.own_folder()).map_err(away)?;
        self.look(cursors).map_err(away)?;
        self.tell_of_myself().map_err(away)?;
        Ok(Greeting {
            history: self.book.to_string(),
            held: self.held(),
            // Every entry of a folder is read by every device, and tells of itself.
            ends: BTreeMap::new(),
            devices: self.devices(),
            clock_ms: None,
            snapshot: None,
        })
    }

    fn pull(&mut self, _mine: &Vector) -> Result<Pulled, PlaceError> {
        let mut pulled = Pulled::default();
        for (name, reading) in &mut self.files {
            if pulled.bytes as usize >= BATCH_BYTES || pulled.records.len() >= BATCH_ENTRIES {
                pulled.more = true;
                break;
            }
            let has_read = reading.read_on(&mut pulled).map_err(away)?;
            reading.mark().map_err(away)?;
            if has_read {
                pulled.cursors.push((name.clone(), reading.cursor()));
            }
            pulled.more |= reading.has_more();
        }
        pulled.held = self.held();
        pulled.devices = self.devices();
        Ok(pulled)
    }

    fn rewind(&mut self) -> Result<(), PlaceError> {
        self.look(&BTreeMap::new()).map_err(away)
    }

    fn push(&mut self, records: &[Record]) -> Result<(u64, u64), PlaceError> {
        let Some(last) = records.last() else {
            return Ok((0, 0));
        };
        let path = self.own_file();
        let bytes = file::append(&path, self.book, &self.about, records).map_err(away)?;
        Ok((last.seq, bytes))
    }

    fn redact(&mut self, gone: &[(Uuid, u64)]) -> Result<(), PlaceError> {
        let gone = gone.iter().copied().collect();
        // Every file, also one that nobody reads any more because its head is damaged, and what was
        // written in this round.
        for path in files_of(&self.own_folder()).map_err(away)? {
            redact::redact(&path, &gone).map_err(away)?;
        }
        Ok(())
    }
}

fn away(error: io::Error) -> PlaceError {
    PlaceError::Away(error.to_string())
}

#[cfg(test)]
mod tests;
