//! `sync.take_document`: what a document that waits at a hub says. For five minutes no other device
//! gets it, so that nobody else enters it meanwhile.
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sync::hub::Hub;
use ts_rs::TS;
use uuid::Uuid;

use super::{keys, place, real_book};
use crate::App;
use crate::error::AppError;
use crate::jobs::{JobStarted, Jobs, json};

/// A document at a hub.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SyncDocumentInput {
    /// The address of the hub.
    pub place: String,
    /// The document.
    pub document: Uuid,
}

/// A document with its content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct SyncDocumentBody {
    /// The document.
    pub document: Uuid,
    /// What it says; null where that is no text.
    pub text: Option<String>,
    /// Until when it is this device's, UTC.
    pub until_ms: i64,
}

/// What it takes.
pub type Input = SyncDocumentInput;
/// What it gives.
pub type Output = JobStarted;
/// What the job comes to.
pub type Done = SyncDocumentBody;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let open = real_book(app)?;
    let keys = keys::read(app, open.book.id(), &input.place)?;
    Jobs::start(app, "sync.take_document", move |_, _| {
        let mut hub = Hub::new(&input.place, keys);
        let lease = open.book.device()?.id.0;
        let taken = hub.take_document(lease, input.document);
        let taken = taken.map_err(place::refused)?;
        let (about, body) = taken.ok_or_else(|| AppError::conflict("document_taken"))?;
        json(&SyncDocumentBody {
            document: input.document,
            text: String::from_utf8(body).ok(),
            until_ms: about.leased_until_ms,
        })
    })
}
