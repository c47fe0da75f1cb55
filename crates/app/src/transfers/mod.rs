//! Verbs about transfers: goods on their way from one of our locations to another.
pub mod amend;
pub mod create;
pub mod discard;
pub mod get;
pub mod input;
pub mod list;
mod lots;
pub mod receive;
pub mod send;
mod steps;
pub mod take_back;
pub mod write_off;
