//! Verbs about purchases: orders at suppliers, what comes of them, what goes back.
pub mod amend;
pub mod cancel;
pub mod close;
pub mod date;
pub mod draft;
pub mod draft_suggested;
pub mod get;
mod input;
pub mod land;
pub mod list;
pub mod order;
pub mod receive;
pub mod receiving;
pub mod reopen;
pub mod return_goods;
pub mod send_back;
mod steps;
pub mod suggestions;
