//! One file of a folder: read from where it was read before, and appended to by its device alone.

use super::runs::{self, Runs};
use crate::frame::{self, Found, Frame};
use crate::limits::{BATCH_BYTES, BATCH_ENTRIES, BODY_BYTES};
use crate::place::{About, Pulled};
use crate::record::Record;
use serde::{Deserialize, Serialize};
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// The end of the name of a file that is being written.
pub const PART: &str = ".part";
/// Bytes in which a file says what it is.
const HEAD_BYTES: usize = 4_096;
/// Bytes of something unreadable that are kept to be looked at.
const KEPT_BYTES: usize = 64 * 1024;

/// What a file says of itself.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Head {
    /// This very file: one that was written anew has another.
    pub file: Uuid,
    /// The book.
    pub book: Uuid,
    /// The device that writes it.
    #[serde(flatten)]
    pub about: About,
}

/// How far a file is read, and what it holds so far.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Cursor {
    head: Head,
    offset: u64,
    runs: Runs,
    /// What was known to be damaged in it when it was read.
    #[serde(default)]
    marked: String,
}

/// A file being read.
pub struct Reading {
    path: PathBuf,
    cursor: Cursor,
    /// Where to read on; what was damaged before it is looked at again the next time.
    at: u64,
    damaged: bool,
    length: u64,
    /// Where it is damaged.
    wrong: Vec<u64>,
    /// Others found more damage in it than was known here: it is read from its beginning.
    pub suspect: bool,
}

/// The end of the name of what is known to be damaged in a file.
pub const MARK: &str = ".damaged";

/// Where it is said what is damaged in a file.
pub fn mark_of(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push(MARK);
    path.with_file_name(name)
}

fn marked(path: &Path) -> io::Result<String> {
    match std::fs::read(mark_of(path)) {
        Ok(bytes) => Ok(String::from_utf8_lossy(&bytes).into_owned()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(String::new()),
        Err(error) => Err(error),
    }
}

/// The name of a device's file.
pub fn own_name(device: Uuid) -> String {
    format!("{device}.journal")
}

impl Reading {
    /// Begins to read a file; `None` when it is no file of the book, or not there yet as a whole.
    /// A file that others have found damaged since it was read here is read again, so that what it
    /// still holds is known.
    pub fn begin(path: &Path, book: Uuid, before: Option<&str>) -> io::Result<Option<Self>> {
        let marked = marked(path)?;
        let mut file = File::open(path)?;
        let length = file.metadata()?.len();
        let Some((head, begins)) = head_of(&mut file)? else {
            return Ok(None);
        };
        if head.book != book {
            return Ok(None);
        }
        let before: Option<Cursor> = before.and_then(|text| serde_json::from_str(text).ok());
        let known = before.filter(|it| it.head.file == head.file && it.offset <= length);
        let suspect = known.as_ref().is_some_and(|it| it.marked != marked);
        let cursor = known.filter(|_| !suspect).unwrap_or(Cursor {
            head,
            offset: begins,
            runs: Runs::new(),
            marked,
        });
        Ok(Some(Self {
            path: path.to_owned(),
            at: cursor.offset,
            cursor,
            damaged: false,
            length,
            wrong: Vec::new(),
            suspect,
        }))
    }

    /// Tells the others where the file is damaged, unless they know.
    pub fn mark(&mut self) -> io::Result<()> {
        let mut marked = self.cursor.marked.clone();
        for at in self.wrong.drain(..) {
            let line = format!("{} {at}\n", self.cursor.head.file);
            if !marked.contains(&line) {
                marked.push_str(&line);
            }
        }
        if marked != self.cursor.marked {
            std::fs::write(mark_of(&self.path), &marked)?;
            self.cursor.marked = marked;
        }
        Ok(())
    }

    pub fn runs(&self) -> &Runs {
        &self.cursor.runs
    }

    pub fn about(&self) -> &About {
        &self.cursor.head.about
    }

    pub fn has_more(&self) -> bool {
        self.at < self.length
    }

    pub fn cursor(&self) -> String {
        // Texts and numbers have a JSON form, always.
        serde_json::to_string(&self.cursor).unwrap_or_default()
    }

    /// Reads the next frames; whether there were any.
    pub fn read_on(&mut self, pulled: &mut Pulled) -> io::Result<bool> {
        if !self.has_more() {
            return Ok(false);
        }
        let bytes = self.chunk()?;
        pulled.bytes += bytes.len() as u64;
        let mut at = 0;
        while at < BATCH_BYTES && pulled.records.len() < BATCH_ENTRIES {
            match frame::read(&bytes, at) {
                Found::Frame(frame, next) => {
                    self.take(frame, pulled);
                    at = next;
                }
                Found::Damaged(next) => {
                    // The chunk may end within what only looks damaged because it is not whole.
                    if next == bytes.len() && self.at + (next as u64) < self.length && at > 0 {
                        break;
                    }
                    let kept = &bytes[at..next.min(at + KEPT_BYTES)];
                    pulled.unreadable.push((self.at + at as u64, kept.to_vec()));
                    self.wrong.push(self.at + at as u64);
                    self.pass(at);
                    self.damaged = true;
                    at = next;
                }
                Found::End => {
                    if at == 0 {
                        // The file ends within a frame: the rest is still to come.
                        self.length = self.at;
                    }
                    break;
                }
            }
        }
        self.pass(at);
        self.at += at as u64;
        Ok(at > 0)
    }

    /// Notes that all before a place of the chunk is read; not beyond the first damage.
    fn pass(&mut self, at: usize) {
        if !self.damaged {
            self.cursor.offset = self.at + at as u64;
        }
    }

    fn take(&mut self, frame: Frame, pulled: &mut Pulled) {
        match frame {
            Frame::Record(record) => {
                // What is no sound entry has nobody's place: whoever holds that one gives it again.
                if record.entry().is_ok_and(|entry| entry.is_intact()) {
                    runs::add(&mut self.cursor.runs, record.device, record.seq);
                }
                pulled.records.push(record);
            }
            Frame::Head(json) => {
                if let Ok(head) = serde_json::from_slice::<Head>(&json) {
                    self.cursor.head.about = head.about;
                }
            }
            Frame::Unknown => {}
        }
    }

    fn chunk(&self) -> io::Result<Vec<u8>> {
        let mut file = File::open(&self.path)?;
        file.seek(SeekFrom::Start(self.at))?;
        let mut bytes = Vec::new();
        file.take((self.length - self.at).min(BODY_BYTES as u64))
            .read_to_end(&mut bytes)?;
        Ok(bytes)
    }
}

/// What a file says of itself, and where its entries begin.
fn head_of(file: &mut File) -> io::Result<Option<(Head, u64)>> {
    let mut bytes = Vec::new();
    file.take(HEAD_BYTES as u64).read_to_end(&mut bytes)?;
    Ok(match frame::read(&bytes, 0) {
        Found::Frame(Frame::Head(json), begins) => {
            let head = serde_json::from_slice(&json).ok();
            head.map(|head| (head, begins as u64))
        }
        _ => None,
    })
}

/// Appends entries to the own file, which is made when it is not there; returns the bytes. What a
/// write that broke off left at its end is taken off first.
pub fn append(path: &Path, book: Uuid, about: &About, records: &[Record]) -> io::Result<u64> {
    let mut opening = OpenOptions::new();
    let opening = opening.read(true).write(true).create(true).truncate(false);
    let mut file = opening.open(path)?;
    lock(&file)?;
    let head = head_of(&mut file)?;
    let mut bytes = Vec::new();
    if let Some((head, begins)) = head {
        let end = sound_end(&mut file, begins)?;
        file.set_len(end)?;
        file.seek(SeekFrom::Start(end))?;
        if last_about(path, book)?.as_ref() != Some(about) {
            write_head(&mut bytes, head.file, book, about);
        }
    } else {
        // Not a file of ours yet, or one whose making broke off.
        file.set_len(0)?;
        file.seek(SeekFrom::Start(0))?;
        write_head(&mut bytes, Uuid::new_v4(), book, about);
    }
    for record in records {
        Frame::Record(record.clone()).write(&mut bytes);
    }
    if !bytes.is_empty() {
        file.write_all(&bytes)?;
        file.sync_all()?;
    }
    Ok(bytes.len() as u64)
}

pub fn write_head(out: &mut Vec<u8>, file: Uuid, book: Uuid, about: &About) {
    let head = Head {
        file,
        book,
        about: about.clone(),
    };
    Frame::Head(serde_json::to_vec(&head).unwrap_or_default()).write(out);
}

fn lock(file: &File) -> io::Result<()> {
    match file.try_lock() {
        Ok(()) => Ok(()),
        Err(TryLockError::WouldBlock) => Err(io::Error::other("another program writes there")),
        // A medium without locks: the book's own lock keeps its programs apart.
        Err(TryLockError::Error(_)) => Ok(()),
    }
}

/// The end of the last sound frame.
fn sound_end(file: &mut File, begins: u64) -> io::Result<u64> {
    let length = file.metadata()?.len();
    let mut reading = Reading {
        path: PathBuf::new(),
        cursor: Cursor::default(),
        at: begins,
        damaged: false,
        length,
        wrong: Vec::new(),
        suspect: false,
    };
    let mut end = begins;
    while reading.at < length {
        file.seek(SeekFrom::Start(reading.at))?;
        let mut bytes = Vec::new();
        file.take(BODY_BYTES as u64).read_to_end(&mut bytes)?;
        let mut at = 0;
        loop {
            match frame::read(&bytes, at) {
                Found::Frame(_, next) => {
                    at = next;
                    end = reading.at + at as u64;
                }
                Found::Damaged(next) if next < bytes.len() => at = next,
                _ => break,
            }
        }
        if at == 0 {
            break;
        }
        reading.at += at as u64;
    }
    Ok(end)
}

/// What the own file said of its device last.
fn last_about(path: &Path, book: Uuid) -> io::Result<Option<About>> {
    let Some(mut reading) = Reading::begin(path, book, None)? else {
        return Ok(None);
    };
    while reading.read_on(&mut Pulled::default())? {}
    Ok(Some(reading.cursor.head.about))
}
