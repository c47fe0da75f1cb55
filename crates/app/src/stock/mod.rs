//! Verbs about stock.
pub mod adjust;
pub mod adjustments;
pub mod explain;
pub mod levels;
pub mod list;
