//! `orders.draft`: writes an order down without agreeing it; a dry run prices it.
use book::dto::Order;

use crate::request::{Create, Written};

use super::input::OrderInput;

/// What it takes.
pub type Input = Create<OrderInput>;
/// What it gives.
pub type Output = Written<Order>;
