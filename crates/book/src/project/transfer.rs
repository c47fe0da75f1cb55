//! A transfer's row and movements.

use super::delta::Delta;
use super::moves::replace_moves;
use super::named::{self, Named};
use super::{Target, lots};
use crate::error::Result;
use domain::lot::transfer_lots;
use domain::transfer::{TRANSFER, Transfer, TransferStage, transfer_moves};
use rusqlite::params;

pub(super) fn project(
    target: &mut Target<'_>,
    no: i64,
    before: &Transfer,
    after: &Transfer,
    delta: &mut Delta,
) -> Result<()> {
    let (old, new) = (transfer_moves(before), transfer_moves(after));
    replace_moves(target, no, (&old, &new), delta)?;
    let lots = (&*transfer_lots(before), &*transfer_lots(after));
    lots::replace(target, no, lots, delta)?;
    let found = (&Named::of_transfer(before), &Named::of_transfer(after));
    named::replace(target, no, found.0, found.1)?;
    insert(target, no, after, delta)
}

fn insert(target: &Target<'_>, no: i64, after: &Transfer, delta: &mut Delta) -> Result<()> {
    let Some(document) = &after.document else {
        return Ok(());
    };
    let number = document.number.as_deref().unwrap_or_default();
    if let Some(number) = number.strip_prefix(TRANSFER) {
        delta.note_number("transfer", number);
    }
    let sent = after.sent.as_ref().map(|(sent, _)| sent);
    let from = sent.map_or(&document.from, |sent| &sent.from);
    let to = sent.map_or(&document.to, |sent| &sent.to);
    let open = after
        .open()
        .values()
        .fold(0, |sum: i64, milli| sum.saturating_add(*milli));
    target
        .conn
        .prepare_cached(include_str!("../sql/insert_transfer.sql"))?
        .execute(params![
            no,
            number,
            target.terms.number(target.conn, from)?,
            target.terms.number(target.conn, to)?,
            stage_code(after.stage()),
            document.title,
            after.drafted.at_ms,
            after.drafted.offset_min,
            open,
            after.version,
        ])?;
    Ok(())
}

/// The stored code of a stage.
pub(crate) fn stage_code(stage: TransferStage) -> u8 {
    match stage {
        TransferStage::Draft => 0,
        TransferStage::Sent => 1,
        TransferStage::Done => 2,
        TransferStage::Discarded => 3,
    }
}
