//! `reports.list`: the reports to choose from.
use crate::App;
use crate::error::AppError;
use crate::request::Nothing;
use book::dto::ReportInfo;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What it takes.
pub type Input = Nothing;

/// The reports.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Reports {
    /// In the order of the list.
    pub reports: Vec<ReportInfo>,
}

/// What it gives.
pub type Output = Reports;

pub(crate) fn run(_app: &App, _input: Input) -> Result<Output, AppError> {
    Ok(Reports {
        reports: book::read::reports(),
    })
}
