//! `customers.erase`: takes a person's data out of the book and its journal, for ever.
use crate::App;
use crate::error::AppError;
use book::Said;
use domain::customer::CustomerFacts;
use super::steps;
use book::dto::Customer;

use crate::request::{Amend, Nothing, Written};

/// What it takes.
pub type Input = Amend<Nothing>;
/// What it gives.
pub type Output = Written<Customer>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let change = input.part;
    app.write(
        change.request(),
        |tx| {
            domain::customer::erase(&steps::customer(tx, &change)?)?;
            let nothing = CustomerFacts::default();
            tx.append(Said::new(steps::subject(change.id), "customer.erased", &nothing))?;
            Ok(change.id)
        },
        steps::face,
    )
}
