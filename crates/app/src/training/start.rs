//! `training.start`: puts a copy of the book on the desk, to practise on. The copy lies beside the
//! book and is gone on with until a fresh one is asked for; the real book is not touched.
use crate::App;
use crate::error::AppError;
use crate::event::Event;
use crate::jobs::{JobStarted, Jobs, Progress, json};
use crate::write::within;
use book::Book;
use domain::DeviceId;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use ts_rs::TS;

/// How practice begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct TrainingStart {
    /// Throws an earlier copy away and makes a fresh one.
    pub fresh: Option<bool>,
}

/// The copy that is practised on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct TrainingBook {
    /// The file.
    pub path: String,
    /// Whether it was made just now.
    pub fresh: bool,
}

/// What it takes.
pub type Input = TrainingStart;
/// What it gives.
pub type Output = JobStarted;
/// What the job comes to.
pub type Done = TrainingBook;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let open = app.book()?;
    if open.book.trains_for()?.is_some() {
        return Err(AppError::conflict("training_already"));
    }
    let path = beside(open.book.path());
    Jobs::start(app, "training.start", move |app, progress| {
        let known = !input.fresh.unwrap_or(false) && is_copy(&path);
        if !known {
            copy(app, &open.book, &path, progress)?;
        }
        app.put_book(Book::open(&path)?)?;
        app.tell(&Event::all_changed());
        json(&TrainingBook {
            path: path.display().to_string(),
            fresh: !known,
        })
    })
}

fn copy(app: &App, real: &Book, path: &Path, progress: &mut Progress) -> Result<(), AppError> {
    super::leave::throw_away(path);
    progress.step("copying", "pages", None);
    let device = DeviceId(app.new_id());
    within(|hold| {
        real.rehearse(path, device, &mut |done, total| {
            hold.keep(progress.count(done, total))
        })
    })
}

/// Where the copy of a book lies.
fn beside(real: &Path) -> PathBuf {
    real.with_extension("training.counterbook")
}

/// Whether a file is a copy to practise on: whatever else lies there is not opened as one.
fn is_copy(path: &Path) -> bool {
    let copy = Book::open(path).and_then(|copy| copy.trains_for());
    copy.is_ok_and(|real| real.is_some())
}
