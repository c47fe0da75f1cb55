//! `transfers.take_back`: goods under way come back to where they were sent from.
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
    handled(app, &input, "transfer.returned", false)
}
