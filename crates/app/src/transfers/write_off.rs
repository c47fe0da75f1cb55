//! `transfers.write_off`: goods under way are lost or broken, and why.
use super::steps::{TransferHandled, handled};
use crate::App;
use crate::error::AppError;
use crate::request::{Amend, Written};
use book::dto::Transfer;

/// What it takes.
pub type Input = Amend<TransferHandled>;
/// What it gives.
pub type Output = Written<Transfer>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    handled(app, &input, "transfer.written_off", true)
}
