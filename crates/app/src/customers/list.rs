//! `customers.list`: a window of the customers, filtered and sorted.
use book::dto::{CustomerFilter, CustomerRow, CustomerSortKey, ListInput, Page};

/// What it takes.
pub type Input = ListInput<CustomerFilter, CustomerSortKey>;
/// What it gives.
pub type Output = Page<CustomerRow>;
