//! Verbs about counts of what lies at a location.
pub mod count;
pub mod discard;
pub mod export;
pub mod finish;
pub mod get;
pub mod list;
mod lots;
pub mod open;
mod steps;
