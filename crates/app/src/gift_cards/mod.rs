//! Verbs about gift cards.
pub mod adjust;
pub mod amend;
pub mod assign;
pub mod block;
pub mod by_code;
pub mod create;
pub mod get;
pub mod list;
pub mod propose;
pub mod replace;
mod steps;
pub mod unblock;
