//! `reports.run`: the figures of a report.
use crate::App;
use crate::error::AppError;
use book::dto::ReportInfo;
use crate::day;
use book::dto::{Report, ReportInput};

/// What it takes.
pub type Input = ReportInput;
/// What it gives.
pub type Output = Report;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    figures(app, &input)
}

/// The figures that the table, the chart and the export have in common.
pub(super) fn figures(app: &App, input: &ReportInput) -> Result<Report, AppError> {
    check(input)?;
    let today = app.today()?;
    app.read(|read| read.report(input, today))
}

fn check(input: &ReportInput) -> Result<(), AppError> {
    let from = day::optional("from", input.from.as_deref())?;
    let to = day::optional("to", input.to.as_deref())?;
    if let (Some(from), Some(to)) = (from, to)
        && from > to
    {
        return Err(AppError::at("to", "day_before_first"));
    }
    let info = info(&input.report)?;
    match &input.by {
        Some(by) if !info.by.contains(by) => {
            Err(AppError::at("by", "by_unknown").with(info.by.join(", ")))
        }
        _ => Ok(()),
    }
}

/// The report of a name.
pub(super) fn info(report: &str) -> Result<ReportInfo, AppError> {
    let found = book::read::reports().into_iter().find(|info| info.report == report);
    found.ok_or_else(|| AppError::at("report", "report_unknown").with(report))
}
