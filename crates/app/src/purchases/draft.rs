//! `purchases.draft`: writes a purchase down without ordering it.
use super::input::{PurchaseInput, document};
use super::steps;
use crate::App;
use crate::error::AppError;
use crate::request::{Create, Written};
use book::Said;
use book::dto::Purchase;

/// What it takes.
pub type Input = Create<PurchaseInput>;
/// What it gives.
pub type Output = Written<Purchase>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    app.write(
        input.part,
        |tx| {
            let said = domain::purchase::draft(document(tx, &input.body)?)?;
            let id = app.new_id();
            tx.append(Said::new(steps::subject(id), "purchase.drafted", &said))?;
            Ok(id)
        },
        steps::face,
    )
}
