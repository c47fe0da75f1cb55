//! Verbs about reports.
pub mod chart;
mod drawing;
pub mod export;
mod figures;
mod german;
pub mod list;
pub mod run;
mod table;
mod titles;
mod words;
