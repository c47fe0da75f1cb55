//! Verbs about promotions and coupons.
pub mod amend;
pub mod create;
pub mod get;
pub mod list;
mod steps;
