//! A report as a chart: the same figures as its table, drawn by the same hand for screen and file.
use book::dto::{ColumnUnit, Report, ReportChart, ReportColumn};
use charts::{Axis, Body, Chart, Role, Series, Unit};
use domain::Day;
use serde_json::{Map, Value};

use super::run::info;
use super::table::minor_digits;
use super::titles::{subtitle, title};
use crate::error::AppError;

/// The most bars of a chart; the table has the rest.
const BARS: usize = 40;
/// Beyond so many, or so long names, bars lie.
const STANDING_BARS: usize = 12;

type Row = Map<String, Value>;

/// The chart of a report.
pub(super) fn chart_of(report: &Report) -> Result<Chart, AppError> {
    let kind = info(&report.report)?.chart;
    let empty = || Body::Empty { message: String::new() };
    let Some(measure) = measure(report) else {
        return Ok(dressed(report, Chart::new(empty(), Unit { name: String::new(), decimals: 0, compact: false })));
    };
    let body = match kind {
        _ if report.rows.is_empty() => empty(),
        ReportChart::Line => lines(report, measure),
        ReportChart::Bars => bars(report, measure),
        ReportChart::Heat => heat(report, measure),
        ReportChart::Grouped => grouped(report, measure),
    };
    Ok(dressed(report, Chart::new(body, unit(report, measure))))
}

fn dressed(report: &Report, chart: Chart) -> Chart {
    let parameters = Value::Object(report.parameters.clone()).to_string();
    Chart {
        title: title(&report.report).to_owned(),
        subtitle: subtitle(report),
        metadata: vec![
            ("Report".to_owned(), report.report.clone()),
            ("Parameters".to_owned(), parameters),
        ],
        ..chart
    }
}

/// The column that the chart is about: what it is ranked by, or else the first measure.
fn measure(report: &Report) -> Option<&ReportColumn> {
    let by = report.parameters.get("by").and_then(Value::as_str).unwrap_or_default();
    let wanted = if by.starts_with("units") { ColumnUnit::Milli } else { ColumnUnit::Minor };
    let measures = || report.columns.iter().filter(|column| is_measure(column));
    measures().find(|column| column.unit == wanted).or_else(|| measures().next())
}

fn is_measure(column: &ReportColumn) -> bool {
    !matches!(column.unit, ColumnUnit::Text | ColumnUnit::Day)
}

fn unit(report: &Report, measure: &ReportColumn) -> Unit {
    let (name, decimals) = match measure.unit {
        ColumnUnit::Minor => (report.currency.clone(), minor_digits(&report.currency) as u8),
        ColumnUnit::Milli => ("units".to_owned(), 3),
        ColumnUnit::Ppm => ("%".to_owned(), 4),
        _ => (measure.title.to_lowercase(), 0),
    };
    Unit { name, decimals, compact: true }
}

fn lines(report: &Report, measure: &ReportColumn) -> Body {
    let days: Option<Vec<i32>> = match first(report, ColumnUnit::Day) {
        Some(column) => report.rows.iter().map(|row| day(row, column)).collect(),
        None => None,
    };
    let x = days.map_or_else(|| Axis::Labels(names(report, report.rows.len())), Axis::Days);
    let mut series = vec![one(report, measure, Role::Primary)];
    let before = report.columns.iter().find(|column| column.key.starts_with("before_"));
    series.extend(before.map(|column| one(report, column, Role::Previous)));
    Body::Lines { x, series }
}

fn bars(report: &Report, measure: &ReportColumn) -> Body {
    let categories = names(report, BARS);
    let values = report.rows.iter().take(BARS).map(|row| value(row, measure).unwrap_or(0));
    let horizontal = lies(&categories);
    Body::Bars { values: values.collect(), categories, horizontal }
}

fn grouped(report: &Report, measure: &ReportColumn) -> Body {
    let categories = names(report, report.rows.len());
    let alike = report.columns.iter().filter(|column| column.unit == measure.unit);
    let series = alike.enumerate().map(|(place, column)| {
        one(report, column, if place == 0 { Role::Primary } else { Role::Other })
    });
    let series: Vec<Series> = series.collect();
    if series.len() < 2 {
        return bars(report, measure);
    }
    Body::GroupedBars { horizontal: lies(&categories) && categories.len() <= BARS, categories, series }
}

/// Rows by the first column, columns by the second, both in the order in which they come.
fn heat(report: &Report, measure: &ReportColumn) -> Body {
    let [down, across, ..] = report.columns.as_slice() else {
        return Body::Empty { message: String::new() };
    };
    let rows = distinct(report, down);
    let columns = distinct(report, across);
    let mut values = vec![vec![None; columns.len()]; rows.len()];
    for row in &report.rows {
        let place = |names: &[String], column: &ReportColumn| {
            names.iter().position(|name| *name == text(row, column))
        };
        if let (Some(y), Some(x)) = (place(&rows, down), place(&columns, across)) {
            values[y][x] = value(row, measure);
        }
    }
    Body::HeatMap { rows, columns, values }
}

fn one(report: &Report, column: &ReportColumn, role: Role) -> Series {
    let points = report.rows.iter().map(|row| value(row, column)).collect();
    Series { name: column.title.clone(), points, role }
}

fn lies(categories: &[String]) -> bool {
    categories.len() > STANDING_BARS || categories.iter().any(|name| name.chars().count() > 14)
}

/// What the rows are called: the last text before the figures, or the day.
fn names(report: &Report, most: usize) -> Vec<String> {
    let texts = report.columns.iter().take_while(|column| !is_measure(column));
    let Some(column) = texts.last() else { return Vec::new() };
    report.rows.iter().take(most).map(|row| text(row, column)).collect()
}

fn distinct(report: &Report, column: &ReportColumn) -> Vec<String> {
    let mut found = Vec::new();
    for row in &report.rows {
        let name = text(row, column);
        if !found.contains(&name) {
            found.push(name);
        }
    }
    found
}

fn first(report: &Report, unit: ColumnUnit) -> Option<&ReportColumn> {
    report.columns.iter().find(|column| column.unit == unit)
}

fn text(row: &Row, column: &ReportColumn) -> String {
    match row.get(&column.key) {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Number(number)) => number.to_string(),
        _ => "–".to_owned(),
    }
}

fn value(row: &Row, column: &ReportColumn) -> Option<i64> {
    row.get(&column.key).and_then(Value::as_i64)
}

fn day(row: &Row, column: &ReportColumn) -> Option<i32> {
    Day::parse(row.get(&column.key)?.as_str()?).map(|day| day.0)
}
