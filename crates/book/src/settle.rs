//! Settling: what a transaction has said becomes rows and sums, before its readers or the commit.

use crate::erase;
use crate::error::Result;
use crate::project::{self, Target};
use crate::waiting;
use crate::write::Tx;
use domain::State;

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
        let waits = self.may_wait();
        let mut target = Target {
            conn: self.conn,
            terms: self.terms,
            known: self.known,
        };
        let summed = if waits {
            Vec::new()
        } else {
            waiting::sum_up(&mut target, &mut self.delta)?
        };
        for subject in &self.order {
            let Some(open) = self.open.get_mut(subject).filter(|open| !open.settled) else {
                continue;
            };
            let (no, before, now) = (open.no, &open.before, &open.now);
            project::at_once(&mut target, no, before, now, &mut self.delta)?;
            if waits {
                waiting::add(&mut target, no, self.began_pos, now)?;
            } else if !summed.contains(&no) {
                project::in_time(&mut target, no, before, now, &mut self.delta)?;
            }
            if open.personal {
                erase::redact_after_fold(self.conn, no, now)?;
            }
            open.settled = true;
        }
        if waits && (self.delta.looks_back() || waiting::is_full(self.conn)?) {
            waiting::sum_up(&mut target, &mut self.delta)?;
        }
        self.delta.flush(self.conn)
    }

    /// Whether the rows and sums of this transaction may wait: it is about a few orders and nothing
    /// else.
    fn may_wait(&self) -> bool {
        let said = || self.open.values().filter(|open| open.said);
        (1..=FEW).contains(&said().count())
            && said().all(|open| matches!(open.now, State::Order(_)))
    }
}
