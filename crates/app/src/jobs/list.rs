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

/// What it gives.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[ts(rename = "JobsListOutput")]
#[schemars(rename = "JobsListOutput")]
pub struct Output {
    /// The jobs, the newest first.
    pub jobs: Vec<JobState>,
}

pub(crate) fn run(app: &App, _input: Input) -> Result<Output, AppError> {
    Ok(Output { jobs: app.jobs().all() })
}
