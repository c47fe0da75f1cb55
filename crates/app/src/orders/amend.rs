//! `orders.amend`: changes a draft.
use book::dto::Order;

use crate::request::{Amend, Written};

use super::input::OrderInput;

/// What it takes.
pub type Input = Amend<OrderInput>;
/// What it gives.
pub type Output = Written<Order>;
