//! Settling: what a transaction has said becomes rows and sums, before its readers or the commit.

use crate::erase;
use crate::error::Result;
use crate::project::{self, Target};
use crate::waiting;
use crate::write::Tx;
use domain::State;

/// Transactions about more orders than this add up their sums themselves.
const FEW: usize = 8;

impl Tx<'_> {
    /// Writes the rows of all records that changed, and the sums. The sums of a few orders wait;
    /// whatever else settles takes those that wait along.
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
        for subject in &self.order {
            let Some(open) = self.open.get_mut(subject).filter(|open| !open.settled) else {
                continue;
            };
            let (before, now) = (&open.before, &open.now);
            project::rows(&mut target, open.no, before, now, &mut self.delta)?;
            if waits {
                waiting::add(self.conn, open.no, self.began_pos)?;
            } else if !waiting::holds(self.conn, open.no)? {
                project::sums(&mut target, open.no, before, now, &mut self.delta)?;
            }
            if open.personal {
                erase::redact_after_fold(self.conn, open.no, now)?;
            }
            open.settled = true;
        }
        if waits && !waiting::is_full(self.conn)? {
            self.delta.flush(self.conn)
        } else {
            waiting::sum_up(&mut target, &mut self.delta)
        }
    }

    /// Whether the sums of this transaction may wait: it is about a few orders and nothing else.
    fn may_wait(&self) -> bool {
        let said = || self.open.values().filter(|open| open.said);
        (1..=FEW).contains(&said().count())
            && said().all(|open| matches!(open.now, State::Order(_)))
    }
}
