//! A device: a real file, a clock of its own, and what it keeps beside its book.

use std::path::{Path, PathBuf};

use book::{Book, Identity};
use domain::DeviceId;
use sync::Vector;
use sync::snapshot::Begun;
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
    /// A snapshot that it has made and not given yet.
    pub snapshot: Option<Snapshot>,
    /// What the snapshot that it began with was said to hold.
    pub claimed: Vector,
}

/// A snapshot on its way.
pub struct Snapshot {
    pub begun: Begun,
    pub file: PathBuf,
    pub held: Vector,
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
            snapshot: None,
            claimed: Vector::default(),
        }
    }

    /// A new device with a file that came from elsewhere.
    pub fn joined(folder: &Path, number: usize, came: &Path, claimed: Vector) -> Self {
        let mut device = Self {
            number,
            book: None,
            path: folder.join(format!("device-{number}.counterbook")),
            skew_ms: 0,
            backup: None,
            made: 0,
            snapshot: None,
            claimed: Vector::default(),
        };
        device.start_anew(came, claimed);
        device
    }

    /// The disk is lost, and the device starts anew with a file that came from elsewhere; its old
    /// backup still lies somewhere.
    pub fn start_anew(&mut self, came: &Path, claimed: Vector) {
        self.replace_with(came);
        let book = self.book();
        let prefix = book.free_prefix(&[]).expect("a prefix");
        let own = book.device().expect("a device").id;
        book.describe_device(own, "", &prefix).expect("a prefix");
        self.snapshot = None;
        self.claimed = claimed;
    }

    fn replace_with(&mut self, file: &Path) {
        self.book = None;
        for ending in ["counterbook-wal", "counterbook-shm"] {
            // They are there or not.
            let _ = std::fs::remove_file(self.path.with_extension(ending));
        }
        std::fs::copy(file, &self.path).expect("the file is copied");
        self.restart();
    }

    /// Makes a snapshot, to be given later.
    pub fn make_snapshot(&mut self, begun: Begun) {
        let file = self.path.with_extension("snapshot");
        let _ = std::fs::remove_file(&file);
        let held = self.book().snapshot(&file).expect("a snapshot");
        let held = held.into_iter().map(|(id, seq)| (id.0, seq)).collect();
        self.snapshot = Some(Snapshot { begun, file, held });
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
        let Some(backup) = self.backup.clone() else {
            return false;
        };
        self.replace_with(&backup);
        self.snapshot = None;
        self.claimed = Vector::default();
        true
    }
}
