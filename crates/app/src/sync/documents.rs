//! `sync.documents`: the documents from foreign systems that wait at a hub, oldest first.
use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sync::hub::{Document, Hub};
use ts_rs::TS;
use uuid::Uuid;

use super::{PlaceInput, keys, place, real_book};
use crate::App;
use crate::error::AppError;
use crate::jobs::{JobStarted, Jobs, json};

/// What waits at a hub.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct SyncDocuments {
    /// The address of the hub.
    pub place: String,
    /// The documents, oldest first; a hub lists 500 at most.
    pub documents: Vec<SyncDocument>,
    /// Now, UTC.
    pub now_ms: i64,
}

/// A document that waits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct SyncDocument {
    /// Its id.
    pub document: Uuid,
    /// What the shop calls the channel that brought it.
    pub channel: String,
    /// The sender's own id for it.
    pub external: Option<String>,
    /// What it says that it is.
    pub media_type: String,
    /// Bytes of its content.
    pub bytes: i64,
    /// When it came, UTC.
    pub received_ms: i64,
    /// A device has it just now.
    pub is_taken: bool,
}

/// What it takes.
pub type Input = PlaceInput;
/// What it gives.
pub type Output = JobStarted;
/// What the job comes to.
pub type Done = SyncDocuments;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let open = real_book(app)?;
    let keys = keys::read(app, open.book.id(), &input.place)?;
    Jobs::start(app, "sync.documents", move |app, _| {
        let mut hub = Hub::new(&input.place, keys);
        let now_ms = app.now_ms();
        let documents = waiting(&mut hub, now_ms)?;
        json(&SyncDocuments {
            place: input.place,
            documents,
            now_ms,
        })
    })
}

fn waiting(hub: &mut Hub, now_ms: i64) -> Result<Vec<SyncDocument>, AppError> {
    let channels = hub.channels().map_err(place::refused)?.into_iter();
    let names: BTreeMap<Uuid, String> = channels.map(|one| (one.channel, one.name)).collect();
    let found = hub.documents().map_err(place::refused)?.into_iter();
    Ok(found.map(|one| told(one, &names, now_ms)).collect())
}

fn told(document: Document, names: &BTreeMap<Uuid, String>, now_ms: i64) -> SyncDocument {
    SyncDocument {
        document: document.document,
        channel: names.get(&document.channel).cloned().unwrap_or_default(),
        external: document.external,
        media_type: document.media_type,
        bytes: document.bytes,
        received_ms: document.received_ms,
        is_taken: document.leased_until_ms > now_ms,
    }
}
