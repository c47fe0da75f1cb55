//! Verbs about receipts and till reports on paper.
mod credit;
pub mod drawer;
mod figures;
mod logo;
mod notes;
mod points;
mod port;
pub mod preview;
pub mod print;
mod printed;
mod sale;
pub mod slip;
mod till;
mod words;

pub(crate) use printed::Printed;
