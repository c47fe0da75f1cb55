//! `products.list`: a window of the products, filtered and sorted.
use book::dto::{ListInput, Page, ProductFilter, ProductRow, ProductSortKey};

/// What it takes.
pub type Input = ListInput<ProductFilter, ProductSortKey>;
/// What it gives.
pub type Output = Page<ProductRow>;
