//! `reports.run`: the figures of a report.
use crate::App;
use crate::day;
use crate::error::AppError;
use book::dto::ReportInfo;
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
    if book::read::adds_up_goods(&input.report) {
        app.book()?.book.keep_goods_soon();
    }
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
    let found = book::read::reports()
        .into_iter()
        .find(|info| info.report == report);
    found.ok_or_else(|| AppError::at("report", "report_unknown").with(report))
}

#[cfg(test)]
mod tests {
    use book::dto::*;
    use serde_json::json;

    use crate::testing::Shop;

    #[test]
    fn every_report_runs_on_an_empty_book_and_on_one_with_a_sale() {
        let shop = Shop::open();
        let run = |shop: &Shop| {
            for info in book::read::reports() {
                let report: Report = shop.call("reports.run", json!({ "report": info.report }));
                assert!(!report.columns.is_empty(), "{}", info.report);
            }
        };
        run(&shop);
        shop.placed(&shop.product("MUG", 12_000_000), 1_000);
        run(&shop);
        let report: Report = shop.call("reports.run", json!({ "report": "sales-by-day" }));
        assert_eq!(report.totals["revenue_minor"], 1_000);
    }

    #[test]
    fn a_parameter_that_makes_no_sense_is_refused_at_its_field() {
        let shop = Shop::open();
        for (input, code, field) in [
            (json!({ "report": "gossip" }), "report_unknown", "report"),
            (
                json!({ "report": "top-products", "by": "luck" }),
                "by_unknown",
                "by",
            ),
            (
                json!({ "report": "returns", "from": "yesterday" }),
                "day_malformed",
                "from",
            ),
        ] {
            assert_eq!(
                shop.refused("reports.run", input),
                (code.into(), Some(field.into()))
            );
        }
    }
}
