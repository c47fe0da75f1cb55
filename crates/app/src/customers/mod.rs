//! Verbs about customers.
pub mod amend;
pub mod create;
pub mod erase;
pub mod get;
pub mod list;
mod steps;
