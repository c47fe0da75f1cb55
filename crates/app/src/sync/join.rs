//! `sync.join`: makes this device's own file of a book that lies at a place, and opens it.
use std::cell::RefCell;
use std::path::{Path, PathBuf};

use ::book::{Book, Identity};
use domain::DeviceId;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sync::engine::Progress as Share;
use sync::folder::Folder;
use sync::{About, PlaceError};
use ts_rs::TS;
use uuid::Uuid;

use super::{SyncRounds, keys, place, round, sealing, shelf};
use crate::App;
use crate::desk::OpenBook;
use crate::error::AppError;
use crate::jobs::{JobStarted, Jobs, Progress, json};

/// Which book, and where its file goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct SyncJoin {
    /// The file; it must not exist.
    pub path: String,
    /// A folder, or the address of a hub.
    pub place: String,
    /// What this device is called.
    pub name: String,
    /// The book, where the place has several.
    pub book: Option<Uuid>,
    /// The one-time code of a hub.
    pub code: Option<String>,
}

/// What it takes.
pub type Input = SyncJoin;
/// What it gives.
pub type Output = JobStarted;
/// What the job comes to.
pub type Done = SyncRounds;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let place = place::named(&input.place)?;
    let name = super::rename::checked(&input.name)?;
    if Path::new(&input.path).exists() {
        return Err(AppError::at("path", "file_exists").with(&input.path));
    }
    let wanted = match (place::is_hub(&place), &input.code) {
        (true, None) => return Err(AppError::at("code", "required")),
        (true, Some(code)) => {
            // A code that is not whole is not used up.
            sealing::parts(code)?;
            Wanted::ByCode(code.clone())
        }
        (false, _) => Wanted::Book(book_at(&place, input.book)?),
    };
    Jobs::start(app, "sync.join", move |app, progress| {
        let path = Path::new(&input.path);
        let aside = aside(path);
        // What an earlier try left is of no use to anybody.
        let _ = std::fs::remove_file(&aside);
        let joined = fill(app, (&aside, &wanted), (&place, &name), progress);
        let unwritable = |error| AppError::unavailable("file_unwritable").with(error);
        let named = joined.and_then(|rounds| {
            std::fs::rename(&aside, path).map_err(unwritable)?;
            Ok(rounds)
        });
        let rounds = named.inspect_err(|_| {
            let _ = std::fs::remove_file(&aside);
        })?;
        app.put_book(Book::open(path)?)?;
        json(&rounds)
    })
}

/// Which book.
enum Wanted {
    /// This one.
    Book(Uuid),
    /// The one that a hub's code is for.
    ByCode(String),
}

/// The file has its name when it holds the book.
fn aside(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push(".joining");
    path.with_file_name(name)
}

/// The book that a place has, or the one of several that was asked for.
fn book_at(place: &str, asked: Option<Uuid>) -> Result<Uuid, AppError> {
    let books = Folder::books(Path::new(place))
        .map_err(|error| AppError::at("place", "place_unknown").with(error))?;
    match (asked, books.as_slice()) {
        (Some(book), books) if books.contains(&book) => Ok(book),
        (None, [book]) => Ok(*book),
        (_, []) => Err(AppError::at("place", "place_empty")),
        _ => Err(AppError::at("book", "place_several_books").with(shown(&books))),
    }
}

fn shown(books: &[Uuid]) -> String {
    let ids: Vec<String> = books.iter().map(Uuid::to_string).collect();
    ids.join(", ")
}

/// Enrols with a hub's code, and keeps the keys that came with it; returns the book. With a code
/// that enrolled this installation before, when joining broke off, it goes on as what it is.
fn enrolled(app: &App, (place, whole): (&str, &str), about: &About) -> Result<Uuid, AppError> {
    let (code, ring) = sealing::parts(whole)?;
    let joining = format!("joining {place} {code}");
    let known = keys::text(app, &joining).and_then(|book| Uuid::parse_str(&book).ok());
    if let Some(book) = known.filter(|book| keys::read(app, *book, place).is_ok()) {
        return Ok(book);
    }
    let book = place::enrolled(app, (place, code), None, about)?;
    if ring.is_some() {
        sealing::begin(app, book, place, ring)?;
    }
    keys::keep_text(app, joining, book.to_string())?;
    Ok(book)
}

/// Makes the file and fetches the book into it.
fn fill(
    app: &App,
    (path, wanted): (&Path, &Wanted),
    (place, name): (&str, &str),
    progress: &mut Progress,
) -> Result<SyncRounds, AppError> {
    let device = DeviceId(app.new_id());
    let about = About {
        device: device.0,
        name: name.to_owned(),
        prefix: String::new(),
    };
    let identity = Identity {
        book: match wanted {
            Wanted::Book(book) => *book,
            Wanted::ByCode(code) => enrolled(app, (place, code), &about)?,
        },
        device,
        prefix: String::new(),
    };
    let (book, begins_with) = begun(app, (path, &identity), place, progress)?;
    book.describe_device(identity.device, name, "")?;
    let open = OpenBook::new(book)?;
    progress.step("copying", "entries", None);
    let fetched = fetch(app, (&open, place), begins_with, progress)?;
    let prefix = open.book.free_prefix(&[])?;
    open.book.describe_device(identity.device, "", &prefix)?;
    // The others learn the prefix with the first round that says it.
    let told = round::once(app, &open, place, &|_| true)?;
    Ok(SyncRounds {
        rounds: vec![super::SyncRound {
            fetched: begins_with + fetched + told.fetched,
            ..told
        }],
    })
}

/// The file of this device: of a snapshot, where there is one, or empty; and how many entries it
/// begins with.
fn begun(
    app: &App,
    (path, identity): (&Path, &Identity),
    place: &str,
    progress: &mut Progress,
) -> Result<(Book, i64), AppError> {
    if place::is_hub(place) {
        progress.step("starting", "bytes", None);
        let progress = RefCell::new(&mut *progress);
        let on = |done, total| progress.borrow_mut().count(done, total).is_ok();
        let asked = (place, identity.book);
        if shelf::start_from(app, asked, (path, identity.device), &on)? {
            let book = Book::open(path)?;
            let entries: u64 = book.version_vector()?.values().sum();
            return Ok((book, i64::try_from(entries).unwrap_or(i64::MAX)));
        }
    }
    let book = Book::create(path, identity).map_err(|e| AppError::from(e).in_field("path"))?;
    Ok((book, 0))
}

/// Fetches what the file lacks: what was erased since a snapshot was made goes with it. How many
/// entries came.
fn fetch(
    app: &App,
    (open, place): (&OpenBook, &str),
    begins_with: i64,
    progress: &mut Progress,
) -> Result<i64, AppError> {
    let progress = RefCell::new(progress);
    let on = |share: Share| progress.borrow_mut().count(share.done, share.total).is_ok();
    let fetched = round::once(app, open, place, &on)?;
    let is_whole = fetched.fetched > 0 && begins_with == 0;
    match fetched.failure {
        Some(why) if why == PlaceError::KeyMissing.to_string() && !is_whole => {
            Err(place::refused(PlaceError::KeyMissing))
        }
        Some(why) if begins_with > 0 => Err(AppError::unavailable("hub_away").with(why)),
        why if fetched.fetched + begins_with == 0 => {
            Err(AppError::at("place", "place_empty").with(why.unwrap_or_default()))
        }
        _ => Ok(fetched.fetched),
    }
}
