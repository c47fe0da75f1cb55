//! `products.forecast`: what will be sold of a product, and how sure that is.
use crate::App;
use crate::error::AppError;
use book::dto::ProductForecast;

use crate::request::RecordInput;

/// What it takes.
pub type Input = RecordInput;
/// What it gives.
pub type Output = ProductForecast;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    app.read(|read| read.product_forecast(input.id))
}
