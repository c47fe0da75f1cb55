//! A value that rows are sorted by, compared as SQLite compares it.

use rusqlite::types::ValueRef;
use rusqlite::{Connection, Result};

/// Null before numbers before texts; texts by their bytes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Cell {
    /// Nothing.
    Null,
    /// A number.
    Int(i64),
    /// A text.
    Text(String),
}

/// The cells of the one row that a statement finds for a row number.
pub(super) fn cells(conn: &Connection, sql: &str, no: u32) -> Result<Option<Vec<Cell>>> {
    let mut query = conn.prepare_cached(sql)?;
    let columns = query.column_count();
    let mut rows = query.query([no])?;
    let Some(row) = rows.next()? else {
        return Ok(None);
    };
    let mut cells = Vec::with_capacity(columns);
    for column in 0..columns {
        cells.push(match row.get_ref(column)? {
            ValueRef::Integer(number) => Cell::Int(number),
            ValueRef::Text(text) => Cell::Text(String::from_utf8_lossy(text).into_owned()),
            _ => Cell::Null,
        });
    }
    Ok(Some(cells))
}
