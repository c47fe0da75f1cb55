//! `customers.points`: a customer's points, and what moved them.
use crate::App;
use crate::error::AppError;
use crate::request::RecordInput;
use book::dto::CustomerPoints;

/// What it takes.
pub type Input = RecordInput;
/// What it gives.
pub type Output = CustomerPoints;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let today = app.today()?;
    app.read_rows(|read| read.customer_points(input.id, today))
}
