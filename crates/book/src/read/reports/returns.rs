//! What came back, by month, and how much that is of what was sold.

use super::cover::Grain;
use super::question::Question;
use super::sales::Sales;
use super::series::{label, periods};
use super::table::Table;
use crate::dto::ColumnUnit::{Count, Milli, Minor, Ppm, Text};
use crate::error::Result;
use crate::read::Read;
use serde_json::json;

/// The report on returns.
pub(super) fn by_month(read: &Read<'_>, question: &Question) -> Result<Table> {
    let mut table = Table::of(&[
        ("month", "Month", Text),
        ("returns", "Returns", Count),
        ("return_lines", "Return lines", Count),
        ("returned_milli", "Units returned", Milli),
        ("returned_minor", "Returned", Minor),
        ("sold_minor", "Sold", Minor),
        ("rate_ppm", "Share of sales", Ppm),
    ]);
    let mut total = Sales::default();
    if let Some((from, to)) = question.days {
        let found = read.sales(Grain::Month, from, to)?;
        for month in periods(Grain::Month, from, to) {
            let sums = found.get(&month).copied().unwrap_or_default();
            let cells = figures(&sums).into_iter().map(|figure| json!(figure));
            table.row([label(Grain::Month, month)].into_iter().chain(cells));
            total.add(&sums);
        }
    }
    let keys: Vec<String> = table
        .columns
        .iter()
        .skip(1)
        .map(|column| column.key.clone())
        .collect();
    for (key, figure) in keys.iter().zip(figures(&total)) {
        table.total(key, figure);
    }
    Ok(table)
}

fn figures(sums: &Sales) -> [i64; 6] {
    let sold = sums.sold_minor();
    let rate = match sold {
        0 => 0,
        sold => i128::from(-sums.returned_minor) * 1_000_000 / i128::from(sold),
    };
    [
        sums.returns,
        sums.return_lines,
        sums.returned_milli,
        sums.returned_minor,
        sold,
        i64::try_from(rate).unwrap_or(0),
    ]
}
