//! `orders.draft`: writes an order down without agreeing it; a dry run prices it.
use crate::App;
use crate::error::AppError;
use super::steps;
use book::dto::Order;

use crate::request::{Create, Written};

use super::input::OrderInput;

/// What it takes.
pub type Input = Create<OrderInput>;
/// What it gives.
pub type Output = Written<Order>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    app.write(
        input.part,
        |tx| {
            let document = steps::compose(tx, &input.body, 0)?;
            let id = app.new_id();
            let said = domain::order::draft(document)?;
            steps::append(tx, id, "order.drafted", &said, input.body.note.as_deref())?;
            Ok(id)
        },
        steps::face,
    )
}
