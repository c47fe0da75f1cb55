//! `orders.costs`: what the goods of an order cost, line by line.
use crate::App;
use crate::error::AppError;
use book::dto::OrderCosts;

use crate::request::RecordInput;

/// What it takes.
pub type Input = RecordInput;
/// What it gives.
pub type Output = OrderCosts;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    app.read(|read| read.order_costs(input.id))
}
