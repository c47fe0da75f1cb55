//! `transfers.amend`: changes a transfer that was not sent yet.
use super::input::{TransferInput, document};
use super::steps;
use crate::App;
use crate::error::AppError;
use crate::request::{Amend, Written};
use book::Said;
use book::dto::Transfer;

/// What it takes.
pub type Input = Amend<TransferInput>;
/// What it gives.
pub type Output = Written<Transfer>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let change = input.part;
    app.write(
        change,
        |tx| {
            let now = steps::transfer(tx, &change)?;
            let said = domain::transfer::amend(&now, document(tx, &input.body)?)?;
            let subject = steps::subject(change.id);
            tx.append(Said::new(subject, "transfer.amended", &said))?;
            Ok(change.id)
        },
        steps::face,
    )
}
