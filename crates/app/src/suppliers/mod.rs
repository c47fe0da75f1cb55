//! Verbs about suppliers.
pub mod amend;
pub mod create;
pub mod get;
pub mod list;
pub mod products;
mod steps;
