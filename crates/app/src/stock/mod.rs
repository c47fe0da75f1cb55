//! Verbs about stock.
pub mod adjust;
pub mod adjustments;
pub mod assemble;
mod assembly;
pub mod explain;
pub mod levels;
pub mod list;
pub mod take_apart;
