//! `purchases.amend`: writes a draft anew.
use super::input::{PurchaseInput, document};
use super::steps;
use crate::App;
use crate::error::AppError;
use crate::request::{Amend, Written};
use book::Said;
use book::dto::Purchase;

/// What it takes.
pub type Input = Amend<PurchaseInput>;
/// What it gives.
pub type Output = Written<Purchase>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let change = input.part;
    app.write(
        change,
        |tx| {
            let now = steps::seen(tx, &change)?;
            let said = domain::purchase::amend(&now, document(tx, &input.body)?)?;
            let subject = steps::subject(change.id);
            tx.append(Said::new(subject, "purchase.amended", &said))?;
            Ok(change.id)
        },
        steps::face,
    )
}
