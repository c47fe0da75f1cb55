//! `sync.join`: makes this device's own file of a book that lies at a place, and opens it.
use std::path::{Path, PathBuf};

use ::book::{Book, Identity};
use domain::DeviceId;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sync::folder::Folder;
use sync::{About, PlaceError};
use ts_rs::TS;
use uuid::Uuid;

use super::{SyncRounds, place, round, sealing};
use crate::App;
use crate::desk::OpenBook;
use crate::error::AppError;
use crate::jobs::{JobStarted, Jobs, json};

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
        progress.step("copying", "entries", None);
        let path = Path::new(&input.path);
        let aside = aside(path);
        // What an earlier try left is of no use to anybody.
        let _ = std::fs::remove_file(&aside);
        let joined = fill(app, (&aside, &wanted), (&place, &name));
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

/// Enrols with a hub's code, and keeps the keys that came with it; returns the book.
fn enrolled(app: &App, (place, code): (&str, &str), about: &About) -> Result<Uuid, AppError> {
    let (code, ring) = sealing::parts(code)?;
    let book = place::enrolled(app, (place, code), None, about)?;
    if ring.is_some() {
        sealing::begin(app, book, place, ring)?;
    }
    Ok(book)
}

/// Makes the file and fetches the book into it.
fn fill(
    app: &App,
    (path, wanted): (&Path, &Wanted),
    (place, name): (&str, &str),
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
    let book = Book::create(path, &identity).map_err(|e| AppError::from(e).in_field("path"))?;
    book.describe_device(identity.device, name, "")?;
    let open = OpenBook::new(book)?;
    let fetched = round::once(app, &open, place, &|_| true)?;
    if fetched.fetched == 0 {
        let why = fetched.failure.unwrap_or_default();
        if why == PlaceError::KeyMissing.to_string() {
            return Err(place::refused(PlaceError::KeyMissing));
        }
        return Err(AppError::at("place", "place_empty").with(why));
    }
    let prefix = open.book.free_prefix(&[])?;
    open.book.describe_device(identity.device, "", &prefix)?;
    // The others learn the prefix with the first round that says it.
    let told = round::once(app, &open, place, &|_| true)?;
    Ok(SyncRounds {
        rounds: vec![super::SyncRound {
            fetched: fetched.fetched + told.fetched,
            ..told
        }],
    })
}
