//! A purchase's row, what of it is on its way, and what moved with it.

use super::delta::Delta;
use super::moves::replace_moves;
use super::named::{self, Named};
use super::order::delete_by;
use super::{Target, lots};
use crate::error::Result;
use domain::SubjectKind;
use domain::lot::purchase_lots;
use domain::purchase::{
    PURCHASE, PURCHASES, Purchase, PurchaseStage, SUPPLIER_RETURN, SUPPLIER_RETURNS, purchase_moves,
};
use rusqlite::params;

pub(super) fn project(
    target: &mut Target<'_>,
    no: i64,
    before: &Purchase,
    after: &Purchase,
    delta: &mut Delta,
) -> Result<()> {
    let (old, new) = (purchase_moves(before), purchase_moves(after));
    replace_moves(target, no, (&old, &new), delta)?;
    let lots = (&*purchase_lots(before), &*purchase_lots(after));
    lots::replace(target, no, lots, delta)?;
    let found = (&Named::of_purchase(before), &Named::of_purchase(after));
    named::replace(target, no, found.0, found.1)?;
    delete_by(target, "DELETE FROM purchase WHERE no = ?1", no)?;
    delete_by(target, "DELETE FROM incoming WHERE purchase = ?1", no)?;
    insert(target, no, after)?;
    incoming(target, no, after)?;
    note_numbers(after, delta);
    Ok(())
}

fn insert(target: &mut Target<'_>, no: i64, purchase: &Purchase) -> Result<()> {
    let Some(supplier) = purchase.supplier() else {
        return Ok(());
    };
    let supplier = target.subject(SubjectKind::Supplier, supplier.0)?;
    let lines = purchase.lines();
    let open = lines.iter().filter(|line| purchase.open_milli(line) > 0);
    let expected = open
        .clone()
        .filter_map(|line| purchase.expected(line))
        .min();
    let ordered = lines.iter().map(|line| line.quantity_milli);
    target
        .conn
        .prepare_cached(include_str!("../sql/insert_purchase.sql"))?
        .execute(params![
            no,
            purchase.number(),
            supplier,
            stage_code(purchase.stage()),
            purchase.began.at_ms,
            purchase.began.day.0,
            purchase.ordered.as_ref().map(|(_, moment)| moment.day.0),
            expected.map(|day| day.0),
            lines.len() as i64,
            ordered.fold(0, i64::saturating_add),
            open.fold(0, |sum: i64, line| {
                sum.saturating_add(purchase.open_milli(line))
            }),
            purchase.total_minor(),
            purchase.version,
        ])?;
    Ok(())
}

/// The number that rows hold for a stage.
pub(crate) fn stage_code(stage: PurchaseStage) -> u8 {
    match stage {
        PurchaseStage::Unknown | PurchaseStage::Draft => 0,
        PurchaseStage::Ordered => 1,
        PurchaseStage::PartlyReceived => 2,
        PurchaseStage::Received => 3,
        PurchaseStage::Closed => 4,
        PurchaseStage::Cancelled => 5,
        PurchaseStage::Return => 6,
    }
}

fn incoming(target: &mut Target<'_>, no: i64, purchase: &Purchase) -> Result<()> {
    let Some(document) = purchase
        .document
        .as_ref()
        .filter(|_| purchase.is_under_way())
    else {
        return Ok(());
    };
    let location = target.terms.number(target.conn, &document.location)?;
    let sql = "INSERT OR REPLACE INTO incoming \
               (product, purchase, line, location, expected_day, quantity_milli) \
               VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    for line in &document.lines {
        let open_milli = purchase.open_milli(line);
        if open_milli > 0 {
            let product = target.subject(SubjectKind::Product, line.product.0)?;
            let day = purchase.expected(line).map(|day| day.0);
            let row = params![product, no, line.line, location, day, open_milli];
            target.conn.prepare_cached(sql)?.execute(row)?;
        }
    }
    Ok(())
}

/// Remembers the highest number of each series, so that the next one follows.
fn note_numbers(purchase: &Purchase, delta: &mut Delta) {
    let ordered = purchase.numbers.iter();
    for number in ordered.filter_map(|number| number.strip_prefix(PURCHASE)) {
        delta.note_number(PURCHASES, number);
    }
    for back in purchase.returns.values() {
        if let Some(number) = back.said.number.strip_prefix(SUPPLIER_RETURN) {
            delta.note_number(SUPPLIER_RETURNS, number);
        }
    }
}
