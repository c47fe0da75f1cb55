//! `promotions.list`: all promotions; there are few of them.
use crate::App;
use crate::error::AppError;
use crate::request::Nothing;
use book::dto::PromotionRow;

/// What it takes.
pub type Input = Nothing;
/// What it gives.
pub type Output = Vec<PromotionRow>;

pub(crate) fn run(app: &App, _: Input) -> Result<Output, AppError> {
    app.read_rows(|read| read.promotions())
}
