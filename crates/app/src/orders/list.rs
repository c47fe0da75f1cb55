//! `orders.list`: a window of the orders, filtered and sorted.
use book::dto::{OrderFilter, OrderRow, OrderSortKey, Page};

use crate::list::ListInput;

/// What it takes.
pub type Input = ListInput<OrderFilter, OrderSortKey>;
/// What it gives.
pub type Output = Page<OrderRow>;
