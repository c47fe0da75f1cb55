//! The records of an open transaction: looked at for the first time they are folded from their
//! entries, or remembered, and from then on they are at hand.

use crate::error::{BookError, Result};
use crate::journal;
use crate::project::Target;
use crate::write::Tx;
use domain::{Entry, State, Subject};
use std::collections::BTreeSet;
use std::sync::Arc;

/// A record in an open transaction: its state before, and now.
pub(crate) struct Open {
    pub no: i64,
    pub before: Arc<State>,
    pub now: Arc<State>,
    /// Its entries, where all of them are of this transaction.
    pub fresh: Option<Vec<Entry>>,
    /// Rows and sums are those of `now`; `before` is then of no use.
    pub settled: bool,
    /// An entry about it was appended in this transaction.
    pub said: bool,
    /// Something about persons was said or erased, so erasure must be looked after.
    pub personal: bool,
}

impl Tx<'_> {
    /// Opens a record before foreign entries are appended to it; returns its row number.
    pub(crate) fn open_no(&mut self, subject: Subject) -> Result<i64> {
        Ok(self.opened(subject)?.no)
    }

    /// Folds records again from all their entries.
    pub(crate) fn refold(&mut self, subjects: &BTreeSet<Subject>) -> Result<()> {
        for subject in subjects {
            let (_, state, _) = self.load(*subject)?;
            let open = self.opened(*subject)?;
            let before = std::mem::replace(&mut open.now, state);
            if open.settled {
                open.before = before;
            }
            open.fresh = None;
            open.settled = false;
            open.said = true;
            open.personal = true;
        }
        Ok(())
    }

    /// A record, opened unless it is.
    pub(crate) fn opened(&mut self, subject: Subject) -> Result<&mut Open> {
        if !self.open.contains_key(&subject) {
            let (no, now, is_fresh) = self.remembered(subject)?;
            let open = Open {
                no,
                before: Arc::new(State::Plain),
                now,
                fresh: is_fresh.then(Vec::new),
                settled: true,
                said: false,
                personal: false,
            };
            self.open.insert(subject, open);
            self.order.push(subject);
        }
        let missing = || BookError::Inconsistent("an opened record is gone".into());
        self.open.get_mut(&subject).ok_or_else(missing)
    }

    /// A record that this transaction has said nothing of yet, from memory if it is there.
    fn remembered(&mut self, subject: Subject) -> Result<(i64, Arc<State>, bool)> {
        if let Some((no, state)) = self.memory.state(&subject) {
            return Ok((no, state, false));
        }
        let (no, state, is_fresh) = self.load(subject)?;
        if !is_fresh {
            self.memory.keep(subject, (no, Arc::clone(&state)));
        }
        Ok((no, state, is_fresh))
    }

    /// A record's number, its state from its entries, and whether it has none.
    fn load(&mut self, subject: Subject) -> Result<(i64, Arc<State>, bool)> {
        if let Some(no) = journal::subject_no(self.conn, subject.id)? {
            let mut entries = journal::entries(self.conn, self.terms, no)?;
            let is_fresh = entries.is_empty();
            let state = domain::fold(subject.kind, &mut entries);
            return Ok((no, Arc::new(state), is_fresh));
        }
        let mut target = Target {
            conn: self.conn,
            terms: self.terms,
            known: self.known,
        };
        let no = target.subject(subject.kind, subject.id)?;
        Ok((no, Arc::new(State::empty(subject.kind)), true))
    }
}
