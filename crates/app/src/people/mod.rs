//! Verbs about the people of the shop: who they are, what they may do, and who is at work.
pub mod amend;
pub mod amend_roles;
pub mod audit;
pub mod create;
pub mod list;
pub mod lock;
pub mod roles;
pub mod session;
pub mod set_pin;
pub mod sign_in;
pub mod stay;
mod steps;
