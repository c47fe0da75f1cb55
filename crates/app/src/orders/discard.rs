//! `orders.discard`: throws a draft away.
use crate::App;
use crate::error::AppError;
use super::steps;
use book::dto::Order;

use crate::request::{Amend, Nothing, Written};

/// What it takes.
pub type Input = Amend<Nothing>;
/// What it gives.
pub type Output = Written<Order>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    
    steps::change(app, &input.part, "order.cancelled", |now| {
        domain::order::discard(now)
    })
}
