//! `price_lists.list`: all price lists; there are few of them.
use crate::App;
use crate::error::AppError;
use crate::request::Nothing;
use book::dto::PriceListRow;

/// What it takes.
pub type Input = Nothing;
/// What it gives.
pub type Output = Vec<PriceListRow>;

pub(crate) fn run(app: &App, _: Input) -> Result<Output, AppError> {
    app.read_rows(|read| read.price_lists())
}
