//! Verbs about the till of this device: float, cash in and out, count, X and Z reports.
pub mod cash;
pub mod close;
mod notes;
pub mod open;
pub mod report;
pub mod status;
mod steps;
