//! New and returning customers by month: a customer is new in the month of the first purchase.

use super::cover::Grain;
use super::question::Question;
use super::series::{label, periods};
use super::table::Table;
use crate::dto::ColumnUnit::{Count, Minor, Text};
use crate::error::Result;
use crate::read::Read;
use domain::Day;
use rusqlite::OptionalExtension as _;
use serde_json::json;

pub(crate) const CUSTOMER_MONTH: &str =
    "SELECT revenue_minor, new_customers, new_revenue_minor FROM customer_month WHERE month = ?1";

/// Customers and revenue of one kind.
#[derive(Clone, Copy, Default)]
struct Share {
    customers: i64,
    revenue_minor: i64,
}

/// The report on new and returning customers. Months count whole, also at the ends.
pub(super) fn by_month(read: &Read<'_>, question: &Question) -> Result<Table> {
    let mut table = Table::of(&[
        ("month", "Month", Text),
        ("new", "New", Count),
        ("returning", "Returning", Count),
        ("revenue_new_minor", "Revenue of new", Minor),
        ("revenue_returning_minor", "Revenue of returning", Minor),
    ]);
    let months = question
        .days
        .map(|(from, to)| periods(Grain::Month, from, to));
    let mut totals = [0; 4];
    for month in months.into_iter().flatten() {
        let (new, returning) = shares(read, month)?;
        let figures = [
            new.customers,
            returning.customers,
            new.revenue_minor,
            returning.revenue_minor,
        ];
        let cells = figures.into_iter().map(|figure| json!(figure));
        table.row([label(Grain::Month, month)].into_iter().chain(cells));
        for (total, figure) in totals.iter_mut().zip(figures) {
            *total += figure;
        }
    }
    for (key, total) in [
        "new",
        "returning",
        "revenue_new_minor",
        "revenue_returning_minor",
    ]
    .iter()
    .zip(totals)
    {
        table.total(key, total);
    }
    Ok(table)
}

/// What new and returning customers bought in a month.
fn shares(read: &Read<'_>, month: Day) -> Result<(Share, Share)> {
    let mut query = read.conn.prepare_cached(CUSTOMER_MONTH)?;
    let row = query.query_row([month.0], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)));
    let (revenue_minor, customers, new_minor): (i64, i64, i64) =
        row.optional()?.unwrap_or_default();
    let new = Share {
        customers,
        revenue_minor: new_minor,
    };
    let returning = Share {
        customers: read.customer_count(Grain::Month, month)? - customers,
        revenue_minor: revenue_minor - new_minor,
    };
    Ok((new, returning))
}
