//! Verbs about products.
pub mod amend;
pub mod create;
pub mod get;
pub mod list;
pub mod movements;
