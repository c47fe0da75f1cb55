//! `orders.amend`: changes a draft.
use crate::App;
use crate::error::AppError;
use super::steps;
use book::dto::Order;

use crate::request::{Amend, Written};

use super::input::OrderInput;

/// What it takes.
pub type Input = Amend<OrderInput>;
/// What it gives.
pub type Output = Written<Order>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    app.write(
        input.part.request(),
        |tx| {
            let now = steps::order(tx, &input.part)?;
            let last_line = steps::last_line(&now);
            let document = steps::compose(tx, &input.body, last_line)?;
            let said = domain::order::amend(&now, document)?;
            let note = input.body.note.as_deref();
            steps::append(tx, input.part.id, "order.amended", &said, note)?;
            Ok(input.part.id)
        },
        steps::face,
    )
}
