//! Long work: a thread per job, progress at most ten times a second, a flag to cancel, an output.
pub mod cancel;
pub mod get;
pub mod list;
mod progress;
mod registry;

pub(crate) use progress::Progress;
pub(crate) use registry::Jobs;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;
use uuid::Uuid;

use crate::error::AppError;

/// What came out of a job.
pub(crate) fn json(output: &impl Serialize) -> Result<Value, AppError> {
    serde_json::to_value(output).map_err(|error| AppError::broken("internal").with(error))
}

/// Where a job stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum JobPhase {
    /// At work.
    Running,
    /// Finished; `output` holds what came out.
    Done,
    /// Given up; `error` says why.
    Failed,
    /// Called off.
    Cancelled,
}

/// A job as it stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct JobState {
    /// The job's id.
    pub job: Uuid,
    /// The verb that started it.
    pub verb: String,
    /// Where it stands.
    pub state: JobPhase,
    /// How many units of work are done.
    pub done: i64,
    /// How many there are; null while unknown.
    pub total: Option<i64>,
    /// What is counted, such as `rows` or `bytes`.
    pub unit: String,
    /// The step it is at, as a code.
    pub message: Option<String>,
    /// When it started, UTC.
    pub started_at_ms: i64,
    /// How long it will take from now; null while unknown.
    pub remaining_ms: Option<i64>,
    /// What came out; a job that was called off may have something to show too.
    #[ts(type = "unknown")]
    pub output: Option<Value>,
    /// Why it failed.
    pub error: Option<AppError>,
}

/// The answer of a verb that starts a job.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct JobStarted {
    /// The job's id.
    pub job: Uuid,
}

/// A job asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct JobInput {
    /// The job's id.
    pub job: Uuid,
}
