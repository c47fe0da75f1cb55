//! `till.report`: the X report of the open session, or an earlier Z report again, marked as a copy.
use crate::App;
use crate::error::AppError;
use book::dto::TillReport;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// Which session; the open one of this device when nothing is named.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct TillAsked {
    /// The session.
    pub id: Option<Uuid>,
    /// The number of its Z report.
    pub number: Option<String>,
}

/// What it takes.
pub type Input = TillAsked;
/// What it gives.
pub type Output = TillReport;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let open = app.book()?;
    let report = open.book.read_rows(|read| {
        let id = match (&input.id, &input.number) {
            (Some(id), _) => Some(*id),
            (None, Some(number)) => read.till_of_number(number)?,
            (None, None) => read.open_till()?,
        };
        id.map(|id| read.till_report(id, true)).transpose()
    })?;
    report.ok_or_else(|| match input.number {
        Some(_) => AppError::not_found("till_unknown").in_field("number"),
        None => AppError::conflict("till_not_open"),
    })
}
