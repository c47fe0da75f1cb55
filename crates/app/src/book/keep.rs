//! `book.keep`: keeps the settings of this installation for the next start.
use crate::App;
use crate::error::AppError;
use super::kept::Kept;
use crate::request::Nothing;

/// What it takes.
pub type Input = Kept;
/// What it gives.
pub type Output = Nothing;

/// The most that the page may keep, in bytes of JSON.
const KEPT_BYTES: usize = 256 * 1024;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    if input.settings.to_string().len() > KEPT_BYTES {
        return Err(AppError::at("settings", "too_long").with(KEPT_BYTES));
    }
    app.settings().keep(&input.settings)?;
    Ok(Nothing {})
}
