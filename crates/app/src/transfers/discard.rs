//! `transfers.discard`: throws a transfer away that was not sent.
use super::steps;
use crate::App;
use crate::error::AppError;
use crate::request::{Amend, Nothing, Written};
use book::Said;
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
            let now = steps::transfer(tx, &change)?;
            domain::transfer::discard(&now)?;
            let (subject, said) = (steps::subject(change.id), serde_json::json!({}));
            tx.append(Said::new(subject, "transfer.discarded", &said))?;
            Ok(change.id)
        },
        steps::face,
    )
}
