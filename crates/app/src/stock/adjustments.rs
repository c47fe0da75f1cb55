//! `stock.adjustments`: a window of the adjustments, the newest first.
use crate::App;
use crate::error::AppError;
use crate::list::check_window;
use book::dto::{Adjustment, Page};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A window of adjustments.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct AdjustmentList {
    /// A part of the reason, or goods of it.
    pub text: Option<String>,
    /// Only those with this reason.
    pub reason: Option<String>,
    /// The place of the first row, from 0.
    #[ts(optional = false)]
    pub offset: i64,
    /// How many rows, at most 200.
    #[ts(optional = false)]
    pub limit: i64,
}

/// What it takes.
pub type Input = AdjustmentList;
/// What it gives.
pub type Output = Page<Adjustment>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    check_window(input.offset, input.limit)?;
    let window = (input.offset, input.limit);
    let (text, reason) = (input.text.as_deref(), input.reason.as_deref());
    app.read_rows(|read| read.adjustments(text, reason, window))
}

#[cfg(test)]
mod found_by_words;
