//! The movements of store credit and gift cards that a record makes, and the balances.

use super::Target;
use super::delta::Delta;
use crate::error::Result;
use domain::credit::CreditMove;
use rusqlite::params;

/// Replaces the movements that a record makes. A record without any costs nothing here.
pub(super) fn project(
    target: &mut Target<'_>,
    no: i64,
    before: &[CreditMove],
    after: &[CreditMove],
    delta: &mut Delta,
) -> Result<()> {
    if before == after {
        return Ok(());
    }
    for (part, moved) in before.iter().enumerate() {
        let holder = holder(target, moved)?;
        target
            .conn
            .prepare_cached(include_str!("../sql/delete_credit_move.sql"))?
            .execute(params![holder, moved.moment.at_ms, no, part as i64])?;
        Delta::add(&mut delta.credit_balance, holder, [-moved.amount_minor]);
    }
    for (part, moved) in after.iter().enumerate() {
        let holder = holder(target, moved)?;
        target
            .conn
            .prepare_cached(include_str!("../sql/insert_credit_move.sql"))?
            .execute(params![
                holder,
                moved.moment.at_ms,
                no,
                part as i64,
                moved.moment.offset_min,
                moved.moment.day.0,
                moved.kind as u8,
                moved.amount_minor,
            ])?;
        Delta::add(&mut delta.credit_balance, holder, [moved.amount_minor]);
    }
    Ok(())
}

fn holder(target: &mut Target<'_>, moved: &CreditMove) -> Result<i64> {
    let subject = moved.holder.subject();
    target.subject(subject.kind, subject.id)
}
