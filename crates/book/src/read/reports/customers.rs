//! The customers who buy most. Anonymous sales are in the totals, not in the ranking.

use super::question::Question;
use super::table::Table;
use crate::dto::ColumnUnit::{Count, Minor, Text};
use crate::error::Result;
use crate::number_map::NumberMap;
use crate::read::Read;
use rusqlite::{OptionalExtension as _, params};
use serde_json::json;
use std::cmp::Reverse;

pub(crate) const CUSTOMERS_WITH_SALES: &str = "\
    -- scan: one row per customer, a fraction of the orders.\n\
     SELECT customer, documents, revenue_minor FROM customer_total WHERE documents <> 0";
pub(crate) const CUSTOMER_SALES: &str = include_str!("../sql/customer_sales_of_periods.sql");
pub(crate) const SALES_OF_DAYS: &str = include_str!("../sql/sales_of_days.sql");
pub(crate) const CUSTOMER_NAME: &str = include_str!("../sql/customer_name.sql");

/// Sums of a customer: documents, revenue.
type Sums = (i64, i64);

/// The report on the best customers.
pub(super) fn top(read: &Read<'_>, question: &Question) -> Result<Table> {
    let mut table = Table::of(&[
        ("code", "Code", Text),
        ("name", "Name", Text),
        ("documents", "Documents", Count),
        ("revenue_minor", "Revenue", Minor),
    ]);
    let mut found = sums(read, question)?;
    let named_minor: i64 = found.iter().map(|(_, sums)| sums.1).sum();
    let (documents, revenue_minor) = everything(read, question)?;
    table.total("documents", documents);
    table.total("revenue_minor", revenue_minor);
    table.total("customers", found.len() as i64);
    table.total("anonymous_minor", revenue_minor - named_minor);
    if found.len() > question.limit {
        // All that tie with the last one stay in, so that the tie is broken by code.
        let last = question.limit - 1;
        found.select_nth_unstable_by_key(last, |(_, sums)| Reverse(sums.1));
        let edge = found[last].1.1;
        found.retain(|(_, sums)| sums.1 >= edge);
    }
    let mut query = read.conn.prepare_cached(CUSTOMER_NAME)?;
    let mut named: Vec<(Option<String>, String, Sums)> = Vec::with_capacity(found.len());
    for (customer, sums) in found {
        let name = query.query_row([customer], |row| Ok((row.get(0)?, row.get(1)?)));
        let (code, name) = name.optional()?.unwrap_or_default();
        named.push((code, name, sums));
    }
    named.sort_by(|a, b| {
        b.2.1
            .cmp(&a.2.1)
            .then_with(|| (&a.0, &a.1).cmp(&(&b.0, &b.1)))
    });
    for (code, name, (documents, revenue)) in named.into_iter().take(question.limit) {
        table.row([json!(code), json!(name), json!(documents), json!(revenue)]);
    }
    Ok(table)
}

/// Documents and revenue of everybody, the anonymous ones included.
fn everything(read: &Read<'_>, question: &Question) -> Result<Sums> {
    let Some((from, to)) = question.days else {
        return Ok((0, 0));
    };
    let mut query = read.conn.prepare_cached(SALES_OF_DAYS)?;
    Ok(query.query_row([from.0, to.0], |row| Ok((row.get(0)?, row.get(1)?)))?)
}

fn sums(read: &Read<'_>, question: &Question) -> Result<Vec<(i64, Sums)>> {
    let of_row = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, (row.get(1)?, row.get(2)?)));
    if question.is_all_time() {
        let mut query = read.conn.prepare_cached(CUSTOMERS_WITH_SALES)?;
        let rows = query.query_map([], of_row)?;
        return Ok(rows.collect::<Result<_, _>>()?);
    }
    let mut sums: NumberMap<Sums> = NumberMap::default();
    let mut query = read.conn.prepare_cached(CUSTOMER_SALES)?;
    for (grain, first, last) in question.periods() {
        let mut rows = query.query(params![grain.code(), first.0, last.0])?;
        while let Some(row) = rows.next()? {
            let (customer, (documents, revenue)): (i64, Sums) = of_row(row)?;
            let sum = sums.entry(customer).or_default();
            *sum = (sum.0 + documents, sum.1 + revenue);
        }
    }
    Ok(sums.into_iter().collect())
}
