//! Verbs about stock.
pub mod adjust;
