//! `orders.get`: an order with everything about it.
use crate::App;
use crate::error::AppError;
use book::dto::Order;

use crate::request::RecordInput;

/// What it takes.
pub type Input = RecordInput;
/// What it gives.
pub type Output = Order;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    app.read(|read| read.order(input.id))
}
