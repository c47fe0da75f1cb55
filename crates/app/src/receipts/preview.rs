//! `receipts.preview`: a receipt or till report as plain text, in the layout that is printed.
use super::port::Printer;
use super::slip::{SlipAsked, make};
use crate::App;
use crate::error::AppError;
use receipts::plain;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What it takes.
pub type Input = SlipAsked;

/// A slip to look at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct SlipPreview {
    /// Its lines.
    pub text: String,
    /// The columns of the paper.
    pub columns: i64,
    /// Whether it is marked as a copy.
    pub copy: bool,
}

/// What it gives.
pub type Output = SlipPreview;

/// The columns where no printer is set.
const COLUMNS: usize = 42;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let made = make(app, &input)?;
    let columns = Printer::kept(app).map_or(COLUMNS, |printer| printer.columns());
    Ok(SlipPreview {
        text: plain(&made.slip, columns),
        columns: columns as i64,
        copy: made.copy,
    })
}
