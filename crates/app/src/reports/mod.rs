//! Verbs about reports.
pub mod chart;
pub mod export;
pub mod list;
pub mod run;
