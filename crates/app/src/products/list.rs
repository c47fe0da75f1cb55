//! `products.list`: a window of the products, filtered and sorted.
use crate::App;
use crate::error::AppError;
use crate::list::ListInput;
use book::dto::{Page, ProductFilter, ProductRow, ProductSortKey};

/// What it takes.
pub type Input = ListInput<ProductFilter, ProductSortKey>;
/// What it gives.
pub type Output = Page<ProductRow>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let asked = input.asked()?;
    let open = app.book()?;
    Ok(open.book.read(|read| open.views.products(read, &asked))?)
}
