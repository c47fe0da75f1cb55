//! The reports that there are.

use crate::dto::{ReportChart, ReportGroup, ReportInfo, ReportParameter};
use ReportChart::{Bars, Grouped, Heat, Line};
use ReportGroup::{Customers, Products, Sales, Stock};
use ReportParameter::{By, Compare, From, Limit, Product, To};

/// The ways to value, the usual one first.
pub(super) const METHODS: &[&str] = &["fifo", "average"];

type Row = (
    &'static str,
    ReportGroup,
    ReportChart,
    &'static [ReportParameter],
    &'static [&'static str],
);

const ROWS: [Row; 22] = [
    ("sales-by-day", Sales, Line, &[From, To, Compare], &[]),
    ("sales-by-week", Sales, Line, &[From, To, Compare], &[]),
    ("sales-by-month", Sales, Line, &[From, To, Compare], &[]),
    ("sales-by-country", Sales, Bars, &[From, To, Compare], &[]),
    ("sales-by-channel", Sales, Bars, &[From, To, Compare], &[]),
    ("hour-weekday", Sales, Heat, &[From, To], &[]),
    ("returns", Sales, Bars, &[From, To], &[]),
    (
        "top-products",
        Products,
        Bars,
        &[From, To, By, Limit],
        &["revenue", "units", "revenue-bottom", "units-bottom"],
    ),
    ("top-customers", Customers, Bars, &[From, To, Limit], &[]),
    (
        "customers-new-returning",
        Customers,
        Grouped,
        &[From, To],
        &[],
    ),
    (
        "margin",
        Products,
        Grouped,
        &[From, To, By, Limit],
        &["product", "category", "month"],
    ),
    (
        "abc-xyz",
        Products,
        Bars,
        &[From, To, By, Limit],
        &["product", "class"],
    ),
    ("forecast", Products, Grouped, &[To, Limit, Product], &[]),
    ("stock-value", Stock, Bars, &[To, By, Limit], METHODS),
    ("stock-outs", Stock, Bars, &[From, To, Limit], &[]),
    (
        "turnover",
        Stock,
        Bars,
        &[From, To, By, Limit],
        &["product", "category"],
    ),
    ("sell-through", Stock, Bars, &[From, To, Limit], &[]),
    ("days-of-cover", Stock, Bars, &[From, To, Limit], &[]),
    ("overstock", Stock, Bars, &[From, To, Limit], &[]),
    ("dead-stock", Stock, Bars, &[From, To, Limit], &[]),
    ("expiring-lots", Stock, Bars, &[To, Limit], &[]),
    ("stock-movements", Stock, Grouped, &[From, To], &[]),
];

/// Every report, in the order of the list.
pub fn reports() -> Vec<ReportInfo> {
    ROWS.iter().map(info).collect()
}

/// The reports that add up the days of all goods.
const OF_GOODS: [&str; 10] = [
    "margin",
    "abc-xyz",
    "forecast",
    "stock-value",
    "stock-outs",
    "turnover",
    "sell-through",
    "days-of-cover",
    "overstock",
    "dead-stock",
];

/// Whether a report adds up the days of all goods, which can be kept for it
/// ([`crate::Book::keep_goods_soon`]).
pub fn adds_up_goods(report: &str) -> bool {
    OF_GOODS.contains(&report)
}

/// The report of a name.
pub(super) fn find(report: &str) -> Option<ReportInfo> {
    ROWS.iter().find(|row| row.0 == report).map(info)
}

fn info((report, group, chart, parameters, by): &Row) -> ReportInfo {
    ReportInfo {
        report: (*report).to_owned(),
        title_code: (*report).to_owned(),
        group: *group,
        by: by.iter().map(|by| (*by).to_owned()).collect(),
        chart: *chart,
        parameters: parameters.to_vec(),
    }
}
