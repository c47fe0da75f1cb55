//! Verbs about customers.
pub mod account;
pub mod amend;
pub mod create;
pub mod erase;
pub mod get;
pub mod list;
mod steps;
