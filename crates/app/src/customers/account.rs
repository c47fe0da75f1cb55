//! `customers.account`: what a customer owes today, and may owe.
use crate::App;
use crate::error::AppError;
use crate::request::RecordInput;
use book::dto::CustomerAccount;

/// What it takes.
pub type Input = RecordInput;
/// What it gives.
pub type Output = CustomerAccount;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let today = app.today()?;
    app.read_rows(|read| read.customer_account(input.id, today))
}
