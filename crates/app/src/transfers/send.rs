//! `transfers.send`: the goods leave; they are in transit until they arrive.
use super::steps;
use crate::App;
use crate::error::AppError;
use crate::request::{Amend, Nothing, Written};
use book::dto::Transfer;

/// What it takes.
pub type Input = Amend<Nothing>;
/// What it gives.
pub type Output = Written<Transfer>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let change = input.part;
    app.write(
        change,
        |tx| {
            steps::transfer(tx, &change)?;
            steps::send_now(app, tx, change.id)?;
            Ok(change.id)
        },
        steps::face,
    )
}
