//! Verbs about products.
pub mod amend;
pub mod assign;
pub mod by_code;
pub mod check_barcodes;
pub mod create;
pub mod forecast;
pub mod get;
pub mod list;
pub mod movements;
pub mod worth;
