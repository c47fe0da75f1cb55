//! `products.get`: a product with everything about it.
use crate::App;
use crate::error::AppError;
use book::dto::Product;

use crate::request::RecordInput;

/// What it takes.
pub type Input = RecordInput;
/// What it gives.
pub type Output = Product;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    app.read(|read| read.product(input.id))
}
