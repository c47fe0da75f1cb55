//! What few orders have, in tables of its own: days that they wait for, tags, amounts in another
//! currency, files.
use std::collections::{BTreeMap, BTreeSet};

use super::Target;
use super::delta::Delta;
use super::order::delete_by;
use crate::error::Result;
use crate::files;
use domain::SubjectKind;
use domain::lot::order_lots;
use domain::order::Order;
use rusqlite::params;
use uuid::Uuid;

/// The lots of its goods.
pub(super) fn lots(
    target: &mut Target<'_>,
    no: i64,
    before: &Order,
    after: &Order,
    delta: &mut Delta,
) -> Result<()> {
    let moves = |order: &Order| match order.is_visible() {
        true => order_lots(order),
        false => Vec::new(),
    };
    super::lots::replace(target, no, (&moves(before), &moves(after)), delta)
}

/// The day that it waits for and its tags, which few orders have.
pub(super) fn labels(target: &Target<'_>, no: i64, before: &Order, after: &Order) -> Result<()> {
    let day = |order: &Order| order.waits_until().filter(|_| order.is_visible());
    if day(before) != day(after) {
        delete_by(target, "DELETE FROM order_wait WHERE no = ?1", no)?;
        if let Some(day) = day(after) {
            let sql = "INSERT INTO order_wait (no, until_day) VALUES (?1, ?2)";
            target
                .conn
                .prepare_cached(sql)?
                .execute([no, day.0.into()])?;
        }
    }
    let tags = |order: &Order| {
        let tags = order.is_visible().then(|| order.tags.clone());
        tags.unwrap_or_default()
    };
    let (was, is) = (tags(before), tags(after));
    for tag in was.difference(&is) {
        let sql = "DELETE FROM order_tag WHERE tag = ?1 AND order_no = ?2";
        target.conn.prepare_cached(sql)?.execute(params![tag, no])?;
    }
    for tag in is.difference(&was) {
        let sql = "INSERT INTO order_tag (tag, order_no) VALUES (?1, ?2)";
        target.conn.prepare_cached(sql)?.execute(params![tag, no])?;
    }
    Ok(())
}

/// The amounts of an order in another currency as its document has them: those of its row are the
/// book's.
pub(super) fn foreign(target: &Target<'_>, no: i64, before: &Order, after: &Order) -> Result<()> {
    let amounts = |order: &Order| {
        let foreign = order.document.exchange.is_some() && order.is_visible();
        let currency = order.document.currency.clone();
        foreign.then(|| (currency, order.totals().0, order.paid_minor()))
    };
    let (was, is) = (amounts(before), amounts(after));
    if was == is {
        return Ok(());
    }
    delete_by(target, "DELETE FROM order_foreign WHERE no = ?1", no)?;
    if let Some((currency, total_minor, paid_minor)) = is {
        let sql = "INSERT INTO order_foreign (no, currency, total_minor, paid_minor) \
                   VALUES (?1, ?2, ?3, ?4)";
        let figures = params![no, currency, total_minor, paid_minor];
        target.conn.prepare_cached(sql)?.execute(figures)?;
    }
    Ok(())
}

/// What of it waits for goods, product by product.
pub(super) fn backorders(
    target: &mut Target<'_>,
    no: i64,
    before: &Order,
    after: &Order,
) -> Result<()> {
    let waiting = |order: &Order| {
        let mut waiting: BTreeMap<Uuid, i64> = BTreeMap::new();
        let shown = order.waits && order.is_visible();
        for line in order.lines.values().filter(|_| shown) {
            for (product, milli) in line.goods(order.waiting_milli(line)) {
                let sum = waiting.entry(product.0).or_default();
                *sum = sum.saturating_add(milli);
            }
        }
        waiting.retain(|_, milli| *milli > 0);
        waiting
    };
    let (was, is) = (waiting(before), waiting(after));
    if was == is {
        return Ok(());
    }
    delete_by(target, "DELETE FROM backorder WHERE order_no = ?1", no)?;
    for (product, milli) in is {
        let product = target.subject(SubjectKind::Product, product)?;
        let sql = "INSERT INTO backorder (order_no, product, quantity_milli) VALUES (?1, ?2, ?3)";
        target
            .conn
            .prepare_cached(sql)?
            .execute([no, product, milli])?;
    }
    Ok(())
}

/// The files that it names; bytes that no order names any more go.
pub(super) fn files(target: &Target<'_>, no: i64, before: &Order, after: &Order) -> Result<()> {
    let hashes = |order: &Order| -> BTreeSet<[u8; 32]> {
        let files = order.attachments.values().filter(|_| order.is_visible());
        files
            .filter_map(|file| files::hash_of(&file.said.sha256))
            .collect()
    };
    let (was, is) = (hashes(before), hashes(after));
    for hash in was.difference(&is) {
        let sql = "DELETE FROM order_attachment WHERE sha256 = ?1 AND order_no = ?2";
        target
            .conn
            .prepare_cached(sql)?
            .execute(params![hash, no])?;
        files::sweep(target.conn, hash)?;
    }
    for hash in is.difference(&was) {
        let sql = "INSERT INTO order_attachment (sha256, order_no) VALUES (?1, ?2)";
        target
            .conn
            .prepare_cached(sql)?
            .execute(params![hash, no])?;
    }
    Ok(())
}
