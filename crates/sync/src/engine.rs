//! The engine: what is next. A state machine without clock, randomness, thread or socket: it is
//! told what happened and what time it is, and answers with one step. A round greets, fetches,
//! gives, tells of redactions, and waits; after failures it waits longer, but never for ever.

use crate::plan::{Span, plan};
use crate::seen::Seen;
use crate::vector::Vector;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

mod forks;

/// A round begins at least this often, whatever was or was not heard.
pub const TICK_MS: i64 = 60_000;
/// The same for places that cannot say that there is something new.
pub const LOOK_MS: i64 = 10_000;
/// The wait after the first failure; each further one doubles it.
const FIRST_WAIT_MS: i64 = 1_000;
/// The longest wait after failures.
const LONGEST_WAIT_MS: i64 = 5 * 60_000;

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// Something was written here, or somebody said that there is something new there.
    Wake,
    /// Time has passed.
    Tick,
    /// Whoever uses it wants no more.
    Cancel,
    /// The place has answered.
    Greeted(Greeted),
    /// Entries were fetched and taken in.
    Pulled(Fetched),
    /// Entries of a device were given, after which the place holds its journal up to a number.
    Pushed(Uuid, u64),
    /// The place has another entry of a device at a number.
    Forked(Uuid, u64),
    /// All that the place holds of some journals was looked at.
    LookedBack(Fetched),
    /// The device has another name: this one.
    Renewed(Uuid),
    /// The place knows the redactions up to this one; `true` when there are more.
    Redacted(i64, bool),
    /// It did not work.
    Failed,
}

/// What is known after a greeting.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Greeted {
    /// What the book holds.
    pub mine: Vector,
    /// What the place holds, as far as known.
    pub theirs: Vector,
    /// The last redaction that the place knows.
    pub redacted_no: i64,
    /// What the ends of journals tell of them.
    pub seen: Seen,
}

/// What a fetch came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fetched {
    /// What the book holds now.
    pub mine: Vector,
    /// What the place holds.
    pub theirs: Vector,
    /// There is more to fetch.
    pub more: bool,
    /// Parts of the place are read further than before.
    pub read_on: bool,
    /// How far the journals that came are those that are held here.
    pub seen: Seen,
}

/// What is next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Greet the place.
    Greet,
    /// Fetch what the book lacks.
    Pull,
    /// Give the beginning of a span.
    Push(Span),
    /// Tell of the redactions after this one.
    Redact(i64),
    /// Look at all that the place holds of these journals, from their beginnings.
    LookBack(BTreeSet<Uuid>),
    /// Take another name for the device; the own entries from this number on become its.
    Renew(u64),
    /// Nothing until then, unless woken.
    Wait {
        /// UTC milliseconds.
        until_ms: i64,
    },
    /// Nothing any more.
    Stop,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    Waiting { until_ms: i64 },
    Working,
    Stopped,
}

/// How far a round is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Entries carried over in this round.
    pub done: u64,
    /// Entries that were to be carried over, as far as known.
    pub total: u64,
}

/// The engine of one book and one place.
#[derive(Clone, Debug)]
pub struct Engine {
    device: Uuid,
    phase: Phase,
    woken: bool,
    seed: u64,
    tick_ms: i64,
    failures: u32,
    mine: Vector,
    theirs: Vector,
    redacted_no: i64,
    /// Devices whose journals do not get on in this round.
    stuck: BTreeSet<Uuid>,
    /// What is known of journals that both hold, in this round.
    seen: Seen,
    /// Journals that were looked at from their beginnings, in this round.
    looked: BTreeSet<Uuid>,
    /// What was held here and there of journals that looking back did not complete: it is not done
    /// again before one of them changes.
    baffled: BTreeMap<Uuid, (u64, u64)>,
    progress: Progress,
}

impl Engine {
    /// An engine of a device, whose waits vary by a seed. Its first tick begins a round, and after
    /// a round that ended well the next begins within `tick_ms`, more or less.
    pub fn new(device: Uuid, seed: u64, tick_ms: i64) -> Self {
        Self {
            device,
            phase: Phase::Waiting { until_ms: i64::MIN },
            woken: false,
            seed,
            tick_ms,
            failures: 0,
            mine: Vector::default(),
            theirs: Vector::default(),
            redacted_no: 0,
            stuck: BTreeSet::new(),
            seen: Seen::default(),
            looked: BTreeSet::new(),
            baffled: BTreeMap::new(),
            progress: Progress::default(),
        }
    }

    /// How far the round is.
    pub fn progress(&self) -> Progress {
        self.progress
    }

    /// The place was heard of: whatever failed before, the next tick begins a round.
    pub fn heard(&mut self) {
        if let Phase::Waiting { until_ms } = &mut self.phase {
            *until_ms = i64::MIN;
        }
    }

    /// Failures since the last round that ended well.
    pub fn failures(&self) -> u32 {
        self.failures
    }

    /// Goes on after what happened at a time.
    pub fn next(&mut self, input: Input, now_ms: i64) -> Step {
        if input == Input::Cancel {
            self.phase = Phase::Stopped;
        }
        match self.phase {
            Phase::Stopped => Step::Stop,
            Phase::Waiting { until_ms } => match input {
                Input::Wake if self.failures == 0 => self.begin(),
                Input::Tick | Input::Wake
                    if now_ms >= until_ms
                        || until_ms.saturating_sub(now_ms) > 2 * LONGEST_WAIT_MS =>
                {
                    self.begin()
                }
                _ => Step::Wait { until_ms },
            },
            Phase::Working => self.work(input, now_ms),
        }
    }

    fn begin(&mut self) -> Step {
        self.phase = Phase::Working;
        self.woken = false;
        self.stuck.clear();
        self.looked.clear();
        self.seen = Seen::default();
        self.progress = Progress::default();
        Step::Greet
    }

    fn work(&mut self, input: Input, now_ms: i64) -> Step {
        match input {
            Input::Wake | Input::Tick => {
                self.woken |= input == Input::Wake;
                // Whoever works is not disturbed; it goes on with what it was told.
                Step::Wait { until_ms: now_ms }
            }
            Input::Greeted(greeted) => {
                (self.mine, self.theirs) = (greeted.mine, greeted.theirs);
                self.redacted_no = greeted.redacted_no;
                self.seen = greeted.seen;
                self.count();
                // The end of the own journal is another: nothing is given before it is known why.
                self.renewing().unwrap_or(Step::Pull)
            }
            Input::Pulled(fetched) => self.pulled(fetched, now_ms),
            Input::LookedBack(fetched) => self.looked_back(fetched, now_ms),
            Input::Pushed(device, held) => {
                if held <= self.theirs.get(device) {
                    self.stuck.insert(device);
                }
                self.progress.done += held.saturating_sub(self.theirs.get(device));
                self.theirs.raise(device, held);
                self.push(now_ms)
            }
            // The place names an entry that differs, which need not be the first.
            Input::Forked(device, seq) if device == self.device => {
                self.seen.note(device, 0, Some(seq.max(1)));
                self.looked.remove(&device);
                self.look_back(BTreeSet::from([device]))
            }
            Input::Forked(device, _) => {
                self.stuck.insert(device);
                self.push(now_ms)
            }
            // Everything is looked at afresh under the new name.
            Input::Renewed(device) => {
                self.device = device;
                self.begin()
            }
            Input::Redacted(last, more) => {
                self.redacted_no = last;
                if more {
                    Step::Redact(last)
                } else {
                    self.end(now_ms)
                }
            }
            Input::Failed => self.fail(now_ms),
            Input::Cancel => Step::Stop,
        }
    }

    fn pulled(&mut self, fetched: Fetched, now_ms: i64) -> Step {
        let more = fetched.more;
        self.learn(fetched);
        if let Some(step) = self.renewing() {
            return step;
        }
        if more {
            return Step::Pull;
        }
        let unclear = self.unclear();
        if unclear.is_empty() {
            self.give(now_ms)
        } else {
            self.look_back(unclear)
        }
    }

    fn learn(&mut self, fetched: Fetched) {
        self.progress.done += fetched.mine.entries().saturating_sub(self.mine.entries());
        self.mine = fetched.mine;
        self.theirs.merge(&fetched.theirs);
        self.seen.merge(&fetched.seen);
        self.count();
    }

    fn push(&mut self, now_ms: i64) -> Step {
        let mut spans = plan(&self.mine, &self.theirs).into_iter();
        match spans.find(|span| !self.stuck.contains(&span.device)) {
            Some(span) => Step::Push(span),
            None if self.stuck.is_empty() => Step::Redact(self.redacted_no),
            None => self.fail(now_ms),
        }
    }

    fn count(&mut self) {
        let both = [
            plan(&self.mine, &self.theirs),
            plan(&self.theirs, &self.mine),
        ];
        let left: u64 = both.iter().flatten().map(|span| span.to - span.after).sum();
        self.progress.total = self.progress.done + left;
    }

    fn end(&mut self, now_ms: i64) -> Step {
        self.failures = 0;
        if self.woken {
            return self.begin();
        }
        let tick = self.tick_ms - self.tick_ms / 10 + self.random(self.tick_ms / 5);
        self.wait(now_ms, tick)
    }

    fn fail(&mut self, now_ms: i64) -> Step {
        self.failures = self.failures.saturating_add(1);
        let doubled = FIRST_WAIT_MS << (self.failures - 1).min(16);
        let most = doubled.min(LONGEST_WAIT_MS);
        let wait = most / 2 + self.random(most / 2 + 1);
        self.wait(now_ms, wait)
    }

    fn wait(&mut self, now_ms: i64, wait_ms: i64) -> Step {
        let until_ms = now_ms.saturating_add(wait_ms);
        self.phase = Phase::Waiting { until_ms };
        Step::Wait { until_ms }
    }

    /// A number below `most`, by Knuth's linear congruential generator.
    fn random(&mut self, most: i64) -> i64 {
        self.seed = self
            .seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.seed >> 33) as i64 % most.max(1)
    }
}

#[cfg(test)]
mod tests;
