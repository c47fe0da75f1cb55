//! A stock document's rows.

use super::anchors::note_late;
use super::delta::Delta;
use super::facts::{add_balances, add_correction, add_flows};
use super::named::{self, Named};
use super::order::{delete_moves, insert_moves};
use super::{Target, bundles, lots};
use crate::error::Result;
use domain::lot::stock_lots;
use domain::posting::stock_moves;
use domain::stock::StockDocument;
use rusqlite::params;

pub(super) fn project(
    target: &mut Target<'_>,
    no: i64,
    before: &StockDocument,
    after: &StockDocument,
    delta: &mut Delta,
) -> Result<()> {
    let (old, new) = (stock_moves(before), stock_moves(after));
    delete_moves(target, no, &old, delta)?;
    target
        .conn
        .prepare_cached("DELETE FROM stock_document WHERE no = ?1")?
        .execute([no])?;
    add_correction(target, before, -1, delta)?;
    add_balances(target, &old, -1, delta)?;
    add_flows(target, &old, -1, delta)?;
    insert(target, no, after)?;
    bundles::assembly(target, no, before, after)?;
    named::replace(
        target,
        no,
        &Named::of_stock(before),
        &Named::of_stock(after),
    )?;
    insert_moves(target, no, &new, delta)?;
    add_correction(target, after, 1, delta)?;
    add_balances(target, &new, 1, delta)?;
    note_late(target, &old, &new, delta)?;
    lots::replace(target, no, (&stock_lots(before), &stock_lots(after)), delta)?;
    add_flows(target, &new, 1, delta)
}

fn insert(target: &mut Target<'_>, no: i64, document: &StockDocument) -> Result<()> {
    let Some(said) = document.adjusted.as_ref().filter(|_| !document.withdrawn) else {
        return Ok(());
    };
    let run = target.run(said.run)?;
    target
        .conn
        .prepare_cached(include_str!("../sql/insert_stock_document.sql"))?
        .execute(params![
            no,
            said.reason,
            said.external_id,
            document.at_ms,
            document.offset_min,
            document.day.0,
            run,
        ])?;
    Ok(())
}
