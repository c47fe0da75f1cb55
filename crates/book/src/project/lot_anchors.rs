//! What counts make of lots. A count that names lots, or found nothing at all, says how much of
//! every lot was there; the difference of each lot follows from what moved before, as that of the
//! goods does (`anchors.rs`), and is a row of `lot_move` beside it.

use super::anchors::Key;
use super::delta::Delta;
use super::{Target, lots};
use crate::error::Result;
use domain::SubjectKind;
use domain::count::{Change, LotLevels, LotTally, lot_variances};
use domain::lot::LotMove;
use domain::stock::is_virtual;
use rusqlite::{Connection, params};
use std::collections::BTreeMap;

const HAS_LOTS: &str = "SELECT 1 FROM lot_move WHERE product = ?1
    UNION ALL SELECT 1 FROM lot_counted WHERE product = ?1 LIMIT 1";
const COUNTED: &str = "SELECT at_ms, subject, lot, counted_milli, expires_day FROM lot_counted
    WHERE product = ?1 AND location = ?2";
const FOUND: &str = "SELECT lot, from_location, to_location, quantity_milli, expires_day
    FROM lot_move WHERE product = ?1 AND at_ms = ?2 AND subject = ?3";

/// Where a count stands in the ledger.
pub(super) struct CountedAt {
    pub at_ms: i64,
    pub subject: i64,
    pub offset_min: i32,
    /// What was found of the product as a whole, thousandths.
    pub counted_milli: i64,
}

/// Writes down what a count says of lots.
pub(super) fn insert(
    conn: &Connection,
    key: Key,
    (at_ms, no): (i64, i64),
    found: &BTreeMap<String, LotTally>,
) -> Result<()> {
    let mut query = conn.prepare_cached(include_str!("../sql/insert_lot_counted.sql"))?;
    for (lot, tally) in found {
        let day = tally.expires.map(|day| day.0);
        let milli = tally.quantity_milli;
        query.execute(params![key.0, key.1, at_ms, no, lot, milli, day])?;
    }
    Ok(())
}

/// Takes out what a count said of lots, with the differences that it found.
pub(super) fn take_out(conn: &Connection, key: Key, (at_ms, no): (i64, i64)) -> Result<()> {
    let sql = "DELETE FROM lot_counted
        WHERE product = ?1 AND location = ?2 AND at_ms = ?3 AND subject = ?4";
    conn.prepare_cached(sql)?
        .execute(params![key.0, key.1, at_ms, no])?;
    let at = CountedAt {
        at_ms,
        subject: no,
        offset_min: 0,
        counted_milli: 0,
    };
    replace(conn, key, &at, Differences::new())
}

/// Remembers what must be derived again because lots changed before an anchor, also where the goods
/// as a whole stayed what they were.
pub(super) fn note_late(
    target: &mut Target<'_>,
    (old, new): (&[LotMove], &[LotMove]),
    delta: &mut Delta,
) -> Result<()> {
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

/// Lots with how much more was there than should have been, and the last day on them.
type Differences = BTreeMap<String, (i64, Option<i32>)>;

/// Derives the differences of lots at a location anew; `counts` are all counts of the product
/// there, in the order of time.
pub(super) fn derive(conn: &Connection, key: Key, counts: &[CountedAt]) -> Result<()> {
    let Some(last) = counts.last() else {
        return Ok(());
    };
    if !conn.prepare_cached(HAS_LOTS)?.exists([key.0])? {
        return Ok(());
    }
    let mut said = counted(conn, key)?;
    let changes = changes(conn, key, last.at_ms)?;
    let by_lots = counts.iter().filter_map(|at| {
        let lots = said.remove(&(at.at_ms, at.subject));
        let lots = lots.or((at.counted_milli == 0).then(Differences::new));
        Some((at, lots?))
    });
    let by_lots: Vec<(&CountedAt, Differences)> = by_lots.collect();
    let levels = by_lots.iter().map(|(at, lots)| {
        let levels = lots.iter().map(|(lot, (milli, _))| (lot.clone(), *milli));
        (at.at_ms, levels.collect::<LotLevels>())
    });
    let levels: Vec<(i64, LotLevels)> = levels.collect();
    let found = lot_variances(&levels, changes);
    for ((at, lots), differences) in by_lots.iter().zip(found) {
        let day = |lot: &str| lots.get(lot).and_then(|(_, day)| *day);
        let wanted = differences.into_iter();
        let wanted = wanted.map(|(lot, milli)| (lot.clone(), (milli, day(&lot))));
        replace(conn, key, at, wanted.collect())?;
    }
    let others = |at: &&CountedAt| !by_lots.iter().any(|(one, _)| std::ptr::eq(*one, *at));
    for at in counts.iter().filter(others) {
        replace(conn, key, at, Differences::new())?;
    }
    Ok(())
}

/// What counts say of the lots of a product at a location, by time and count.
fn counted(conn: &Connection, key: Key) -> Result<BTreeMap<(i64, i64), Differences>> {
    let mut query = conn.prepare_cached(COUNTED)?;
    let mut rows = query.query(params![key.0, key.1])?;
    let mut said: BTreeMap<(i64, i64), Differences> = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let lots = said.entry((row.get(0)?, row.get(1)?)).or_default();
        lots.insert(row.get(2)?, (row.get(3)?, row.get(4)?));
    }
    Ok(said)
}

fn changes(conn: &Connection, key: Key, until_ms: i64) -> Result<Vec<(String, Change)>> {
    let mut query = conn.prepare_cached(include_str!("../sql/lot_changes_at.sql"))?;
    let rows = query.query_map(params![key.0, key.1, until_ms], |row| {
        let change = Change {
            at_ms: row.get(1)?,
            change_milli: row.get(2)?,
        };
        Ok((row.get(0)?, change))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Puts the differences of a count in place of those that stand there.
fn replace(conn: &Connection, key: Key, at: &CountedAt, mut wanted: Differences) -> Result<()> {
    let mut query = conn.prepare_cached(FOUND)?;
    let rows = query.query_map(params![key.0, at.at_ms, at.subject], |row| {
        let lot: String = row.get(0)?;
        let (to, milli): (i64, i64) = (row.get(2)?, row.get(3)?);
        let sign = if to == key.1 { 1 } else { -1 };
        Ok((lot, (sign * milli, row.get::<_, Option<i32>>(4)?)))
    })?;
    let before: Vec<(String, (i64, Option<i32>))> = rows.collect::<rusqlite::Result<_>>()?;
    for (lot, was) in before {
        if wanted.get(&lot) == Some(&was) {
            wanted.remove(&lot);
        } else {
            let sql = "DELETE FROM lot_move
                WHERE product = ?1 AND lot = ?2 AND at_ms = ?3 AND subject = ?4 AND part = 0";
            conn.prepare_cached(sql)?
                .execute(params![key.0, lot, at.at_ms, at.subject])?;
            lots::found(conn, key, &lot, -was.0)?;
        }
    }
    for (lot, (milli, day)) in wanted {
        insert_move(conn, key, at, (&lot, milli, day))?;
        lots::found(conn, key, &lot, milli)?;
    }
    Ok(())
}

fn insert_move(
    conn: &Connection,
    key: Key,
    at: &CountedAt,
    (lot, milli, expires_day): (&str, i64, Option<i32>),
) -> Result<()> {
    let adjustment = lots::adjustment(conn)?;
    let (from, to) = match milli < 0 {
        true => (key.1, adjustment),
        false => (adjustment, key.1),
    };
    conn.prepare_cached(include_str!("../sql/insert_lot_move.sql"))?
        .execute(params![
            key.0,
            lot,
            at.at_ms,
            at.subject,
            0,
            from,
            to,
            milli.saturating_abs(),
            at.offset_min,
            expires_day,
        ])?;
    Ok(())
}
