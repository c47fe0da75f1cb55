//! `orders.list`: a window of the orders, filtered and sorted.
use book::dto::{ListInput, OrderFilter, OrderRow, OrderSortKey, Page};

/// What it takes.
pub type Input = ListInput<OrderFilter, OrderSortKey>;
/// What it gives.
pub type Output = Page<OrderRow>;
