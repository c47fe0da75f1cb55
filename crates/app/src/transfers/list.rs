//! `transfers.list`: a window of the transfers, the newest first.
use crate::App;
use crate::error::AppError;
use crate::list::check_window;
use book::dto::{Page, TransferRow, TransferState};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A window of the transfers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct TransferList {
    /// A part of a number, of what it is about or of a place's name, or goods of it.
    pub text: Option<String>,
    /// Only those that have come so far.
    pub state: Option<TransferState>,
    /// The place of the first row, from 0.
    #[ts(optional = false)]
    pub offset: i64,
    /// How many rows, at most 200.
    #[ts(optional = false)]
    pub limit: i64,
}

/// What it takes.
pub type Input = TransferList;
/// What it gives.
pub type Output = Page<TransferRow>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    check_window(input.offset, input.limit)?;
    let window = (input.offset, input.limit);
    app.read_rows(|read| read.transfers(input.text.as_deref(), input.state, window))
}
