//! Verbs about products.
pub mod amend;
pub mod assign;
pub mod batch;
pub mod by_code;
pub mod check_barcodes;
pub mod create;
pub mod forecast;
pub mod get;
pub mod list;
pub mod movements;
pub mod settle;
pub mod supply;
pub mod unsupply;
pub mod vary;
pub mod worth;
