//! `orders.unpublish`: the link to the order's page leads nowhere from now on, for good.
use book::dto::Order;
use domain::order::unpublish;

use super::steps;
use crate::App;
use crate::error::AppError;
use crate::request::{Amend, Nothing, Written};

/// What it takes.
pub type Input = Amend<Nothing>;
/// What it gives.
pub type Output = Written<Order>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    steps::change(app, &input.part, "order.unpublished", unpublish)
}
