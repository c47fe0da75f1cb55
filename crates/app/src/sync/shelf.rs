//! Snapshots of the open book at hubs: when one is due, making and giving one, and starting a new
//! file from one. A copy that could not be given whole is given on, as long as it is young and
//! nothing was erased since.
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use ::book::Book;
use ::book::sync::{SnapshotState, adopt};
use domain::DeviceId;
use serde::{Deserialize, Serialize};
use sync::drive::Failure;
use sync::hub::Hub;
use sync::shelf::{Pace, Shelves as _, download, manifest_of, upload};
use sync::snapshot::{Begun, Listing};
use sync::{PlaceError, Vector};
use uuid::Uuid;

use super::snapshot::SyncSnapshot;
use super::{keys, place, round, sealing};
use crate::App;
use crate::desk::OpenBook;
use crate::error::AppError;

/// A book of fewer entries is fetched entry by entry in a moment.
const ENTRIES: u64 = 50_000;
/// How long a copy that was not given yet is of use.
const STAGED_MS: i64 = 24 * 60 * 60_000;
/// How often a new device begins again with what is the newest snapshot by then.
const NEWER: usize = 3;
/// The first wait before something is tried again; each further one doubles it.
const PAUSE: Duration = Duration::from_millis(250);

/// A copy that waits to be given, beside its file.
#[derive(Serialize, Deserialize)]
struct Staged {
    begun: Begun,
    held: Vector,
    made_ms: i64,
}

/// Whether a hub's snapshot leaves out so much that another one is worth its while.
pub(super) fn is_due(open: &OpenBook, place: &str) -> Result<bool, AppError> {
    let Some(state) = open.book.place(place)? else {
        return Ok(false);
    };
    let entries: u64 = open.book.version_vector()?.values().sum();
    let covered = state.snapshot.map_or(0, |there| there.entries);
    Ok(entries.saturating_sub(covered) >= ENTRIES.max(covered / 4))
}

/// Makes a snapshot of the open book and gives it to a hub.
pub(super) fn give(
    app: &App,
    (open, place): (&OpenBook, &str),
    by_hand: bool,
    on: &dyn Fn(u64, u64) -> bool,
) -> Result<SyncSnapshot, AppError> {
    let mut hub = Hub::new(place, keys::read(app, open.book.id(), place)?);
    let begun = hub.begin(by_hand).map_err(refused)?;
    // All that was erased there by now is in what a round fetches, and so not in the copy.
    let heard = round::once(app, open, place, &|_| true)?;
    if let Some(why) = heard.failure {
        return Err(AppError::unavailable("hub_away").with(why));
    }
    let is_sealed = sealing::is_sealed(app, open.book.id(), place);
    let ring = is_sealed.then(|| sealing::ring(app, open)).transpose()?;
    let file = beside(open.book.path(), "snapshot");
    let staged = staged(app, open, (&file, begun))?;
    let listing = upload(
        &mut hub,
        (&staged.begun, ring.as_ref()),
        (&file, &staged.held, staged.made_ms),
        &pace(on),
    );
    let listing = listing.map_err(|failure| failed(failure, &file))?;
    sweep(&file);
    keep(app, (open, place), &listing)
}

/// The copy that an earlier try left, or a new one.
fn staged(app: &App, open: &OpenBook, (file, begun): (&Path, Begun)) -> Result<Staged, AppError> {
    let told = beside(file, "json");
    let known = fs::read(&told).ok();
    let known = known.and_then(|text| serde_json::from_slice::<Staged>(&text).ok());
    let is_good = |it: &Staged| {
        let age_ms = app.now_ms() - it.made_ms;
        it.begun == begun && (0..STAGED_MS).contains(&age_ms) && file.is_file()
    };
    if let Some(staged) = known.filter(is_good) {
        return Ok(staged);
    }
    sweep(file);
    let made_ms = app.now_ms();
    let held = open.book.snapshot(file)?.into_iter();
    let staged = Staged {
        begun,
        held: held.map(|(id, seq)| (id.0, seq)).collect(),
        made_ms,
    };
    let text = serde_json::to_vec(&staged).map_err(|e| AppError::broken("internal").with(e))?;
    fs::write(&told, text).map_err(unwritable)?;
    Ok(staged)
}

/// Lets go of a copy that waits for too long: something may have been erased since.
pub(super) fn sweep_old(app: &App, open: &OpenBook) {
    let file = beside(open.book.path(), "snapshot");
    let made = fs::metadata(&file).and_then(|it| it.modified());
    let made = made
        .ok()
        .and_then(|at| at.duration_since(std::time::UNIX_EPOCH).ok());
    let made_ms = made.and_then(|since| i64::try_from(since.as_millis()).ok());
    if made_ms.is_some_and(|made_ms| app.now_ms() - made_ms >= STAGED_MS) {
        sweep(&file);
    }
}

fn sweep(file: &Path) {
    for gone in [file.to_owned(), beside(file, "json")] {
        // It is there or not.
        let _ = fs::remove_file(gone);
    }
}

/// Notes that the hub has a snapshot.
fn keep(
    app: &App,
    (open, place): (&OpenBook, &str),
    listing: &Listing,
) -> Result<SyncSnapshot, AppError> {
    let mut state = open.book.place(place)?.unwrap_or_default();
    let there = SnapshotState {
        came_ms: app.now_ms().saturating_add(state.offset_ms.unwrap_or(0)),
        bytes: listing.bytes,
        entries: listing.held.entries(),
    };
    let told = SyncSnapshot::of(place, &there, state.offset_ms);
    state.snapshot = Some(there);
    // The round before has met the place: what is not known any more was forgotten meanwhile.
    if state.place == place {
        open.book.keep_place(&state)?;
    }
    Ok(told)
}

/// Makes this device's file of the newest snapshot at a hub. `false` when there is none that it can
/// start from: then it fetches entry by entry.
///
/// # Errors
/// When the hub stops answering, or the user wants no more. What has come by then lies beside the
/// file and is not fetched again, unless the user wants no more.
pub(super) fn start_from(
    app: &App,
    (place, book): (&str, Uuid),
    (path, device): (&Path, DeviceId),
    on: &dyn Fn(u64, u64) -> bool,
) -> Result<bool, AppError> {
    let mut hub = Hub::new(place, keys::read(app, book, place)?);
    let is_sealed = sealing::is_sealed(app, book, place);
    let ring = is_sealed.then(|| sealing::came(app, book));
    let file = beside(path, "snapshot");
    for _ in 0..NEWER {
        // A hub of an older version has none.
        let Some(listing) = hub.shelf().ok().and_then(|shelf| shelf.newest) else {
            break;
        };
        let Some(manifest) = manifest_of(&listing, ring.as_ref()) else {
            break;
        };
        match download(&mut hub, (&manifest, ring.as_ref()), &file, &pace(on)) {
            Ok(()) => return taken(&file, (path, book, device)),
            // Another one has taken its place, or something was erased.
            Err(Failure::Place(PlaceError::Refused(_))) => {}
            Err(failure) => return Err(failed(failure, &file)),
        }
    }
    sweep(&file);
    Ok(false)
}

/// Puts a file that has come in its place, when it is what it should be.
fn taken(file: &Path, (path, book, device): (&Path, Uuid, DeviceId)) -> Result<bool, AppError> {
    let is_good = adopt(file, book, device).is_ok();
    if is_good {
        fs::rename(file, path).map_err(unwritable)?;
        // It opens, or it is of no use.
        if Book::open(path).is_ok() {
            return Ok(true);
        }
        let _ = fs::remove_file(path);
    }
    sweep(file);
    Ok(false)
}

fn pace(on: &dyn Fn(u64, u64) -> bool) -> Pace<'_> {
    Pace {
        on,
        pause: &|time| std::thread::sleep(PAUSE * 2_u32.saturating_pow(time)),
    }
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push(".");
    name.push(ending);
    path.with_file_name(name)
}

fn failed(failure: Failure, file: &Path) -> AppError {
    match failure {
        Failure::Cancelled => {
            sweep(file);
            AppError::unavailable("cancelled")
        }
        Failure::Place(error) => refused(error),
        Failure::Book(why) => AppError::unavailable("file_unwritable").with(why),
    }
}

fn refused(error: PlaceError) -> AppError {
    match error {
        PlaceError::Refused(code) if code == "busy" => AppError::conflict("snapshot_busy"),
        PlaceError::Refused(code) if code == "outdated" => AppError::conflict("snapshot_outdated"),
        PlaceError::Refused(code) if code == "full" => AppError::conflict("snapshot_too_large"),
        other => place::refused(other),
    }
}

fn unwritable(error: std::io::Error) -> AppError {
    AppError::unavailable("file_unwritable").with(error)
}
