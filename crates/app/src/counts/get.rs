//! `counts.get`: a count with what it found beside what should be there.
use crate::App;
use crate::error::AppError;
use book::dto::Count;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// A count asked for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct CountAsked {
    /// The count.
    #[ts(optional = false)]
    pub id: Uuid,
    /// Shows what should be there even while a blind count is under way.
    pub reveal: Option<bool>,
}

/// What it takes.
pub type Input = CountAsked;
/// What it gives.
pub type Output = Count;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    app.read(|read| read.count(input.id, input.reveal == Some(true)))
}
