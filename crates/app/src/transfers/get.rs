//! `transfers.get`: a transfer with everything about it.
use crate::App;
use crate::error::AppError;
use crate::request::RecordInput;
use book::dto::Transfer;

/// What it takes.
pub type Input = RecordInput;
/// What it gives.
pub type Output = Transfer;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    app.read_rows(|read| read.transfer(input.id))
}
