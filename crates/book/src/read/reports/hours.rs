//! When it sells: by weekday and hour of the wall clock.

use super::question::Question;
use super::table::Table;
use crate::dto::ColumnUnit::{Count, Minor};
use crate::error::Result;
use crate::read::Read;
use serde_json::json;
use std::collections::BTreeMap;

pub(crate) const SALES_BY_HOUR: &str = include_str!("../sql/sales_by_hour.sql");

/// The report by weekday (0 is Monday) and hour. Every hour of the opening time has a row on
/// every weekday.
pub(super) fn by_weekday(read: &Read<'_>, question: &Question) -> Result<Table> {
    let mut table = Table::of(&[
        ("weekday", "Weekday", Count),
        ("hour", "Hour", Count),
        ("documents", "Documents", Count),
        ("lines", "Lines", Count),
        ("revenue_minor", "Revenue", Minor),
    ]);
    let mut found: BTreeMap<(i64, i64), [i64; 3]> = BTreeMap::new();
    if let Some((from, to)) = question.days {
        let mut query = read.conn.prepare_cached(SALES_BY_HOUR)?;
        let mut rows = query.query([from.0, to.0])?;
        while let Some(row) = rows.next()? {
            let sums = [row.get(2)?, row.get(3)?, row.get(4)?];
            found.insert((row.get(0)?, row.get(1)?), sums);
        }
    }
    let mut totals = [0; 3];
    let open = found.keys().map(|(_, hour)| *hour).min();
    let close = found.keys().map(|(_, hour)| *hour).max();
    if let (Some(open), Some(close)) = (open, close) {
        for weekday in 0..7 {
            for hour in open..=close {
                let sums = found.get(&(weekday, hour)).copied().unwrap_or_default();
                let [documents, lines, revenue] = sums;
                table.row([weekday, hour, documents, lines, revenue].map(|cell| json!(cell)));
                for (total, sum) in totals.iter_mut().zip(sums) {
                    *total += sum;
                }
            }
        }
    }
    for (key, total) in ["documents", "lines", "revenue_minor"]
        .into_iter()
        .zip(totals)
    {
        table.total(key, total);
    }
    Ok(table)
}
