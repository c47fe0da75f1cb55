//! The moves of a record that is not an order, replaced as a set with all that follows from them.

use super::Target;
use super::anchors::note_late;
use super::delta::Delta;
use super::facts::{add_balances, add_flows};
use super::order::{delete_moves, insert_moves};
use crate::error::Result;
use domain::posting::StockMove;

/// Replaces a record's moves; balances and flows move by the difference, and counts that what
/// changed is older than are derived again.
pub(super) fn replace_moves(
    target: &mut Target<'_>,
    no: i64,
    (old, new): (&[StockMove], &[StockMove]),
    delta: &mut Delta,
) -> Result<()> {
    if old == new {
        return Ok(());
    }
    delete_moves(target, no, old, delta)?;
    add_balances(target, old, -1, delta)?;
    add_flows(target, old, -1, delta)?;
    insert_moves(target, no, new, delta)?;
    add_balances(target, new, 1, delta)?;
    add_flows(target, new, 1, delta)?;
    note_late(target, old, new, delta)
}
