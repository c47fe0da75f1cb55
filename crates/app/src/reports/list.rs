//! `reports.list`: the reports to choose from.
use crate::App;
use crate::error::AppError;
use crate::request::Nothing;
use book::dto::ReportInfo;
use domain::valuation::Method;
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

pub(crate) fn run(app: &App, _input: Input) -> Result<Output, AppError> {
    let mut reports = book::read::reports();
    // What is valued is valued as the book does it, unless somebody asks for another way.
    if app.read(|read| read.valuation())? == Method::Average {
        let valued = reports
            .iter_mut()
            .filter(|info| info.by == ["fifo", "average"]);
        valued.for_each(|info| info.by.reverse());
    }
    Ok(Reports { reports })
}
