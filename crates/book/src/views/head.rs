//! The first rows of a list that is not built yet, straight from the index of its sort.

use super::asked::Span;
use super::spec::{Demands, Segment, Spec};
use crate::error::Result;
use rusqlite::{Connection, params_from_iter};

/// How many rows the walk may look at before it gives up: some milliseconds' worth.
const EXAMINED_ROWS: usize = 2_000;

/// Row numbers up to the end of the window, as far as a short walk finds them.
pub(super) fn head<S: Spec>(conn: &Connection, spec: &S, span: Span) -> Result<Vec<u32>> {
    let mut segments = spec.first_segments(conn)?;
    segments.retain(|segment| !segment.rare);
    if span.descending {
        segments.reverse();
    }
    let demands = spec.demands();
    let mut ids = Vec::new();
    for segment in &segments {
        let missing = span.end() - ids.len();
        if missing == 0 {
            break;
        }
        let sql = walk_sql(S::TABLE, segment, &demands, span.descending);
        let mut query = conn.prepare_cached(&sql)?;
        let limit = rusqlite::types::Value::Integer(missing as i64);
        let found = query.query_map(
            params_from_iter(demands.values.iter().chain([&limit])),
            |row| row.get::<_, u32>(0),
        )?;
        for no in found {
            ids.push(no?);
        }
    }
    Ok(ids)
}

/// The inner query bounds how many rows are looked at, the outer one how many are given.
pub(super) fn walk_sql(
    table: &str,
    segment: &Segment,
    demands: &Demands,
    descending: bool,
) -> String {
    let Segment { from, no, .. } = segment;
    let only = if segment.only.is_empty() {
        "1"
    } else {
        &segment.only
    };
    let columns = demands.columns.iter();
    let columns: String = columns
        .map(|column| format!(", {table}.{column} AS {column}"))
        .collect();
    let order = order_by(segment, descending);
    let all = demands.all();
    format!(
        "-- scan: walks the index of the sort and stops at {EXAMINED_ROWS} rows.\n\
         SELECT no FROM (SELECT {no} AS no{columns} FROM {from} WHERE {only} \
         ORDER BY {order} LIMIT {EXAMINED_ROWS}) WHERE {all} LIMIT ?"
    )
}

/// All rows of a segment, ascending.
pub(super) fn all_sql(segment: &Segment) -> String {
    let Segment { from, no, .. } = segment;
    let only = if segment.only.is_empty() {
        "1"
    } else {
        &segment.only
    };
    let order = order_by(segment, false);
    format!(
        "-- scan: builds a whole list, in the background, once.\n\
         SELECT {no} FROM {from} WHERE {only} ORDER BY {order}"
    )
}

fn order_by(segment: &Segment, descending: bool) -> String {
    let direction = if descending { " DESC" } else { "" };
    let columns = segment.order.iter().copied().chain([segment.no]);
    columns
        .map(|column| format!("{column}{direction}"))
        .collect::<Vec<_>>()
        .join(", ")
}
