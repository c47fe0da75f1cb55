//! Figures of sales: the sums of the roll-up by day, channel and country.

use super::cover::{Grain, Periods, cover};
use super::table::Table;
use crate::dto::ColumnUnit::{self, Count, Milli, Minor};
use crate::error::Result;
use crate::read::Read;
use domain::Day;
use rusqlite::Row;
use serde_json::Value;
use std::collections::BTreeMap;

pub(crate) const SALES_BY_DAY: &str = include_str!("../sql/sales_by_day.sql");
pub(crate) const SALES_BY_MONTH: &str = include_str!("../sql/sales_by_month.sql");

/// The columns of every report on sales, behind the one that names the row.
pub(super) const COLUMNS: [(&str, &str, ColumnUnit); 11] = [
    ("documents", "Documents", Count),
    ("lines", "Lines", Count),
    ("customers", "Customers", Count),
    ("units_milli", "Units", Milli),
    ("revenue_minor", "Revenue", Minor),
    ("tax_minor", "Tax", Minor),
    ("orders", "Orders", Count),
    ("returns", "Returns", Count),
    ("return_lines", "Return lines", Count),
    ("returned_milli", "Units returned", Milli),
    ("returned_minor", "Returned", Minor),
];

/// The column of the period before.
pub(super) const BEFORE: (&str, &str, ColumnUnit) = ("before_minor", "Period before", Minor);

/// Sums of sales.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sales {
    pub documents: i64,
    pub lines: i64,
    pub units_milli: i64,
    pub revenue_minor: i64,
    pub tax_minor: i64,
    pub returns: i64,
    pub return_lines: i64,
    pub returned_milli: i64,
    pub returned_minor: i64,
    pub adjustments: i64,
    pub adjusted_minor: i64,
    pub corrections: i64,
}

impl Sales {
    /// Sums from a row whose columns begin at `first`, in the order of the fields.
    pub fn of_row(row: &Row<'_>, first: usize) -> rusqlite::Result<Self> {
        Ok(Self {
            documents: row.get(first)?,
            lines: row.get(first + 1)?,
            units_milli: row.get(first + 2)?,
            revenue_minor: row.get(first + 3)?,
            tax_minor: row.get(first + 4)?,
            returns: row.get(first + 5)?,
            return_lines: row.get(first + 6)?,
            returned_milli: row.get(first + 7)?,
            returned_minor: row.get(first + 8)?,
            adjustments: row.get(first + 9)?,
            adjusted_minor: row.get(first + 10)?,
            corrections: row.get(first + 11)?,
        })
    }

    /// Adds other sums.
    pub fn add(&mut self, other: &Self) {
        self.documents += other.documents;
        self.lines += other.lines;
        self.units_milli += other.units_milli;
        self.revenue_minor += other.revenue_minor;
        self.tax_minor += other.tax_minor;
        self.returns += other.returns;
        self.return_lines += other.return_lines;
        self.returned_milli += other.returned_milli;
        self.returned_minor += other.returned_minor;
        self.adjustments += other.adjustments;
        self.adjusted_minor += other.adjusted_minor;
        self.corrections += other.corrections;
    }

    /// The documents that are neither returns nor adjustments nor corrections.
    pub fn orders(&self) -> i64 {
        self.documents - self.returns - self.adjustments - self.corrections
    }

    /// What was sold before anything came back.
    pub fn sold_minor(&self) -> i64 {
        self.revenue_minor - self.returned_minor - self.adjusted_minor
    }

    /// The figures in the order of [`COLUMNS`].
    pub fn figures(&self, customers: i64) -> [i64; 11] {
        [
            self.documents,
            self.lines,
            customers,
            self.units_milli,
            self.revenue_minor,
            self.tax_minor,
            self.orders(),
            self.returns,
            self.return_lines,
            self.returned_milli,
            self.returned_minor,
        ]
    }
}

/// A table of sales: rows are called by `name`, with a column of the period before if asked.
pub(super) fn table(name: (&str, &str, ColumnUnit), compare: bool) -> Table {
    let mut columns = vec![name];
    columns.extend(COLUMNS);
    columns.extend(compare.then_some(BEFORE));
    Table::of(&columns)
}

/// Adds a row of sales.
pub(super) fn row(table: &mut Table, name: Value, figures: [i64; 11], before: Option<i64>) {
    let figures = figures.into_iter().chain(before).map(Value::from);
    table.row([name].into_iter().chain(figures));
}

/// Sets the totals of sales.
pub(super) fn totals(table: &mut Table, figures: [i64; 11], before: Option<i64>) {
    for ((key, _, _), figure) in COLUMNS.iter().zip(figures) {
        table.total(key, figure);
    }
    if let Some(before) = before {
        table.total(BEFORE.0, before);
    }
}

impl Read<'_> {
    /// The sums of each period from that of `from` to that of `to`; periods without sales are
    /// not in it. Days outside of the range do not count, also where a period reaches beyond.
    pub(crate) fn sales(&self, grain: Grain, from: Day, to: Day) -> Result<BTreeMap<Day, Sales>> {
        let mut periods: BTreeMap<Day, Sales> = BTreeMap::new();
        for (sql, first, last) in steps(grain, from, to) {
            let mut query = self.conn.prepare_cached(sql)?;
            let mut rows = query.query([first.0, last.0])?;
            while let Some(row) = rows.next()? {
                let period = grain.start(Day(row.get(0)?));
                let sums = periods.entry(period).or_default();
                sums.add(&Sales::of_row(row, 1)?);
            }
        }
        Ok(periods)
    }
}

/// The statements that give the sums of a range: whole months from their own table, where months
/// are asked for.
fn steps(grain: Grain, from: Day, to: Day) -> Vec<(&'static str, Day, Day)> {
    if grain != Grain::Month {
        return vec![(SALES_BY_DAY, from, to)];
    }
    let step = |(grain, first, last): Periods| match grain {
        Grain::Year => (SALES_BY_MONTH, first, last.plus_months(11)),
        Grain::Month => (SALES_BY_MONTH, first, last),
        Grain::Week | Grain::Day => (SALES_BY_DAY, first, last),
    };
    cover(from, to).into_iter().map(step).collect()
}
