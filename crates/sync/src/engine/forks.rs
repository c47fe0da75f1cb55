//! What the engine does about journals of which the place holds something else than the book: its
//! device takes another name where the journal is its own; of others the place is given what the
//! book holds. Where it is not clear from when on they differ, it looks back.

use super::{Engine, Fetched, Step};
use crate::plan::plan;
use std::collections::BTreeSet;
use uuid::Uuid;

impl Engine {
    /// What somebody else wrote under the own name, or this device lost, makes it take another.
    pub(super) fn renewing(&mut self) -> Option<Step> {
        let fork = self.seen.fork_of(self.device)?;
        if fork.is_clear() || self.looked.contains(&self.device) {
            Some(Step::Renew(fork.other))
        } else {
            Some(self.look_back(BTreeSet::from([self.device])))
        }
    }

    /// Journals of which it is not known where they begin to differ, or of which the place holds
    /// more than could be taken in.
    pub(super) fn unclear(&self) -> BTreeSet<Uuid> {
        let forks = self.seen.forks().filter(|fork| !fork.is_clear());
        let lacking = plan(&self.theirs, &self.mine).into_iter();
        let lacking = lacking.filter(|span| {
            let known = self.baffled.get(&span.device);
            known != Some(&(span.after, span.to))
        });
        let both = forks.map(|fork| fork.device);
        let both = both.chain(lacking.map(|span| span.device));
        both.filter(|device| !self.looked.contains(device))
            .collect()
    }

    pub(super) fn look_back(&mut self, devices: BTreeSet<Uuid>) -> Step {
        self.looked.extend(&devices);
        Step::LookBack(devices)
    }

    pub(super) fn looked_back(&mut self, fetched: Fetched, now_ms: i64) -> Step {
        // All was seen, which says more than what was seen before.
        let before = std::mem::replace(&mut self.seen, fetched.seen.clone());
        self.learn(fetched);
        if self.seen.fork_of(self.device).is_none() {
            // What the place refused must differ somewhere: after all that is the same.
            let refused = before.fork_of(self.device);
            if refused.is_some() {
                return Step::Renew(self.mine.get(self.device) + 1);
            }
        }
        if let Some(step) = self.renewing() {
            return step;
        }
        for span in plan(&self.theirs, &self.mine) {
            self.baffled.insert(span.device, (span.after, span.to));
        }
        self.give(now_ms)
    }

    /// Of a journal that differs, the place is given the entries that have the places here.
    pub(super) fn give(&mut self, now_ms: i64) -> Step {
        for fork in self.seen.forks() {
            let alike = fork.same.max(fork.other.saturating_sub(1));
            self.theirs.lower(fork.device, alike);
        }
        self.push(now_ms)
    }
}
