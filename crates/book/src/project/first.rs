//! The first month of each customer and what was bought in it: the part of a month's revenue that
//! is owed to new customers.

use super::delta::{CustomerPeriod, Delta, HashMap, MONTH};
use crate::error::Result;
use domain::Day;
use rusqlite::{Connection, OptionalExtension as _, params};

/// A month and the revenue of it.
type First = Option<(i32, i64)>;

/// Follows the customers whose totals or months have changed: notes their first month again and
/// adds the differences to the months. The rows of the customers' sales and totals must be written
/// before.
pub(super) fn follow(
    conn: &Connection,
    moved: Vec<i64>,
    bought: &[(CustomerPeriod, [i64; 2])],
    months: &mut HashMap<i32, [i64; 3]>,
) -> Result<()> {
    let of_months = bought.iter().filter(|(key, _)| key.0 == MONTH);
    let mut customers = moved;
    for ((_, month, customer), [_, revenue]) in of_months {
        Delta::add(months, *month, [*revenue, 0, 0]);
        customers.push(*customer);
    }
    customers.sort_unstable();
    customers.dedup();
    for customer in customers {
        let (before, now) = (noted(conn, customer)?, found(conn, customer)?);
        if before != now {
            if let Some((month, revenue)) = before {
                Delta::add(months, month, [0, -1, -revenue]);
            }
            if let Some((month, revenue)) = now {
                Delta::add(months, month, [0, 1, revenue]);
            }
            note(conn, customer, now)?;
        }
    }
    Ok(())
}

/// Fills both tables of a fresh fold at once, from the sums that it has written.
pub(crate) fn fill(conn: &Connection) -> Result<()> {
    for sql in [
        include_str!("../sql/fill_customer_first.sql"),
        include_str!("../sql/fill_customer_month.sql"),
        include_str!("../sql/fill_new_customers.sql"),
        include_str!("../sql/drop_empty_months.sql"),
    ] {
        conn.execute(sql, [])?;
    }
    Ok(())
}

fn noted(conn: &Connection, customer: i64) -> Result<First> {
    let sql = "SELECT month, revenue_minor FROM customer_first WHERE customer = ?1";
    let mut query = conn.prepare_cached(sql)?;
    let row = query.query_row([customer], |row| Ok((row.get(0)?, row.get(1)?)));
    Ok(row.optional()?)
}

fn found(conn: &Connection, customer: i64) -> Result<First> {
    let sql = "SELECT first_day FROM customer_total WHERE customer = ?1";
    let mut query = conn.prepare_cached(sql)?;
    let first = query.query_row([customer], |row| row.get::<_, Option<i32>>(0));
    let Some(day) = first.optional()?.flatten() else {
        return Ok(None);
    };
    let month = Day(day).month_start().0;
    let sql = "SELECT revenue_minor FROM customer_sales
               WHERE grain = ?1 AND period = ?2 AND customer = ?3";
    let mut query = conn.prepare_cached(sql)?;
    let revenue = query.query_row(params![MONTH, month, customer], |row| row.get(0));
    Ok(Some((month, revenue.optional()?.unwrap_or(0))))
}

fn note(conn: &Connection, customer: i64, now: First) -> Result<()> {
    match now {
        Some((month, revenue)) => {
            let sql = "INSERT OR REPLACE INTO customer_first (customer, month, revenue_minor)
                       VALUES (?1, ?2, ?3)";
            conn.prepare_cached(sql)?
                .execute(params![customer, month, revenue])?;
        }
        None => {
            conn.prepare_cached("DELETE FROM customer_first WHERE customer = ?1")?
                .execute([customer])?;
        }
    }
    Ok(())
}
