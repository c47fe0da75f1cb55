//! `book.backup`: a verified copy of the open book in another file.
use crate::App;
use crate::error::AppError;
use std::path::Path;
use crate::jobs::{Jobs, json};
use crate::write::within;
use crate::jobs::JobStarted;

use super::BookPath;

/// What it takes.
pub type Input = BookPath;
/// What it gives.
pub type Output = JobStarted;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let open = app.book()?;
    if Path::new(&input.path).exists() {
        return Err(AppError::at("path", "file_exists").with(&input.path));
    }
    Jobs::start(app, "book.backup", move |_, progress| {
        progress.step("copying", "pages", None);
        within(|hold| {
            let path = Path::new(&input.path);
            open.book.backup(path, &mut |done, total| hold.keep(progress.count(done, total)))
        })?;
        json(&input)
    })
}
