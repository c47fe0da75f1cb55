//! Builds lists: at once for small ones, on a thread of its own for the others.

use super::head::all_sql;
use super::list::{List, sorted};
use super::lists::Shared;
use super::spec::{Segment, Spec};
use crate::error::{BookError, Result};
use crate::read::ROW_COUNT;
use rusqlite::{Connection, OptionalExtension as _};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::thread;

/// Up to so many rows are looked up one by one rather than found on the way through all rows.
const FEW_ROWS: usize = 2_000;

/// Builds a list while the caller waits, and keeps it.
pub(super) fn now<S: Spec>(shared: &Shared<S>, conn: &Connection, spec: &S) -> Result<Arc<List>> {
    Ok(shared.keep(spec, list(shared, conn, spec)?))
}

/// Starts to build a list in the background, unless that is going on.
pub(super) fn start<S: Spec>(shared: &Arc<Shared<S>>, spec: &S) {
    if !shared.begin(spec) {
        return;
    }
    let (ours, theirs) = (shared.clone(), spec.clone());
    let work = move || {
        // A panic must not leave others waiting: they build the list themselves and see it.
        let built = catch_unwind(AssertUnwindSafe(|| in_background(&ours, &theirs)));
        ours.end(&theirs, built.ok().and_then(Result::ok));
    };
    let started = thread::Builder::new().name("book-view".into()).spawn(work);
    if started.is_err() {
        shared.end(spec, None);
    }
}

fn in_background<S: Spec>(shared: &Shared<S>, spec: &S) -> Result<List> {
    let conn = (shared.reader)()?;
    if !shared.interruptible(spec, conn.get_interrupt_handle()) {
        return Err(BookError::Cancelled);
    }
    // A build reads each page once: mapped pages would only fill the memory.
    conn.pragma_update(None, "mmap_size", 0)?;
    conn.execute_batch("BEGIN")?;
    let built = list(shared, &conn, spec);
    conn.execute_batch("COMMIT")?;
    built
}

fn list<S: Spec>(shared: &Shared<S>, conn: &Connection, spec: &S) -> Result<List> {
    let pos = spec.pos(conn)?;
    if spec.is_bare() {
        return Ok(List {
            ids: all(conn, spec)?,
            pos,
        });
    }
    let bare = spec.bare();
    let set = spec.set(conn)?;
    let whole = match shared.current(conn, &bare)? {
        Some(whole) => whole,
        None if set.len() <= FEW_ROWS => {
            let rows: Vec<u32> = set.iter().collect();
            return Ok(List {
                ids: sorted(conn, spec, &rows)?,
                pos,
            });
        }
        None => shared.keep(
            &bare,
            List {
                ids: all(conn, &bare)?,
                pos,
            },
        ),
    };
    let ids = whole
        .ids
        .iter()
        .copied()
        .filter(|no| set.contains(*no))
        .collect();
    Ok(List { ids, pos })
}

/// All rows in order. Rare segments are looked for only when rows are missing.
fn all<S: Spec>(conn: &Connection, spec: &S) -> Result<Vec<u32>> {
    let segments = spec.segments(conn)?;
    let ids = walked::<S>(conn, segments.iter().filter(|segment| !segment.rare))?;
    if segments.iter().any(|segment| segment.rare) && (ids.len() as i64) < row_count::<S>(conn)? {
        return walked::<S>(conn, segments.iter());
    }
    Ok(ids)
}

fn walked<'a, S: Spec>(
    conn: &Connection,
    segments: impl Iterator<Item = &'a Segment>,
) -> Result<Vec<u32>> {
    let mut ids = Vec::new();
    for segment in segments {
        let mut query = conn.prepare(&all_sql(segment))?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            ids.push(row.get(0)?);
        }
    }
    Ok(ids)
}

fn row_count<S: Spec>(conn: &Connection) -> Result<i64> {
    let mut query = conn.prepare_cached(ROW_COUNT)?;
    Ok(query
        .query_row([S::NAME], |row| row.get(0))
        .optional()?
        .unwrap_or(0))
}
