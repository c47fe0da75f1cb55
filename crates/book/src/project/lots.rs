//! The movements of lots and what lies of them where, written with the records that move them: few
//! products are tracked, and those that are not write nothing here.

use super::delta::Delta;
use super::{Target, lot_anchors};
use crate::error::Result;
use domain::SubjectKind;
use domain::lot::{LotMove, Tracking};
use domain::product::Product;
use rusqlite::{Connection, params};

/// A product, a lot and where it lies.
type Key<'a> = (i64, &'a str, i64);

/// Replaces a record's movements of lots; balances move by the difference.
pub(super) fn replace(
    target: &mut Target<'_>,
    no: i64,
    (old, new): (&[LotMove], &[LotMove]),
    delta: &mut Delta,
) -> Result<()> {
    if old == new {
        return Ok(());
    }
    lot_anchors::note_late(target, (old, new), delta)?;
    for one in old {
        let product = target.subject(SubjectKind::Product, one.product.0)?;
        let sql = "DELETE FROM lot_move
            WHERE product = ?1 AND lot = ?2 AND at_ms = ?3 AND subject = ?4 AND part = ?5";
        let key = params![product, one.lot, one.at_ms, no, one.part];
        target.conn.prepare_cached(sql)?.execute(key)?;
        balance(target, (product, one), -1)?;
    }
    for one in new {
        let product = target.subject(SubjectKind::Product, one.product.0)?;
        insert(target, no, (product, one))?;
        balance(target, (product, one), 1)?;
    }
    Ok(())
}

fn insert(target: &Target<'_>, no: i64, (product, one): (i64, &LotMove)) -> Result<()> {
    target
        .conn
        .prepare_cached(include_str!("../sql/insert_lot_move.sql"))?
        .execute(params![
            product,
            one.lot,
            one.at_ms,
            no,
            one.part,
            target.terms.number(target.conn, &one.from)?,
            target.terms.number(target.conn, &one.to)?,
            one.quantity_milli,
            one.offset_min,
            one.expires.map(|day| day.0),
        ])?;
    Ok(())
}

fn balance(target: &Target<'_>, (product, one): (i64, &LotMove), sign: i64) -> Result<()> {
    let milli = sign * one.quantity_milli;
    for (place, milli) in [(&one.from, -milli), (&one.to, milli)] {
        let location = target.terms.number(target.conn, place)?;
        add(target.conn, (product, &one.lot, location), milli)?;
    }
    Ok(())
}

/// What a count found of a lot: above zero when there is more of it than there should be.
pub(super) fn found(conn: &Connection, key: (i64, i64), lot: &str, milli: i64) -> Result<()> {
    add(conn, (key.0, lot, key.1), milli)?;
    add(conn, (key.0, lot, adjustment(conn)?), -milli)
}

/// The number of the place that differences come from and go to.
pub(super) fn adjustment(conn: &Connection) -> Result<i64> {
    let sql = "SELECT no FROM term WHERE text = 'adjustment'";
    Ok(conn.prepare_cached(sql)?.query_row([], |row| row.get(0))?)
}

/// Moves a balance; one that comes to nothing goes, as in a fresh fold.
fn add(conn: &Connection, (product, lot, location): Key<'_>, milli: i64) -> Result<()> {
    conn.prepare_cached(include_str!("../sql/add_lot_balance.sql"))?
        .execute(params![product, lot, location, milli])?;
    let sql = "DELETE FROM lot_balance
        WHERE product = ?1 AND lot = ?2 AND location = ?3 AND on_hand_milli = 0";
    conn.prepare_cached(sql)?
        .execute(params![product, lot, location])?;
    Ok(())
}

/// What a product is tracked by, and what was said of its lots.
pub(super) fn product(
    target: &Target<'_>,
    no: i64,
    before: &Product,
    after: &Product,
) -> Result<()> {
    let tracking = |product: &Product| match product.tracking() {
        _ if !product.is_visible() => 0,
        Tracking::None => 0,
        Tracking::Lot => 1,
        Tracking::Serial => 2,
    };
    let (was, is) = (tracking(before), tracking(after));
    if was != is {
        let sql = "DELETE FROM product_tracking WHERE product = ?1";
        target.conn.prepare_cached(sql)?.execute([no])?;
        if is != 0 {
            let sql = "INSERT INTO product_tracking (product, tracking) VALUES (?1, ?2)";
            target.conn.prepare_cached(sql)?.execute([no, is])?;
        }
    }
    let changed = after.lot_days.iter();
    for (lot, day) in changed.filter(|(lot, day)| before.lot_days.get(*lot) != Some(*day)) {
        let sql = "INSERT OR REPLACE INTO lot_day (product, lot, expires_day) VALUES (?1, ?2, ?3)";
        let row = params![no, lot, day.map(|day| day.0)];
        target.conn.prepare_cached(sql)?.execute(row)?;
    }
    Ok(())
}
