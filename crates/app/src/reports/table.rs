//! A report as a CSV table: the numbers of the screen, in the units that people read.
use book::dto::{ColumnUnit, Report, ReportColumn};
use domain::currency::Currency;
use exchange::{Cell, CsvWriter};
use serde_json::Value;

use crate::language::Language;

/// The table with a heading; money in the major unit, quantities in whole ones.
pub(super) fn table_csv(report: &Report, language: Language) -> std::io::Result<Vec<u8>> {
    let digits = minor_digits(&report.currency);
    let mut writer = CsvWriter::new(Vec::new(), true)?;
    let titles: Vec<String> = report
        .columns
        .iter()
        .map(|column| heading(column, &report.currency, language))
        .collect();
    writer.row(
        &titles
            .iter()
            .map(|title| Cell::Text(title))
            .collect::<Vec<_>>(),
    )?;
    for row in &report.rows {
        let cells = report
            .columns
            .iter()
            .map(|column| cell(column, row.get(&column.key), digits));
        writer.row(&cells.collect::<Vec<_>>())?;
    }
    writer.finish()
}

/// The digits of a currency's minor unit; 2 for one that is not known.
pub(super) fn minor_digits(currency: &str) -> u32 {
    Currency::parse(currency).map_or(2, Currency::minor_digits)
}

fn heading(column: &ReportColumn, currency: &str, language: Language) -> String {
    let title = language.column(column);
    match column.unit {
        ColumnUnit::Minor => format!("{title} ({currency})"),
        ColumnUnit::Ppm => format!("{title} (%)"),
        _ => title.to_owned(),
    }
}

fn cell<'a>(column: &ReportColumn, value: Option<&'a Value>, digits: u32) -> Cell<'a> {
    match (value, column.unit) {
        (Some(Value::String(text)), _) => Cell::Text(text),
        (Some(Value::Number(number)), unit) => match (number.as_i64(), unit) {
            (Some(value), ColumnUnit::Minor) => Cell::Fixed { value, digits },
            (Some(value), ColumnUnit::Milli) => Cell::Decimal { value, digits: 3 },
            (Some(value), ColumnUnit::Ppm) => Cell::Decimal { value, digits: 4 },
            (Some(value), _) => Cell::Integer(value),
            (None, _) => Cell::Empty,
        },
        _ => Cell::Empty,
    }
}
