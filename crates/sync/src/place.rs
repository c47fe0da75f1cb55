//! The two ends of a transfer: the book on this device, and the place that it is copied to and
//! from. Neither knows the other; the engine says what is next.

use crate::plan::Span;
use crate::record::Record;
use crate::seen::{End, Seen};
use crate::snapshot::Shelved;
use crate::vector::Vector;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use uuid::Uuid;

/// A device, as it tells others of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// The device.
    pub device: Uuid,
    /// What the shop calls it; empty while nobody said.
    pub name: String,
    /// The prefix of its numbers.
    pub prefix: String,
}

/// How a place answers at the beginning.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Greeting {
    /// Changes when the place was restored from an older copy.
    pub history: String,
    /// What it holds, as far as that is known yet.
    pub held: Vector,
    /// The ends of the journals that it holds, as far as it tells.
    pub ends: BTreeMap<Uuid, End>,
    /// The devices that it knows.
    pub devices: Vec<About>,
    /// Its clock, UTC milliseconds; `None` when it has none of its own.
    pub clock_ms: Option<i64>,
    /// The snapshot that it has, in figures.
    pub snapshot: Option<Shelved>,
}

/// What came from a place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pulled {
    /// Entries.
    pub records: Vec<Record>,
    /// Bytes that are no entries: where they were found, and themselves.
    pub unreadable: Vec<(u64, Vec<u8>)>,
    /// How far parts of the place are read with them: (part, cursor).
    pub cursors: Vec<(String, String)>,
    /// What the place holds, as far as that is known now.
    pub held: Vector,
    /// The devices that it knows.
    pub devices: Vec<About>,
    /// There is more to fetch.
    pub more: bool,
    /// Bytes that were read for it.
    pub bytes: u64,
}

/// Why a place did not do what it was asked for.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PlaceError {
    /// It is not there, or broke off: later it may answer.
    #[error("the place does not answer: {0}")]
    Away(String),
    /// It does not want this device; the code says why.
    #[error("the place refuses: {0}")]
    Refused(String),
    /// What it keeps is sealed by a key that is not here.
    #[error(
        "this device lacks the key by which the book is sealed there: another device has a code"
    )]
    KeyMissing,
    /// It holds another entry at this number of a device's journal.
    #[error("the place holds another entry {seq} of device {device}")]
    Forked {
        /// The device.
        device: Uuid,
        /// The first number that differs.
        seq: u64,
    },
}

/// A folder or a hub.
pub trait Place {
    /// Says who comes, and asks what it holds. `cursors` is how far its parts are read.
    ///
    /// # Errors
    /// When it is away or refuses.
    fn greet(
        &mut self,
        about: &About,
        cursors: &BTreeMap<String, String>,
    ) -> Result<Greeting, PlaceError>;

    /// The next entries that `mine` lacks.
    ///
    /// # Errors
    /// When it is away or refuses.
    fn pull(&mut self, mine: &Vector) -> Result<Pulled, PlaceError>;

    /// Fetching begins again with all that the place holds, also where it was read before.
    ///
    /// # Errors
    /// When it is away.
    fn rewind(&mut self) -> Result<(), PlaceError>;

    /// Gives entries of one device's journal in their order; returns what the place holds of that
    /// journal then, and how many bytes went over.
    ///
    /// # Errors
    /// When it is away, refuses, or has other entries in their places.
    fn push(&mut self, records: &[Record]) -> Result<(u64, u64), PlaceError>;

    /// Says whose personal parts are gone for ever: (device, number).
    ///
    /// # Errors
    /// When it is away or refuses.
    fn redact(&mut self, gone: &[(Uuid, u64)]) -> Result<(), PlaceError>;
}

/// What became of entries that were taken in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// Entries that are new here.
    pub applied: u64,
    /// Entries and bytes that went into quarantine.
    pub refused: u64,
    /// How far they are the journals that are held here.
    pub seen: Seen,
}

/// Entries whose personal parts are gone for ever, (device, number), and the last in the book's
/// own list of them.
pub type Redactions = (Vec<(Uuid, u64)>, i64);

/// The book on this device, as far as copying needs it.
pub trait Replica {
    /// Why the book cannot do it; shown to a person.
    type Error: std::fmt::Display;

    /// This device.
    fn about(&self) -> Result<About, Self::Error>;
    /// What the book holds.
    fn vector(&self) -> Result<Vector, Self::Error>;
    /// Whether another entry than this is held at the end of a journal; `false` when none is.
    fn is_other(&self, device: Uuid, end: &End) -> Result<bool, Self::Error>;
    /// How far the parts of the place are read.
    fn cursors(&self) -> Result<BTreeMap<String, String>, Self::Error>;
    /// The place has answered; it returns the last redaction that the place knows.
    fn greeted(&self, greeting: &Greeting) -> Result<i64, Self::Error>;
    /// The next entries of a span, at most a batch.
    fn read(&self, span: Span) -> Result<Vec<Record>, Self::Error>;
    /// Takes in what came, and how far it is read, in one transaction.
    fn take(&self, pulled: &Pulled) -> Result<Taken, Self::Error>;
    /// Another name for this device, which is returned: the own entries from a number on become
    /// its.
    fn renew(&self, from: u64) -> Result<Uuid, Self::Error>;
    /// The place has acknowledged these entries; so many bytes went there.
    fn acknowledged(&self, held: &Vector, bytes: u64) -> Result<(), Self::Error>;
    /// The next redactions after one, and the last of them.
    fn redactions(&self, after: i64) -> Result<Redactions, Self::Error>;
    /// The place knows the redactions up to this one.
    fn redacted(&self, last: i64) -> Result<(), Self::Error>;
    /// A contact has ended: well, or with what is told to a person.
    fn ended(&self, failure: Option<&str>) -> Result<(), Self::Error>;
}
