//! `people.roles`: the roles of the shop, with what each may do.
use crate::App;
use crate::error::AppError;
use crate::request::Nothing;
use book::dto::Roles;

/// What it takes.
pub type Input = Nothing;
/// What it gives.
pub type Output = Roles;

pub(crate) fn run(app: &App, _: Input) -> Result<Output, AppError> {
    app.read_rows(|read| read.roles())
}
