//! What moved in stock, by month: shipped, returned, received, found and lost.

use super::cover::Grain;
use super::question::Question;
use super::series::{label, periods};
use super::table::Table;
use crate::dto::ColumnUnit::{Count, Milli, Text};
use crate::error::Result;
use crate::read::Read;
use domain::Day;
use domain::stock::{CUSTOMER, is_virtual};
use serde_json::json;
use std::collections::BTreeMap;

pub(crate) const STOCK_FLOWS: &str = include_str!("../sql/stock_flows.sql");
pub(crate) const STOCK_DAYS: &str =
    "SELECT (SELECT min(business_day) FROM stock_day), (SELECT max(business_day) FROM stock_day)";

const KEYS: [&str; 7] = [
    "moves",
    "shipped_milli",
    "returned_milli",
    "received_milli",
    "found_milli",
    "lost_milli",
    "net_milli",
];

/// The figures of a month in the order of [`KEYS`].
type Figures = [i64; 7];

/// The report on stock movements.
pub(super) fn by_month(read: &Read<'_>, question: &Question) -> Result<Table> {
    let mut table = Table::of(&[
        ("month", "Month", Text),
        ("moves", "Movements", Count),
        ("shipped_milli", "Shipped", Milli),
        ("returned_milli", "Returned", Milli),
        ("received_milli", "Received", Milli),
        ("found_milli", "Found", Milli),
        ("lost_milli", "Lost", Milli),
        ("net_milli", "Change", Milli),
    ]);
    let mut totals = [0; 7];
    if let Some((from, to)) = question.days {
        let found = flows(read, from, to)?;
        for month in periods(Grain::Month, from, to) {
            let figures = found.get(&month).copied().unwrap_or_default();
            let cells = figures.into_iter().map(|figure| json!(figure));
            table.row([label(Grain::Month, month)].into_iter().chain(cells));
            for (total, figure) in totals.iter_mut().zip(figures) {
                *total += figure;
            }
        }
    }
    for (key, total) in KEYS.into_iter().zip(totals) {
        table.total(key, total);
    }
    Ok(table)
}

impl Read<'_> {
    /// The first and the last business day with a movement.
    pub(in crate::read) fn stock_days(&self) -> Result<Option<(Day, Day)>> {
        let mut query = self.conn.prepare_cached(STOCK_DAYS)?;
        let days: (Option<i32>, Option<i32>) =
            query.query_row([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(days
            .0
            .zip(days.1)
            .map(|(first, last)| (Day(first), Day(last))))
    }
}

fn flows(read: &Read<'_>, from: Day, to: Day) -> Result<BTreeMap<Day, Figures>> {
    let mut query = read.conn.prepare_cached(STOCK_FLOWS)?;
    let mut rows = query.query([from.0, to.0])?;
    let mut months: BTreeMap<Day, Figures> = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let month = Day(row.get(0)?).month_start();
        let leaves = read.terms.text(read.conn, row.get(1)?)?;
        let arrives = read.terms.text(read.conn, row.get(2)?)?;
        let (moves, quantity): (i64, i64) = (row.get(3)?, row.get(4)?);
        let figures = months.entry(month).or_default();
        figures[0] += moves;
        if let Some((place, sign)) = flow(&leaves, &arrives) {
            figures[place] += quantity;
            figures[6] += sign * quantity;
        }
    }
    Ok(months)
}

/// The column of a flow and its sign for our own stock; none between our own places.
fn flow(leaves: &str, arrives: &str) -> Option<(usize, i64)> {
    match (is_virtual(leaves), is_virtual(arrives)) {
        (false, true) if arrives == CUSTOMER => Some((1, -1)),
        (true, false) if leaves == CUSTOMER => Some((2, 1)),
        (true, false) if leaves == "supplier" => Some((3, 1)),
        (true, false) => Some((4, 1)),
        (false, true) => Some((5, -1)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flow_counts_where_it_belongs() {
        assert_eq!(flow("main", "customer"), Some((1, -1)));
        assert_eq!(flow("customer", "main"), Some((2, 1)));
        assert_eq!(flow("supplier", "main"), Some((3, 1)));
        assert_eq!(flow("adjustment", "main"), Some((4, 1)));
        assert_eq!(flow("main", "scrap"), Some((5, -1)));
        assert_eq!(flow("main", "cellar"), None);
    }
}
