//! `orders.get`: an order with everything about it.
use book::dto::Order;

use crate::request::RecordInput;

/// What it takes.
pub type Input = RecordInput;
/// What it gives.
pub type Output = Order;
