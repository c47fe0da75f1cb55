//! `reports.run`: the figures of a report.
use book::dto::{Report, ReportInput};

/// What it takes.
pub type Input = ReportInput;
/// What it gives.
pub type Output = Report;
