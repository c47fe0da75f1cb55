//! `book.rebuild`: makes every projection anew from the journal.
use crate::App;
use crate::error::AppError;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use crate::event::Event;
use crate::jobs::{Jobs, json};
use crate::write::within;
use crate::jobs::JobStarted;
use crate::request::Nothing;

/// What it takes.
pub type Input = Nothing;
/// What it gives.
pub type Output = JobStarted;

/// What a rebuild came to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Rebuilt {
    /// The digest of the projections: the same on every device with the same entries.
    pub digest: String,
}

pub(crate) fn run(app: &App, _input: Input) -> Result<Output, AppError> {
    let open = app.book()?;
    Jobs::start(app, "book.rebuild", move |app, progress| {
        progress.step("rebuilding", "records", None);
        let digest = within(|hold| {
            open.book.rebuild(&mut |done, total| hold.keep(progress.count(done, total)))
        })?;
        app.tell(&Event::all_changed());
        json(&Rebuilt { digest: digest.to_string() })
    })
}
