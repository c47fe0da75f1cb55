//! What counts make of the ledger. The difference at each anchor follows from all that moved before
//! it, whoever moved it: it is derived again, product by product and location, when an anchor or
//! something before one changes. So it depends on the set of entries alone.

use super::Target;
use super::delta::Delta;
use super::lot_anchors::{self, CountedAt};
use crate::error::Result;
use domain::SubjectKind;
use domain::count::{Anchor, Change, variances};
use domain::order::Moment;
use domain::posting::StockMove;
use domain::stock::is_virtual;
use rusqlite::{Connection, OptionalExtension as _, params};

/// A product and a location, by their numbers.
pub(super) type Key = (i64, i64);

const MOVE_OF: &str = "SELECT from_location, to_location, quantity_milli FROM stock_move
    WHERE product = ?1 AND at_ms = ?2 AND subject = ?3 AND part = 0";
const EVERY_KEY: &str = "-- scan: once for a fresh fold.
    SELECT DISTINCT product, location FROM count_anchor";

/// Writes an anchor down.
pub(super) fn insert(conn: &Connection, key: Key, no: i64, anchor: &Anchor) -> Result<()> {
    let Moment {
        at_ms,
        offset_min,
        day,
    } = anchor.moment;
    conn.prepare_cached(include_str!("../sql/insert_anchor.sql"))?
        .execute(params![
            key.0,
            key.1,
            at_ms,
            no,
            anchor.counted_milli,
            offset_min,
            day.0
        ])?;
    lot_anchors::insert(conn, key, (at_ms, no), &anchor.lots)
}

/// Takes an anchor out, with the difference that it found.
pub(super) fn take_out(
    conn: &Connection,
    key: Key,
    no: i64,
    moment: Moment,
    delta: &mut Delta,
) -> Result<()> {
    let sql = "DELETE FROM count_anchor
        WHERE product = ?1 AND location = ?2 AND at_ms = ?3 AND subject = ?4";
    conn.prepare_cached(sql)?
        .execute(params![key.0, key.1, moment.at_ms, no])?;
    let found = Found {
        at_ms: moment.at_ms,
        subject: no,
        offset_min: moment.offset_min,
        day: moment.day.0,
    };
    replace(conn, key, &found, None, delta)?;
    lot_anchors::take_out(conn, key, (moment.at_ms, no))?;
    delta.anchored.insert(key);
    Ok(())
}

/// Remembers what must be derived again because something before an anchor changed. Hardly ever is
/// an entry older than the newest anchor of the book; then nothing is asked.
pub(super) fn note_late(
    target: &mut Target<'_>,
    old: &[StockMove],
    new: &[StockMove],
    delta: &mut Delta,
) -> Result<()> {
    // A fresh fold derives everything at its end.
    let Some(last_ms) = delta.last_anchor_ms.filter(|_| !delta.fresh) else {
        return Ok(());
    };
    let gone = old.iter().filter(|part| !new.contains(part));
    let come = new.iter().filter(|part| !old.contains(part));
    for part in gone.chain(come).filter(|part| part.at_ms <= last_ms) {
        let product = target.subject(SubjectKind::Product, part.product.0)?;
        for place in [&part.from, &part.to] {
            if !is_virtual(place) {
                let location = target.terms.number(target.conn, place)?;
                delta.anchored.insert((product, location));
            }
        }
    }
    Ok(())
}

/// Derives every difference anew, for a fresh fold whose movements are all written.
pub(crate) fn fill(conn: &Connection, delta: &mut Delta) -> Result<()> {
    let mut query = conn.prepare(EVERY_KEY)?;
    let keys = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    delta.anchored = keys.collect::<rusqlite::Result<_>>()?;
    derive_all(conn, delta)
}

/// Derives what is to be derived; the movements must be written before, the sums after.
pub(super) fn derive_all(conn: &Connection, delta: &mut Delta) -> Result<()> {
    for key in std::mem::take(&mut delta.anchored) {
        derive(conn, key, delta)?;
    }
    Ok(())
}

/// Where a difference stands in the ledger.
struct Found {
    at_ms: i64,
    subject: i64,
    offset_min: i32,
    day: i32,
}

fn derive(conn: &Connection, key: Key, delta: &mut Delta) -> Result<()> {
    let mut query = conn.prepare_cached(include_str!("../sql/anchors_of.sql"))?;
    let rows = query.query_map(params![key.0, key.1], |row| {
        let found = Found {
            at_ms: row.get(0)?,
            subject: row.get(1)?,
            offset_min: row.get(3)?,
            day: row.get(4)?,
        };
        Ok((found, row.get::<_, i64>(2)?))
    })?;
    let anchors: Vec<(Found, i64)> = rows.collect::<rusqlite::Result<_>>()?;
    let Some((last, _)) = anchors.last() else {
        return Ok(());
    };
    let mut query = conn.prepare_cached(include_str!("../sql/changes_at.sql"))?;
    let rows = query.query_map(params![key.0, key.1, last.at_ms], |row| {
        Ok(Change {
            at_ms: row.get(0)?,
            change_milli: row.get(1)?,
        })
    })?;
    let changes: Vec<Change> = rows.collect::<rusqlite::Result<_>>()?;
    let counted = anchors.iter().map(|(found, milli)| (found.at_ms, *milli));
    let differences = variances(counted, changes);
    for ((found, _), milli) in anchors.iter().zip(differences) {
        replace(conn, key, found, Some(milli), delta)?;
    }
    let counts = anchors.iter().map(|(found, counted_milli)| CountedAt {
        at_ms: found.at_ms,
        subject: found.subject,
        offset_min: found.offset_min,
        counted_milli: *counted_milli,
    });
    lot_anchors::derive(conn, key, &counts.collect::<Vec<_>>())
}

/// Puts a difference in place of the one that stands there, and moves the sums by what changed.
fn replace(
    conn: &Connection,
    key: Key,
    found: &Found,
    milli: Option<i64>,
    delta: &mut Delta,
) -> Result<()> {
    let adjustment = "SELECT no FROM term WHERE text = 'adjustment'";
    let adjustment: i64 = conn
        .prepare_cached(adjustment)?
        .query_row([], |row| row.get(0))?;
    let place = params![key.0, found.at_ms, found.subject];
    let before: Option<[i64; 3]> = conn
        .prepare_cached(MOVE_OF)?
        .query_row(place, |row| Ok([row.get(0)?, row.get(1)?, row.get(2)?]))
        .optional()?;
    let after = milli.filter(|milli| *milli != 0).map(|milli| {
        let (from, to) = if milli < 0 {
            (key.1, adjustment)
        } else {
            (adjustment, key.1)
        };
        [from, to, milli.saturating_abs()]
    });
    if before == after {
        return Ok(());
    }
    if let Some(before) = before {
        conn.prepare_cached(include_str!("../sql/delete_move.sql"))?
            .execute(params![key.0, found.at_ms, found.subject, 0])?;
        add(key.0, found.day, before, -1, delta);
    }
    if let Some([from, to, milli]) = after {
        let sql = "INSERT INTO stock_move (product, at_ms, subject, part, from_location,
                to_location, quantity_milli, offset_min)
            VALUES (?1, ?2, ?3, 0, ?4, ?5, ?6, ?7)";
        conn.prepare_cached(sql)?.execute(params![
            key.0,
            found.at_ms,
            found.subject,
            from,
            to,
            milli,
            found.offset_min
        ])?;
        add(key.0, found.day, [from, to, milli], 1, delta);
    }
    Ok(())
}

fn add(product: i64, day: i32, [from, to, milli]: [i64; 3], sign: i64, delta: &mut Delta) {
    let quantity = sign * milli;
    delta.goods.push(product);
    Delta::add(&mut delta.stock_balance, (product, from), [-quantity, 0]);
    Delta::add(&mut delta.stock_balance, (product, to), [quantity, 0]);
    Delta::add(&mut delta.stock_day, (day, from, to), [sign, quantity]);
}
