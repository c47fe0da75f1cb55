//! `jobs.list`: the jobs that run, and the last ones that ran.
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::JobState;
use crate::App;
use crate::error::AppError;
use crate::request::Nothing;

/// What it takes.
pub type Input = Nothing;

/// The jobs known.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct JobList {
    /// The jobs, the newest first.
    pub jobs: Vec<JobState>,
}

/// What it gives.
pub type Output = JobList;

pub(crate) fn run(app: &App, _input: Input) -> Result<Output, AppError> {
    Ok(JobList {
        jobs: app.jobs().all(),
    })
}
