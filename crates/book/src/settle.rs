//! Settling: what a transaction has said becomes rows and sums, before its readers or the commit.

use crate::erase;
use crate::error::Result;
use crate::open::Open;
use crate::project::{self, Delta, Target};
use crate::waiting;
use crate::write::Tx;
use domain::{State, Subject, SubjectKind};
use std::collections::HashMap;

/// Transactions about more orders than this write all of their rows themselves.
const FEW: usize = 8;

impl Tx<'_> {
    /// Writes the rows and sums of all records that changed. Those of a few orders wait; whatever
    /// else settles takes those that wait along, first of all, so that it finds them in the tables.
    pub fn settle(&mut self) -> Result<()> {
        let said = self.open.values().any(|open| open.said);
        if said && self.open.values().all(|open| open.settled) {
            return Ok(());
        }
        // What is said of an order now is not in the state that is remembered of it.
        for open in self.open.values().filter(|open| open.said) {
            self.memory.waiting.remove(&open.no);
        }
        let may_wait = self.may_wait();
        let (orders, others) = self.unsettled();
        let mut target = Target {
            conn: self.conn,
            terms: self.terms,
            known: self.known,
        };
        let (open, delta) = (&mut self.open, &mut self.delta);
        // Sums look up the totals of their customers and the rows of all orders: what waits is
        // summed after those of this transaction.
        at_once(&mut target, open, &orders, delta)?;
        // What is older than a count changes the difference that it found, and cannot wait.
        let waits = may_wait && delta.anchored.is_empty();
        if waits {
            for open in orders.iter().filter_map(|order| open.get(order)) {
                waiting::add(&mut target, open.no, self.began_pos, &open.now)?;
            }
        } else {
            in_time(&mut target, open, &orders, delta)?;
            waiting::sum_up(&mut target, &self.memory.waiting, delta)?;
        }
        at_once(&mut target, open, &others, delta)?;
        for subject in orders.iter().chain(&others) {
            let Some(open) = open.get_mut(subject) else {
                continue;
            };
            if open.personal {
                erase::redact_after_fold(self.conn, open.no, &open.now)?;
            }
            open.settled = true;
        }
        self.waits = waits && !delta.looks_back() && !waiting::is_full(self.conn)?;
        if waits && !self.waits {
            waiting::sum_up(&mut target, &self.memory.waiting, delta)?;
        }
        delta.flush(self.conn)
    }

    /// The records whose rows and sums are not those of their entries yet: orders, and all others.
    fn unsettled(&self) -> (Vec<Subject>, Vec<Subject>) {
        let unsettled = self.order.iter().copied().filter(|subject| {
            let open = self.open.get(subject);
            open.is_some_and(|open| !open.settled)
        });
        unsettled.partition(|subject| subject.kind == SubjectKind::Order)
    }

    /// Whether the rows and sums of this transaction may wait: it is about a few orders and nothing
    /// else.
    fn may_wait(&self) -> bool {
        let said = || self.open.values().filter(|open| open.said);
        (1..=FEW).contains(&said().count())
            && said().all(|open| matches!(*open.now, State::Order(_)))
    }
}

/// Writes what never waits.
fn at_once(
    target: &mut Target<'_>,
    open: &HashMap<Subject, Open>,
    subjects: &[Subject],
    delta: &mut Delta,
) -> Result<()> {
    for open in subjects.iter().filter_map(|subject| open.get(subject)) {
        project::at_once(target, open.no, &open.before, &open.now, delta)?;
    }
    Ok(())
}

/// Writes what may wait, of orders that do not: those that wait are summed with all their entries.
fn in_time(
    target: &mut Target<'_>,
    open: &HashMap<Subject, Open>,
    orders: &[Subject],
    delta: &mut Delta,
) -> Result<()> {
    let waiting = waiting::orders(target.conn)?;
    for open in orders.iter().filter_map(|subject| open.get(subject)) {
        if !waiting.contains(&open.no) {
            project::in_time(target, open.no, &open.before, &open.now, delta)?;
        }
    }
    Ok(())
}
