//! `people.list`: everybody of the shop; there are few.
use crate::App;
use crate::error::AppError;
use crate::request::Nothing;
use book::dto::Person;

/// What it takes.
pub type Input = Nothing;
/// What it gives.
pub type Output = Vec<Person>;

pub(crate) fn run(app: &App, _: Input) -> Result<Output, AppError> {
    app.read_rows(|read| read.people())
}
