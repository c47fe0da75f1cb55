//! What bundles are made of, and the orders that take goods as components of bundles.

use std::collections::{BTreeMap, BTreeSet};

use super::Target;
use crate::error::Result;
use domain::SubjectKind;
use domain::order::Order;
use domain::product::{Bundle, BundleKind, Product};
use domain::stock::{Assembled, StockDocument};
use rusqlite::params;
use uuid::Uuid;

/// The rows of a product's components, written anew when they differ.
pub(super) fn product(
    target: &mut Target<'_>,
    no: i64,
    before: &Product,
    after: &Product,
) -> Result<()> {
    let shown = |product: &Product| {
        let bundle = product.bundle().filter(|_| product.is_visible());
        bundle.cloned()
    };
    let (was, is) = (shown(before), shown(after));
    if was == is {
        return Ok(());
    }
    for sql in [
        "DELETE FROM bundle WHERE product = ?1",
        "DELETE FROM bundle_component WHERE product = ?1",
    ] {
        target.conn.prepare_cached(sql)?.execute([no])?;
    }
    is.map_or(Ok(()), |bundle| insert(target, no, &bundle))
}

fn insert(target: &mut Target<'_>, no: i64, bundle: &Bundle) -> Result<()> {
    let sql = "INSERT INTO bundle (product, kind) VALUES (?1, ?2)";
    let row = params![no, kind_code(bundle.kind)];
    target.conn.prepare_cached(sql)?.execute(row)?;
    for (place, one) in (0_i64..).zip(&bundle.components) {
        let component = target.subject(SubjectKind::Product, one.product.0)?;
        let sql = "INSERT INTO bundle_component (product, place, component, quantity_milli) \
                   VALUES (?1, ?2, ?3, ?4)";
        let row = params![no, place, component, one.quantity_milli];
        target.conn.prepare_cached(sql)?.execute(row)?;
    }
    Ok(())
}

/// The code of a kind of bundles.
fn kind_code(kind: BundleKind) -> u8 {
    match kind {
        BundleKind::Virtual => 0,
        BundleKind::Assembled => 1,
    }
}

/// The products that a record put together or took apart.
pub(super) fn assembly(
    target: &mut Target<'_>,
    no: i64,
    before: &StockDocument,
    after: &StockDocument,
) -> Result<()> {
    let moved = |document: &StockDocument| -> BTreeSet<Uuid> {
        let said = document.assembled.iter().filter(|_| !document.withdrawn);
        let changes = said.flat_map(Assembled::changes);
        changes.map(|(product, _)| product.0).collect()
    };
    let (was, is) = (moved(before), moved(after));
    for product in was.difference(&is) {
        let product = target.subject(SubjectKind::Product, *product)?;
        let sql = "DELETE FROM assembly WHERE product = ?1 AND no = ?2";
        target.conn.prepare_cached(sql)?.execute([product, no])?;
    }
    for product in is.difference(&was) {
        let product = target.subject(SubjectKind::Product, *product)?;
        let sql = "INSERT INTO assembly (product, no) VALUES (?1, ?2)";
        target.conn.prepare_cached(sql)?.execute([product, no])?;
    }
    Ok(())
}

/// What an order takes as components of bundles, product by product. Few orders have any.
pub(super) fn order(target: &mut Target<'_>, no: i64, before: &Order, after: &Order) -> Result<()> {
    let (was, is) = (taken(before), taken(after));
    let day = |order: &Order| order.placed.day;
    if was == is && (is.is_empty() || day(before) == day(after)) {
        return Ok(());
    }
    for product in was.keys() {
        let product = target.subject(SubjectKind::Product, *product)?;
        let sql = "DELETE FROM component_line WHERE product = ?1 AND order_no = ?2";
        target.conn.prepare_cached(sql)?.execute([product, no])?;
    }
    for (product, milli) in is {
        let product = target.subject(SubjectKind::Product, product)?;
        let sql = "INSERT INTO component_line (product, order_no, day, quantity_milli) \
                   VALUES (?1, ?2, ?3, ?4)";
        let row = params![product, no, day(after).0, milli];
        target.conn.prepare_cached(sql)?.execute(row)?;
    }
    Ok(())
}

/// What was wanted as components and did not come back, thousandths.
fn taken(order: &Order) -> BTreeMap<Uuid, i64> {
    let mut taken: BTreeMap<Uuid, i64> = BTreeMap::new();
    if !order.counts() || !order.is_visible() {
        return taken;
    }
    for line in order.lines.values().filter(|line| line.is_bundle()) {
        for (product, milli) in order.kept_goods(line) {
            let sum = taken.entry(product.0).or_default();
            *sum = sum.saturating_add(milli);
        }
    }
    taken.retain(|_, milli| *milli != 0);
    taken
}
