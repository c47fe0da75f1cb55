//! Verbs about price lists.
pub mod amend;
pub mod create;
pub mod get;
pub mod list;
pub mod price;
pub mod prices;
mod steps;
