//! `sync.revoke`: a device that was lost or given away fetches nothing from the hub any more, and
//! gets no key for what is written from now on.
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sync::hub::Hub;
use ts_rs::TS;
use uuid::Uuid;

use super::{keys, place, real_book, sealing};
use crate::App;
use crate::error::AppError;
use crate::jobs::{JobStarted, Jobs, json};
use crate::request::Nothing;

/// A device and the hub that is to refuse it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SyncRevoke {
    /// The address of the hub.
    pub place: String,
    /// The device.
    pub device: Uuid,
}

/// What it takes.
pub type Input = SyncRevoke;
/// What it gives.
pub type Output = JobStarted;
/// What the job comes to.
pub type Done = Nothing;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let open = real_book(app)?;
    let keys = keys::read(app, open.book.id(), &input.place)?;
    Jobs::start(app, "sync.revoke", move |app, _| {
        let mut hub = Hub::new(&input.place, keys);
        hub.revoke(input.device).map_err(place::refused)?;
        if sealing::is_sealed(app, open.book.id(), &input.place) {
            sealing::change(app, &open, input.device)?;
            app.wake_sync();
        }
        json(&Nothing {})
    })
}
