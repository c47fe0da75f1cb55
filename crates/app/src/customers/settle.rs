//! `customers.settle`: what two devices set apart of a customer is right as it is now.
use book::Said;
use book::dto::Customer;

use super::steps;
use crate::App;
use crate::error::AppError;
use crate::request::{Amend, Nothing, Written};

/// What it takes.
pub type Input = Amend<Nothing>;
/// What it gives.
pub type Output = Written<Customer>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let change = input.part;
    app.write(
        change,
        |tx| {
            let said = steps::customer(tx, &change)?.apart.settle()?;
            let subject = steps::subject(change.id);
            tx.append(Said::new(subject, "customer.settled", &said))?;
            Ok(change.id)
        },
        steps::face,
    )
}
