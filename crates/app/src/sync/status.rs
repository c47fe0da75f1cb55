//! `sync.status`: devices, places, and what lies on this device alone.
use std::collections::BTreeMap;

use ::book::sync::PlaceState;
use domain::DeviceId;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::sealing;
use super::snapshot::SyncSnapshot;
use crate::App;
use crate::error::AppError;
use crate::request::Nothing;

/// How many things in quarantine are named.
const NAMED: usize = 200;

/// How the open book stands with its devices and places.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct SyncStatus {
    /// The devices of the book, this one first.
    pub devices: Vec<SyncDevice>,
    /// The places that it is connected with.
    pub places: Vec<SyncPlace>,
    /// Entries that no place has acknowledged; all that is here when there is no place.
    pub local_only: i64,
    /// When the oldest of them was written, UTC.
    pub oldest_unsent_ms: Option<i64>,
    /// What came and could not be taken in, the newest first.
    pub quarantine: Vec<SyncQuarantined>,
    /// The clock of a hub minus this one, where they differ by more than two minutes.
    pub clock_off_ms: Option<i64>,
    /// Copying is under way in the background.
    pub keeping: bool,
    /// The book is one to practise on, which is never copied anywhere.
    pub training: bool,
    /// Now, UTC.
    pub now_ms: i64,
}

/// A device of the book.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct SyncDevice {
    /// Its id.
    pub device: Uuid,
    /// What it is called; empty while nobody said.
    pub name: String,
    /// The prefix of its numbers.
    pub prefix: String,
    /// It is this one.
    pub is_own: bool,
    /// Its entries that are here.
    pub entries: i64,
    /// Of these, how many some place has acknowledged.
    pub acknowledged: i64,
    /// Entries that came ahead of others that are still missing.
    pub waiting: i64,
    /// When it wrote the newest entry that is here, UTC.
    pub newest_ms: Option<i64>,
}

/// A place that the book is connected with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct SyncPlace {
    /// A folder, or the address of a hub.
    pub place: String,
    /// It is a hub.
    pub is_hub: bool,
    /// It is given nothing in clear.
    pub is_sealed: bool,
    /// Entries that it has acknowledged.
    pub held: i64,
    /// Entries of this book that it lacks.
    pub lacks: i64,
    /// When the oldest of these was written, UTC.
    pub oldest_unsent_ms: Option<i64>,
    /// When it last answered, UTC.
    pub contact_ms: Option<i64>,
    /// Its clock minus this one.
    pub offset_ms: Option<i64>,
    /// Bytes sent there so far.
    pub bytes_out: i64,
    /// Bytes read from there so far.
    pub bytes_in: i64,
    /// Why the last contact did not end well.
    pub failure: Option<String>,
    /// The copy that new devices start from there.
    pub snapshot: Option<SyncSnapshot>,
}

/// Something that could not be taken in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct SyncQuarantined {
    /// Its number.
    pub no: i64,
    /// Where it came from.
    pub place: String,
    /// The device that it names; null when that cannot be read.
    pub device: Option<Uuid>,
    /// The entry's number that it names, or the place in the file.
    pub seq: i64,
    /// `damaged`, `forked` or `unreadable`.
    pub reason: String,
    /// What kind of entry it is, when it is whole.
    pub kind: Option<String>,
    /// When it was written, UTC.
    pub written_ms: Option<i64>,
    /// It is whole, and can be taken in after all.
    pub can_accept: bool,
    /// What it says is in the book all the same.
    pub is_known: bool,
    /// When it came, UTC.
    pub at_ms: i64,
}

/// A clock that is off by more than this is told of.
const CLOCK_OFF_MS: i64 = 2 * 60_000;

/// What it takes.
pub type Input = Nothing;
/// What it gives.
pub type Output = SyncStatus;

pub(crate) fn run(app: &App, _input: Input) -> Result<Output, AppError> {
    let open = app.book()?;
    let book = &open.book;
    let states = book.places()?;
    let places = states.iter().map(|state| {
        let lacks = book.local_only(&state.held)?;
        let is_sealed = sealing::is_sealed(app, book.id(), &state.place);
        Ok(SyncPlace {
            is_sealed,
            ..place(state, count(lacks.entries), lacks.oldest_ms)
        })
    });
    let places = places.collect::<Result<Vec<_>, AppError>>()?;
    let acknowledged = together(&states);
    let local = book.local_only(&acknowledged)?;
    let offsets = states.iter().filter_map(|state| state.offset_ms);
    Ok(SyncStatus {
        devices: devices(book, &acknowledged)?,
        places,
        local_only: count(local.entries),
        oldest_unsent_ms: local.oldest_ms,
        quarantine: quarantined(book)?,
        clock_off_ms: offsets
            .max_by_key(|off| off.abs())
            .filter(|off| off.abs() > CLOCK_OFF_MS),
        keeping: app.keeping().is_on(),
        training: book.trains_for()?.is_some(),
        now_ms: app.now_ms(),
    })
}

fn count(entries: u64) -> i64 {
    i64::try_from(entries).unwrap_or(i64::MAX)
}

/// What some place or other has acknowledged.
fn together(states: &[PlaceState]) -> BTreeMap<DeviceId, u64> {
    let mut held = BTreeMap::new();
    for (device, seq) in states.iter().flat_map(|state| &state.held) {
        let known: &mut u64 = held.entry(*device).or_default();
        *known = (*known).max(*seq);
    }
    held
}

fn devices(
    book: &::book::Book,
    acknowledged: &BTreeMap<DeviceId, u64>,
) -> Result<Vec<SyncDevice>, AppError> {
    let states = book.device_states()?.into_iter();
    let mut devices: Vec<SyncDevice> = states
        .map(|state| SyncDevice {
            device: state.id.0,
            name: state.name,
            prefix: state.prefix,
            is_own: state.is_own,
            entries: count(state.entries),
            acknowledged: count(
                acknowledged
                    .get(&state.id)
                    .copied()
                    .unwrap_or(0)
                    .min(state.entries),
            ),
            waiting: count(state.waiting),
            newest_ms: state.newest_ms,
        })
        .collect();
    devices.sort_by_key(|device| !device.is_own);
    Ok(devices)
}

fn place(state: &PlaceState, lacks: i64, oldest_unsent_ms: Option<i64>) -> SyncPlace {
    SyncPlace {
        place: state.place.clone(),
        is_hub: super::place::is_hub(&state.place),
        is_sealed: false,
        held: count(state.held.values().sum()),
        lacks,
        oldest_unsent_ms,
        contact_ms: state.contact_ms,
        offset_ms: state.offset_ms,
        bytes_out: state.bytes_out,
        bytes_in: state.bytes_in,
        failure: state.failure.clone(),
        snapshot: state
            .snapshot
            .map(|there| SyncSnapshot::of(&state.place, &there, state.offset_ms)),
    }
}

fn quarantined(book: &::book::Book) -> Result<Vec<SyncQuarantined>, AppError> {
    let found = book.quarantined(NAMED)?.into_iter();
    let told = found.map(|one| {
        let aside = book.put_aside(one.no)?;
        let entry = aside.as_ref().and_then(|aside| aside.entry.as_ref());
        Ok(SyncQuarantined {
            no: one.no,
            place: one.place,
            device: Some(one.device.0).filter(|device| !device.is_nil()),
            seq: count(one.seq),
            reason: one.reason,
            kind: entry.map(|entry| entry.kind.clone()),
            written_ms: entry.map(|entry| entry.at_ms),
            can_accept: entry.is_some(),
            is_known: aside.is_some_and(|aside| aside.is_known),
            at_ms: one.at_ms,
        })
    });
    told.collect()
}
