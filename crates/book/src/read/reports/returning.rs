//! New and returning customers by month: a customer is new in the month of the first purchase.

use super::cover::Grain;
use super::question::Question;
use super::series::{label, periods};
use super::table::Table;
use crate::dto::ColumnUnit::{Count, Minor, Text};
use crate::error::Result;
use crate::read::Read;
use crate::row_set::RowSet;
use domain::Day;
use rusqlite::params;
use serde_json::json;

pub(crate) const NEW_CUSTOMERS: &str =
    "SELECT customer FROM customer_total WHERE first_day BETWEEN ?1 AND ?2";

pub(crate) const REVENUE_OF_CUSTOMERS: &str =
    "SELECT customer, revenue_minor FROM customer_sales WHERE grain = ?1 AND period = ?2";

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
    let end = Grain::Month.plus(month, 1).plus(-1);
    let mut new_customers = RowSet::default();
    let mut query = read.conn.prepare_cached(NEW_CUSTOMERS)?;
    for customer in query.query_map([month.0, end.0], |row| row.get(0))? {
        new_customers.insert(customer?);
    }
    let (mut new, mut returning) = (Share::default(), Share::default());
    new.customers = new_customers.len() as i64;
    returning.customers = read.customer_count(Grain::Month, month)? - new.customers;
    let mut query = read.conn.prepare_cached(REVENUE_OF_CUSTOMERS)?;
    let mut rows = query.query(params![Grain::Month.code(), month.0])?;
    while let Some(row) = rows.next()? {
        let is_new = new_customers.contains(row.get(0)?);
        let share = if is_new { &mut new } else { &mut returning };
        share.revenue_minor += row.get::<_, i64>(1)?;
    }
    Ok((new, returning))
}
