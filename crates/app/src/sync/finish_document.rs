//! `sync.finish_document`: a document that this device has taken is dealt with. Its content goes
//! from the hub, which never takes the same one in again.
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sync::hub::Hub;
use ts_rs::TS;
use uuid::Uuid;

use super::take_document::SyncDocumentInput;
use super::{keys, place, real_book};
use crate::App;
use crate::error::AppError;
use crate::jobs::{JobStarted, Jobs, json};

/// A document that is dealt with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct SyncDocumentDone {
    /// The document.
    pub document: Uuid,
}

/// What it takes.
pub type Input = SyncDocumentInput;
/// What it gives.
pub type Output = JobStarted;
/// What the job comes to.
pub type Done = SyncDocumentDone;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let open = real_book(app)?;
    let keys = keys::read(app, open.book.id(), &input.place)?;
    Jobs::start(app, "sync.finish_document", move |_, _| {
        let mut hub = Hub::new(&input.place, keys);
        let lease = open.book.device()?.id.0;
        let done = hub.documents_done(lease, &[input.document]);
        match done.map_err(place::refused)?.as_slice() {
            [] => Err(AppError::conflict("document_taken")),
            _ => json(&SyncDocumentDone {
                document: input.document,
            }),
        }
    })
}
