//! `sync.invite`: a one-time code with which one more device joins the book at a hub.
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sync::hub::Hub;
use ts_rs::TS;

use super::{PlaceInput, keys, place, real_book, sealing};
use crate::App;
use crate::error::AppError;
use crate::jobs::{JobStarted, Jobs, json};

/// A code for one more device.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct SyncInvitation {
    /// The address of the hub.
    pub place: String,
    /// The code; with the keys of the book behind a full stop where the hub is given nothing in
    /// clear.
    pub code: String,
    /// Until when it is good, UTC.
    pub expires_ms: i64,
}

/// What it takes.
pub type Input = PlaceInput;
/// What it gives.
pub type Output = JobStarted;
/// What the job comes to.
pub type Done = SyncInvitation;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let open = real_book(app)?;
    let keys = keys::read(app, open.book.id(), &input.place)?;
    Jobs::start(app, "sync.invite", move |app, _| {
        let mut hub = Hub::new(&input.place, keys);
        let invited = hub.invite().map_err(place::refused)?;
        let code = sealing::whole(app, &open, (&input.place, invited.code))?;
        json(&SyncInvitation {
            place: input.place,
            code,
            expires_ms: invited.expires_ms,
        })
    })
}
