//! A device: a real file, a clock of its own, and what it keeps beside its book.

use std::path::{Path, PathBuf};

use book::{Book, Identity};
use domain::DeviceId;
use uuid::Uuid;

use crate::clerk::Moment;

/// The book of all devices.
pub const BOOK: Uuid = Uuid::from_u128(0xb00c);

/// A device.
pub struct Device {
    /// Its number in the world.
    pub number: usize,
    /// Its open book; none for a moment while it is restarted.
    book: Option<Book>,
    path: PathBuf,
    /// How wrong its clock is.
    pub skew_ms: i64,
    /// Its newest backup.
    backup: Option<PathBuf>,
    made: u64,
}

impl Device {
    /// A new device with an empty file.
    pub fn new(folder: &Path, number: usize) -> Self {
        let identity = Identity {
            book: BOOK,
            device: DeviceId(Uuid::from_u128(1 + number as u128)),
            prefix: char::from(b'A' + number as u8).to_string(),
        };
        let path = folder.join(format!("device-{number}.counterbook"));
        Self {
            number,
            book: Some(Book::create(&path, &identity).expect("a new file")),
            path,
            skew_ms: 0,
            backup: None,
            made: 0,
        }
    }

    /// Its book.
    pub fn book(&self) -> &Book {
        self.book.as_ref().expect("it is open between steps")
    }

    /// The circumstances of its next act.
    pub fn moment(&mut self, now_ms: i64) -> Moment {
        self.made += 1;
        Moment {
            id: Uuid::from_u128((self.number as u128 + 1) << 96 | u128::from(self.made)),
            at_ms: now_ms + self.skew_ms,
        }
    }

    /// The power goes and comes back.
    pub fn restart(&mut self) {
        self.book = None;
        self.book = Some(Book::open(&self.path).expect("a book opens again"));
    }

    /// A backup of what is there now.
    pub fn back_up(&mut self) {
        let path = self.path.with_extension(format!("backup-{}", self.made));
        if !path.exists() {
            let copied = self.book().backup(&path, &mut |_, _| Ok(()));
            copied.expect("a backup while it is open");
        }
        self.backup = Some(path);
    }

    /// The disk is lost, and the newest backup put in its place; whether there was one.
    pub fn restore(&mut self) -> bool {
        let Some(backup) = &self.backup else {
            return false;
        };
        self.book = None;
        for ending in ["counterbook-wal", "counterbook-shm"] {
            // They are there or not.
            let _ = std::fs::remove_file(self.path.with_extension(ending));
        }
        std::fs::copy(backup, &self.path).expect("the backup is copied");
        self.restart();
        true
    }
}
