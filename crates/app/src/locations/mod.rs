//! Verbs about locations: shops, warehouses, shelves and bins.
pub mod amend;
pub mod archive;
pub mod by_code;
pub mod choose;
pub mod create;
pub mod list;
mod steps;
