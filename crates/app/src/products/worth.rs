//! `products.worth`: what a product is worth, layer by layer.
use crate::App;
use crate::error::AppError;
use book::dto::ProductWorth;

use crate::request::RecordInput;

/// What it takes.
pub type Input = RecordInput;
/// What it gives.
pub type Output = ProductWorth;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    app.read(|read| read.product_worth(input.id))
}
