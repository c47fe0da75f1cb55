//! `orders.discard`: throws a draft away.
use book::dto::Order;

use crate::request::{Amend, Nothing, Written};

/// What it takes.
pub type Input = Amend<Nothing>;
/// What it gives.
pub type Output = Written<Order>;
