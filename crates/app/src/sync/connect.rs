//! `sync.connect`: connects the book with a folder or a hub, and copies it there and back.
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sync::{PlaceError, Replica as _};
use ts_rs::TS;

use super::place::Keeps;
use super::replica::BookReplica;
use super::{SyncRounds, keys, place, real_book, round, sealing};
use crate::App;
use crate::error::AppError;
use crate::jobs::{JobStarted, Jobs, json};

/// A place to connect with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct SyncConnect {
    /// A folder, or the address of a hub.
    pub place: String,
    /// What this device is called.
    pub name: String,
    /// The one-time code of a hub.
    pub code: Option<String>,
    /// Whether what the hub keeps is sealed, so that it cannot read it, when the book is new there;
    /// unless said otherwise, it is. A book that is there stays as it is.
    pub sealed: Option<bool>,
}

/// What it takes.
pub type Input = SyncConnect;
/// What it gives.
pub type Output = JobStarted;
/// What the job comes to.
pub type Done = SyncRounds;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let open = real_book(app)?;
    let place = place::named(&input.place)?;
    let name = super::rename::checked(&input.name)?;
    let code = match (&input.code, place::is_hub(&place)) {
        (Some(code), true) => {
            // A code that is not whole is not used up.
            sealing::parts(code)?;
            Some(code.clone())
        }
        (None, true) if keys::read(app, open.book.id(), &place).is_err() => {
            return Err(AppError::at("code", "required"));
        }
        _ => None,
    };
    Jobs::start(app, "sync.connect", move |app, progress| {
        progress.step("copying", "entries", None);
        let own = open.book.device()?.id;
        open.book.describe_device(own, &name, "")?;
        if let Some(code) = &code {
            let about = BookReplica {
                app,
                open: &open,
                place: &place,
            }
            .about()?;
            let book = open.book.id();
            let (code, ring) = sealing::parts(code)?;
            place::enrolled(app, (&place, code), Some(book), &about)?;
            match place::keeps(app, (&place, book), &about)? {
                Keeps::InClear => {}
                Keeps::Nothing if !input.sealed.unwrap_or(true) => {}
                Keeps::Sealed if ring.is_none() && !sealing::has_keys(app, book) => {
                    return Err(place::refused(PlaceError::KeyMissing));
                }
                Keeps::Nothing | Keeps::Sealed => sealing::begin(app, book, &place, ring)?,
            }
        }
        let done = round::once(app, &open, &place, &|_| true)?;
        if done.failure.is_some()
            && open
                .book
                .place(&place)?
                .is_some_and(|it| it.contact_ms.is_none())
        {
            // A place that never answered is none that the book is connected with.
            open.book.forget_place(&place)?;
        }
        app.wake_sync();
        json(&SyncRounds { rounds: vec![done] })
    })
}
