//! `jobs.get`: how a job stands.
use super::{JobInput, JobState};
use crate::App;
use crate::error::AppError;

/// What it takes.
pub type Input = JobInput;
/// What it gives.
pub type Output = JobState;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    app.jobs().get(input.job)
}
