//! Goods whose kept days no longer hold, because something of them moved or was said to cost
//! something else. Books that keep none are asked for one row.

use super::Delta;
use crate::error::Result;
use rusqlite::Connection;
use std::collections::BTreeSet;

const KEEPS: &str = "SELECT 1 FROM meta WHERE key = 'goods_kept'";
const MARK: &str = "INSERT OR IGNORE INTO goods_stale (product) VALUES (?1)";

/// Where the file cannot be written, what waits is added to copies of its tables.
const ASIDE: &str = "SELECT 1 FROM temp.sqlite_schema WHERE name = 'stock_move'";
const COPY_ASIDE: &str =
    "CREATE TEMP TABLE IF NOT EXISTS goods_stale (product INTEGER PRIMARY KEY);
    INSERT OR IGNORE INTO temp.goods_stale SELECT product FROM main.goods_stale";

/// Notes the products of the moves that are written and of those that were taken away.
pub(super) fn mark(conn: &Connection, delta: &mut Delta) -> Result<()> {
    let gone = std::mem::take(&mut delta.goods);
    if delta.fresh || delta.moves.is_empty() && gone.is_empty() {
        return Ok(());
    }
    if !conn.prepare_cached(KEEPS)?.exists([])? {
        return Ok(());
    }
    if conn.prepare_cached(ASIDE)?.exists([])? {
        conn.execute_batch(COPY_ASIDE)?;
    }
    let moved = delta.moves.iter().map(|row| row[0]);
    let products: BTreeSet<i64> = moved.chain(gone).collect();
    let mut mark = conn.prepare_cached(MARK)?;
    for product in products {
        mark.execute([product])?;
    }
    Ok(())
}
