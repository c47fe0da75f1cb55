//! Sync: the book's journals copied to and from folders and hubs, in the background or when asked.
pub mod connect;
pub mod disconnect;
pub mod documents;
pub mod finish_document;
pub mod invite;
pub mod join;
mod keeping;
mod keys;
mod news;
mod pages;
mod place;
pub mod rename;
mod replica;
pub mod revoke;
mod round;
pub mod run;
mod sealing;
pub mod settle;
mod shelf;
pub mod snapshot;
pub mod status;
pub mod take_document;

pub(crate) use keeping::Keeping;
pub use status::SyncStatus;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::App;
use crate::desk::OpenBook;
use crate::error::AppError;

/// A place, as a person names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PlaceInput {
    /// A folder, or the address of a hub.
    pub place: String,
}

/// What a round with a place came to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct SyncRound {
    /// The place.
    pub place: String,
    /// Entries that are new here.
    pub fetched: i64,
    /// Entries that the place took.
    pub given: i64,
    /// What could not be taken in and went into quarantine.
    pub refused: i64,
    /// This device has another name and prefix now: its file was copied, or restored.
    pub renewed: bool,
    /// Why it did not end well.
    pub failure: Option<String>,
}

/// What rounds came to, place by place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct SyncRounds {
    /// The rounds.
    pub rounds: Vec<SyncRound>,
}

/// Refuses a book to practise on: nothing of it may ever be taken for something real.
fn check_real(open: &OpenBook) -> Result<(), AppError> {
    match open.book.trains_for()? {
        Some(_) => Err(AppError::conflict("sync_training")),
        None => Ok(()),
    }
}

/// The hub that the open book is connected with, by which customers reach what it shows.
pub(crate) fn hub_of(app: &App) -> Result<String, AppError> {
    let open = real_book(app)?;
    let places = open.book.places()?.into_iter().map(|state| state.place);
    let mut hubs = places.filter(|place| place::is_hub(place));
    hubs.next().ok_or_else(|| AppError::conflict("sync_no_hub"))
}

/// The open book, which is a real one.
fn real_book(app: &App) -> Result<std::sync::Arc<OpenBook>, AppError> {
    let open = app.book()?;
    check_real(&open)?;
    Ok(open)
}
