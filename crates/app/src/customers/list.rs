//! `customers.list`: a window of the customers, filtered and sorted.
use crate::App;
use crate::error::AppError;
use crate::list::ListInput;
use book::dto::{CustomerFilter, CustomerRow, CustomerSortKey, Page};

/// What it takes.
pub type Input = ListInput<CustomerFilter, CustomerSortKey>;
/// What it gives.
pub type Output = Page<CustomerRow>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let asked = input.asked()?;
    let open = app.book()?;
    Ok(open.book.read(|read| open.views.customers(read, &asked))?)
}
