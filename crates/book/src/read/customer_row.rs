//! The row of a customer, as lists show it.

use super::{Read, custom};
use crate::dto::CustomerRow;
use crate::error::Result;
use domain::Day;
use rusqlite::Row;
use uuid::Uuid;

pub(crate) const CUSTOMER_ROW: &str = include_str!("sql/customer_row.sql");

impl Read<'_> {
    /// The row of a customer, or `None` when lists do not show it.
    pub fn customer_row(&self, no: i64) -> Result<Option<CustomerRow>> {
        let mut query = self.conn.prepare_cached(CUSTOMER_ROW)?;
        let mut rows = query.query([no])?;
        Ok(rows.next()?.map(read_row).transpose()?)
    }

    /// The rows of a window; numbers that are gone are left out.
    pub fn customer_rows(&self, window: &[u32]) -> Result<Vec<CustomerRow>> {
        let mut query = self.conn.prepare_cached(CUSTOMER_ROW)?;
        let mut found = Vec::with_capacity(window.len());
        for no in window {
            let mut rows = query.query([no])?;
            if let Some(row) = rows.next()? {
                found.push(read_row(row)?);
            }
        }
        Ok(found)
    }
}

fn read_row(row: &Row<'_>) -> rusqlite::Result<CustomerRow> {
    let day = |column: usize| -> rusqlite::Result<Option<String>> {
        Ok(row
            .get::<_, Option<i32>>(column)?
            .map(|day| Day(day).to_string()))
    };
    Ok(CustomerRow {
        id: Uuid::from_bytes(row.get(0)?),
        code: row.get(1)?,
        name: row.get(2)?,
        company: row.get(3)?,
        country: row.get(4)?,
        email: row.get(5)?,
        phone: row.get(6)?,
        orders: row.get::<_, Option<i64>>(7)?.unwrap_or(0),
        revenue_minor: row.get::<_, Option<i64>>(8)?.unwrap_or(0),
        balance_minor: row.get::<_, Option<i64>>(9)?.unwrap_or(0),
        first_day: day(10)?,
        last_day: day(11)?,
        erased: row.get(12)?,
        archived: row.get(13)?,
        version: row.get(14)?,
        custom: custom::stored(row.get_ref(15)?.as_str()?)?,
    })
}
