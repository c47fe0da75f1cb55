//! `price_lists.get`: a price list with everything about it but its prices.
use crate::App;
use crate::error::AppError;
use crate::request::RecordInput;
use book::dto::PriceList;

/// What it takes.
pub type Input = RecordInput;
/// What it gives.
pub type Output = PriceList;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    app.read_rows(|read| read.price_list(input.id))
}
