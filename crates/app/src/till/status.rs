//! `till.status`: whether this device's till is open, what it is counted in, and its earlier Z
//! reports. It tells nothing of what the drawer must hold.
use crate::App;
use crate::error::AppError;
use crate::request::Nothing;
use book::dto::TillStatus;

/// What it takes.
pub type Input = Nothing;
/// What it gives.
pub type Output = TillStatus;

pub(crate) fn run(app: &App, _: Input) -> Result<Output, AppError> {
    Ok(app.book()?.book.read_rows(|read| read.till_status())?)
}
