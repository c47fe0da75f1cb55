//! `purchases.date`: other days than those that were agreed, for all or for single lines.
use super::steps;
use crate::App;
use crate::day;
use crate::error::AppError;
use crate::request::{Amend, Written};
use book::dto::Purchase;
use domain::purchase::LineDay;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The day of one line.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct PurchaseLineDay {
    /// The line.
    #[ts(optional = false)]
    pub line: u32,
    /// When it is to come; with the rest when absent.
    pub expected: Option<String>,
}

/// Other days.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct PurchaseDays {
    /// When the rest is to come; nobody knows when absent.
    pub expected: Option<String>,
    /// The days of single lines; lines that are not named keep theirs.
    pub lines: Option<Vec<PurchaseLineDay>>,
}

/// What it takes.
pub type Input = Amend<PurchaseDays>;
/// What it gives.
pub type Output = Written<Purchase>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let expected = day::optional("expected", input.body.expected.as_deref())?;
    let said = input.body.lines.unwrap_or_default();
    let lines = said.iter().enumerate().map(|(index, one)| {
        let field = format!("lines.{index}.expected");
        Ok(LineDay {
            line: one.line,
            expected: day::optional(&field, one.expected.as_deref())?,
        })
    });
    let lines = lines.collect::<Result<Vec<_>, AppError>>()?;
    steps::change(app, &input.part, "purchase.dated", |now| {
        domain::purchase::date(now, expected, &lines)
    })
}
