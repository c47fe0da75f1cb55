//! `customers.store_credit`: what the shop holds for a customer, and what moved it.
use crate::App;
use crate::error::AppError;
use crate::request::RecordInput;
use book::dto::StoreCredit;

/// What it takes.
pub type Input = RecordInput;
/// What it gives.
pub type Output = StoreCredit;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    app.read_rows(|read| read.store_credit(input.id))
}
