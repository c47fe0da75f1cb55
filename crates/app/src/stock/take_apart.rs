//! `stock.take_apart`: takes bundles apart that were put together, into what they are made of now.
use super::{assemble, assembly};
use crate::App;
use crate::error::AppError;

/// What it takes.
pub type Input = assemble::Input;
/// What it gives.
pub type Output = assemble::Output;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    assembly::write(app, &input, -1)
}
