//! `customers.get`: a customer with everything about it.
use crate::App;
use crate::error::AppError;
use book::dto::Customer;

use crate::request::RecordInput;

/// What it takes.
pub type Input = RecordInput;
/// What it gives.
pub type Output = Customer;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    app.read(|read| read.customer(input.id))
}
