//! `suppliers.get`: a supplier with everything about it but its products.
use crate::App;
use crate::error::AppError;
use crate::request::RecordInput;
use book::dto::Supplier;

/// What it takes.
pub type Input = RecordInput;
/// What it gives.
pub type Output = Supplier;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    app.read_rows(|read| read.supplier(input.id))
}
