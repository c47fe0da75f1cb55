//! A report as a chart: the same figures as its table, drawn by the same hand for screen and file.
use book::dto::{ColumnUnit, Report, ReportChart, ReportColumn};
use charts::{Axis, Body, Chart, Role, Series, Unit};
use serde_json::Value;

use super::figures::{day_of, distinct, label_of, names, value};
use super::run::info;
use super::table::minor_digits;
use super::titles::{subtitle, title};
use crate::error::AppError;
use crate::language::Language;

/// The most bars of a chart; the table has the rest.
pub(super) const BARS: usize = 25;
/// Beyond so many, or so long names, bars lie.
const STANDING_BARS: usize = 14;
/// Characters of a name that fits below a standing bar.
const STANDING_CHARS: usize = 10;

/// The chart of a report.
pub(super) fn chart_of(report: &Report, language: Language) -> Result<Chart, AppError> {
    let kind = match report.report.as_str() {
        // Of one product week by week, of all of them beside each other.
        "forecast" if day_of(report, 0).is_some() => ReportChart::Line,
        name => info(name)?.chart,
    };
    let report = &in_words(without_empty_bars(report), language);
    let drawn = drawn(report);
    let body = match (kind, drawn.as_slice()) {
        (_, []) => nothing(),
        _ if report.rows.is_empty() => nothing(),
        (ReportChart::Line, drawn) => lines(report, drawn, language),
        (ReportChart::Heat, [measure, ..]) => heat(report, measure, language),
        (ReportChart::Bars, [measure]) => bars(report, measure, language),
        (ReportChart::Bars | ReportChart::Grouped, drawn) => grouped(report, drawn, language),
    };
    let parameters = Value::Object(report.parameters.clone()).to_string();
    Ok(Chart {
        title: title(&report.report, language).to_owned(),
        subtitle: subtitle(report, shown(report, kind), language),
        locale: language.locale(),
        metadata: vec![
            ("Report".to_owned(), report.report.clone()),
            ("Parameters".to_owned(), parameters),
        ],
        ..Chart::new(body, unit(report, drawn.first().copied(), language))
    })
}

/// The columns that the chart is about, those without a figure left out.
fn drawn(report: &Report) -> Vec<&ReportColumn> {
    let by = report
        .parameters
        .get("by")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let keys: &[&str] = match report.report.as_str() {
        "customers-new-returning" => &["new", "returning"],
        "returns" => &["returned_minor"],
        "margin" => &["revenue_minor", "cost_minor"],
        "forecast" => &["before_milli", "next_milli", "sold_milli", "forecast_milli"],
        "stock-value" | "overstock" | "dead-stock" | "expiring-lots" => &["value_minor"],
        "stock-outs" => &["missed_minor"],
        "turnover" => &["turns_milli"],
        "sell-through" => &["sell_through_ppm"],
        "days-of-cover" => &["cover_days"],
        "stock-movements" => &[
            "shipped_milli",
            "returned_milli",
            "received_milli",
            "found_milli",
            "lost_milli",
        ],
        "top-products" if by.starts_with("units") => &["units_milli"],
        _ => &["revenue_minor", "before_minor"],
    };
    let columns = keys
        .iter()
        .filter_map(|key| report.columns.iter().find(|it| it.key == *key));
    let said = |column: &&ReportColumn| {
        report
            .rows
            .iter()
            .any(|row| value(row, column).is_some_and(|value| value != 0))
    };
    columns.filter(said).collect()
}

/// A ranking without the rows that have nothing to draw; the table has them.
fn without_empty_bars(report: &Report) -> Report {
    let mut kept = report.clone();
    if ["stock-value", "overstock", "dead-stock"].contains(&report.report.as_str()) {
        let column = report
            .columns
            .iter()
            .find(|column| column.key == "value_minor");
        kept.rows
            .retain(|row| column.and_then(|column| value(row, column)) != Some(0));
    }
    kept
}

/// The report with the headings of a language: they name the series.
fn in_words(mut report: Report, language: Language) -> Report {
    for column in &mut report.columns {
        column.title = language.column(column).to_owned();
    }
    report
}

/// How many rows are drawn, when not all are.
fn shown(report: &Report, kind: ReportChart) -> Option<usize> {
    let cut = matches!(kind, ReportChart::Bars | ReportChart::Grouped);
    (cut && report.rows.len() > BARS && day_of(report, 0).is_none()).then_some(BARS)
}

fn nothing() -> Body {
    Body::Empty {
        message: String::new(),
    }
}

fn unit(report: &Report, measure: Option<&ReportColumn>, language: Language) -> Unit {
    let (name, decimals) = match measure.map(|measure| measure.unit) {
        Some(ColumnUnit::Minor) => (
            report.currency.clone(),
            minor_digits(&report.currency).try_into().unwrap_or(2),
        ),
        // How often a stock turns is no number of goods.
        Some(ColumnUnit::Milli) if report.report == "turnover" => (String::new(), 3),
        Some(ColumnUnit::Milli) => (language.units().to_owned(), 3),
        Some(ColumnUnit::Ppm) => ("%".to_owned(), 4),
        _ if report.report == "days-of-cover" => (language.days().to_owned(), 0),
        _ if report.report == "customers-new-returning" => (language.customers().to_owned(), 0),
        _ => (String::new(), 0),
    };
    Unit {
        name,
        decimals,
        compact: true,
    }
}

fn lines(report: &Report, drawn: &[&ReportColumn], language: Language) -> Body {
    let days: Option<Vec<i32>> = (0..report.rows.len())
        .map(|row| day_of(report, row).map(|day| day.0))
        .collect();
    let x = match days {
        Some(days) => Axis::Days(days),
        None => Axis::Labels(names(report, report.rows.len(), language)),
    };
    Body::Lines {
        x,
        series: series(report, drawn, report.rows.len()),
    }
}

fn bars(report: &Report, measure: &ReportColumn, language: Language) -> Body {
    let categories = names(report, most(report), language);
    let rows = report.rows.iter().take(categories.len());
    let values = rows.map(|row| value(row, measure).unwrap_or(0)).collect();
    Body::Bars {
        values,
        horizontal: lies(&categories),
        categories,
    }
}

fn grouped(report: &Report, drawn: &[&ReportColumn], language: Language) -> Body {
    let categories = names(report, most(report), language);
    let series = series(report, drawn, categories.len());
    Body::GroupedBars {
        series,
        horizontal: lies(&categories),
        categories,
    }
}

/// Rows by the first column, columns by the second, both in the order in which they come.
fn heat(report: &Report, measure: &ReportColumn, language: Language) -> Body {
    let [down, across, ..] = report.columns.as_slice() else {
        return nothing();
    };
    let (rows, columns) = (distinct(report, down), distinct(report, across));
    let mut values = vec![vec![None; columns.len()]; rows.len()];
    for row in &report.rows {
        let place = |known: &[Value], column: &ReportColumn| {
            known
                .iter()
                .position(|value| Some(value) == row.get(&column.key))
        };
        if let (Some(y), Some(x)) = (place(&rows, down), place(&columns, across)) {
            values[y][x] = value(row, measure);
        }
    }
    let named = |known: &[Value], column: &ReportColumn| {
        let label = |value| label_of(column, value, language);
        known.iter().map(label).collect()
    };
    Body::HeatMap {
        rows: named(&rows, down),
        columns: named(&columns, across),
        values,
    }
}

/// One series a column: the first is what the chart is about, a period before stands behind it.
fn series(report: &Report, drawn: &[&ReportColumn], rows: usize) -> Vec<Series> {
    let of = |(place, column): (usize, &&ReportColumn)| Series {
        name: column.title.clone(),
        points: report
            .rows
            .iter()
            .take(rows)
            .map(|row| value(row, column))
            .collect(),
        role: match place {
            _ if column.key == "before_minor" => Role::Previous,
            0 => Role::Primary,
            _ => Role::Other,
        },
    };
    drawn.iter().enumerate().map(of).collect()
}

/// Months and days are all drawn; of a ranking the first.
fn most(report: &Report) -> usize {
    if day_of(report, 0).is_some() {
        report.rows.len()
    } else {
        BARS
    }
}

fn lies(categories: &[String]) -> bool {
    let long = |name: &String| name.chars().count() > STANDING_CHARS;
    categories.len() > STANDING_BARS || categories.iter().any(long)
}
