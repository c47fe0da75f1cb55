//! The till: how a sale is paid across the counter.

mod coins;
mod tender;

pub use coins::{denominations, smallest_coin};
pub use tender::{CASH, Part, PartTaken, take};
