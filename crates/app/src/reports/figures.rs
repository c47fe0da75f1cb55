//! The figures and names in the rows of a report, as a chart needs them.
use book::dto::{Report, ReportColumn};
use domain::Day;
use serde_json::{Map, Value};

use crate::language::Language;

/// A figure of a row.
pub(super) fn value(row: &Map<String, Value>, column: &ReportColumn) -> Option<i64> {
    row.get(&column.key).and_then(Value::as_i64)
}

/// The day of a row that stands for a day, or for the week or month that begins with it.
pub(super) fn day_of(report: &Report, row: usize) -> Option<Day> {
    let column = report.columns.first()?;
    let text = report.rows.get(row)?.get(&column.key)?.as_str()?;
    match column.key.as_str() {
        "day" | "week" => Day::parse(text),
        "month" => Day::parse(&format!("{text}-01")),
        _ => None,
    }
}

/// What the first rows are called: the month, or the last text before the figures.
pub(super) fn names(report: &Report, most: usize, language: Language) -> Vec<String> {
    let rows = 0..report.rows.len().min(most);
    rows.map(|row| name(report, row, language).unwrap_or_else(|| "–".to_owned()))
        .collect()
}

fn name(report: &Report, row: usize, language: Language) -> Option<String> {
    if let Some(day) = day_of(report, row) {
        let (year, month, _) = day.ymd();
        return Some(language.locale().month_with_year(month, year));
    }
    let titled = ["title", "name"]
        .iter()
        .find_map(|key| report.columns.iter().find(|column| column.key == *key));
    let column = titled.or(report.columns.first())?;
    let text = report.rows[row].get(&column.key)?.as_str()?;
    let text = match column.key.as_str() {
        "channel" => language.channel(text).to_owned(),
        "name" => language.person(text),
        _ => text.to_owned(),
    };
    (!text.is_empty()).then_some(text)
}

/// The values of a column, each once, in the order in which they come.
pub(super) fn distinct(report: &Report, column: &ReportColumn) -> Vec<Value> {
    let mut found: Vec<Value> = Vec::new();
    for value in report.rows.iter().filter_map(|row| row.get(&column.key)) {
        if !found.contains(value) {
            found.push(value.clone());
        }
    }
    found
}

/// What a value of a column is called.
pub(super) fn label_of(column: &ReportColumn, value: &Value, language: Language) -> String {
    let number = value
        .as_u64()
        .and_then(|number| usize::try_from(number).ok());
    match (column.key.as_str(), number) {
        ("weekday", Some(number)) => language.weekday(number).to_owned(),
        ("hour", Some(number)) => format!("{number:02}"),
        _ => value
            .as_str()
            .map_or_else(|| value.to_string(), str::to_owned),
    }
}
