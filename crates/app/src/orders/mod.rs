//! Verbs about orders.
pub mod amend;
pub mod cancel;
pub mod discard;
pub mod draft;
pub mod fulfil;
pub mod get;
pub mod input;
pub mod list;
pub mod pay;
pub mod place;
pub mod position;
pub mod refund;
pub mod sell;
mod steps;
mod tender;
