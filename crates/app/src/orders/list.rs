//! `orders.list`: a window of the orders, filtered and sorted.
use crate::App;
use crate::error::AppError;
use crate::list::check_days;
use book::dto::{OrderFilter, OrderRow, OrderSortKey, Page};
use crate::list::ListInput;

/// What it takes.
pub type Input = ListInput<OrderFilter, OrderSortKey>;
/// What it gives.
pub type Output = Page<OrderRow>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    check_days(input.filter.as_ref())?;
    let asked = input.asked()?;
    let open = app.book()?;
    Ok(open.book.read(|read| open.views.orders(read, &asked))?)
}
