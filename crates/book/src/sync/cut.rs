//! Taking the end off a journal, when another one has its place (a device was cloned, or restored
//! from an old copy). The records lose those entries and are folded again.

use crate::device::Device;
use crate::error::{BookError, Result};
use crate::journal;
use crate::memory::Waiting;
use crate::project::Target;
use crate::sync::quarantine;
use crate::waiting;
use crate::write::Tx;
use domain::{Entry, Subject};
use rusqlite::params;
use std::collections::BTreeSet;

/// Takes the entries of a journal from `seq` on out of the book; they go to quarantine. Returns
/// the records that have to be folded again. As some may have no entries left, all tables have to
/// be computed afresh after the commit.
pub(crate) fn cut(
    tx: &mut Tx<'_>,
    device: &mut Device,
    seq: u64,
    source: (&str, i64),
) -> Result<BTreeSet<Subject>> {
    let (ends, subjects) = take_off(tx, device, seq)?;
    for entry in &ends {
        quarantine::keep(tx.conn, source, entry, quarantine::FORKED)?;
    }
    let mark = "INSERT OR REPLACE INTO meta (key, value) VALUES ('rebuild', 1)";
    tx.conn.execute(mark, [])?;
    Ok(subjects)
}

/// Takes the entries of a journal from `seq` on out of the book and returns them, and the records
/// that they are about, whose states before are then open in the transaction.
pub(crate) fn take_off(
    tx: &mut Tx<'_>,
    device: &mut Device,
    seq: u64,
) -> Result<(Vec<Entry>, BTreeSet<Subject>)> {
    // What waits is summed with the entries that are there: those must be the ones it began with.
    let mut target = Target {
        conn: tx.conn,
        terms: tx.terms,
        known: tx.known,
    };
    waiting::sum_up(&mut target, &Waiting::default(), &mut tx.delta)?;
    let mut ends = Vec::new();
    let before = seq
        .checked_sub(1)
        .ok_or_else(|| BookError::Inconsistent("a journal begins with 1".into()))?;
    journal::chain(tx.conn, tx.terms, device, before, &mut |entry| {
        ends.push(entry);
        Ok(())
    })?;
    let subjects: BTreeSet<Subject> = ends.iter().map(|entry| entry.subject).collect();
    for subject in &subjects {
        tx.open_no(*subject)?;
    }
    device.last_hash = journal::hash_at(tx.conn, device, before)?;
    device.last_seq = before;
    let key = params![device.no, seq as i64];
    for sql in [
        "DELETE FROM personal WHERE pos IN \
         (SELECT pos FROM journal WHERE device = ?1 AND seq >= ?2)",
        "DELETE FROM redaction WHERE device = ?1 AND seq >= ?2",
        "DELETE FROM journal WHERE device = ?1 AND seq >= ?2",
    ] {
        tx.conn.prepare_cached(sql)?.execute(key)?;
    }
    Ok((ends, subjects))
}
