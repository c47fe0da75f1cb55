//! `book.kept`: the settings of this installation, as the page left them.
use crate::App;
use crate::error::AppError;
use crate::request::Nothing;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

/// What it takes.
pub type Input = Nothing;

/// Settings of this installation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Kept {
    /// Whatever the page keeps: theme, density, language, folders.
    #[ts(type = "unknown")]
    pub settings: Value,
}

/// What it gives.
pub type Output = Kept;

pub(crate) fn run(app: &App, _input: Input) -> Result<Output, AppError> {
    Ok(Kept {
        settings: app.settings().kept(),
    })
}
