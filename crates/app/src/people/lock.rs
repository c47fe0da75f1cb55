//! `people.lock`: nobody is at work any more, until somebody signs in. What was begun stays.
use crate::App;
use crate::error::AppError;
use crate::gate::Session;
use crate::request::Nothing;

/// What it takes.
pub type Input = Nothing;
/// What it gives.
pub type Output = Session;

pub(crate) fn run(app: &App, _: Input) -> Result<Output, AppError> {
    app.seat(None)?;
    app.session()
}
