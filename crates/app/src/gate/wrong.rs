//! Wrong PINs: after five in a row a person waits, longer with every further one. What is waited
//! for is kept by the installation, so that a restart does not help.
use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::App;

/// How many wrong PINs cost nothing.
const FREE: u32 = 5;
/// The first wait, and the longest.
const FIRST_MS: i64 = 30_000;
const LONGEST_MS: i64 = 15 * 60_000;
/// The file of this installation.
const FILE: &str = "wrong_pins.json";

/// The wrong PINs of a person in a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Wrong {
    /// How many.
    pub(crate) count: u32,
    /// When the last one was typed, UTC milliseconds.
    pub(crate) last_ms: i64,
}

impl Wrong {
    /// How long the person has to wait before the next try.
    fn wait_ms(self, now_ms: i64) -> i64 {
        if self.count < FREE {
            return 0;
        }
        let doubled = FIRST_MS << (self.count - FREE).min(10);
        let wait_ms = doubled.min(LONGEST_MS);
        // A clock that was set back must not lock anybody out for longer than a wait.
        let since_ms = now_ms.saturating_sub(self.last_ms).max(0);
        (wait_ms - since_ms).clamp(0, wait_ms)
    }
}

/// The wrong PINs of everybody, once they were read from the file.
#[derive(Default)]
pub(crate) struct WrongPins(Mutex<Option<BTreeMap<Uuid, Wrong>>>);

/// The wrong PINs while a PIN is checked: one check at a time.
pub(super) struct Checking<'a> {
    app: &'a App,
    known: MutexGuard<'a, Option<BTreeMap<Uuid, Wrong>>>,
}

impl WrongPins {
    pub(super) fn checking<'a>(&'a self, app: &'a App) -> Checking<'a> {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.get_or_insert_with(|| app.settings().read(FILE).unwrap_or_default());
        Checking { app, known }
    }
}

impl Checking<'_> {
    /// How long a person has to wait before the next try.
    pub(super) fn wait_ms(&mut self, person: Uuid) -> i64 {
        let now_ms = self.app.now_ms();
        let known = self.known.get_or_insert_default();
        let Some(wrong) = known.get_mut(&person) else {
            return 0;
        };
        wrong.last_ms = wrong.last_ms.min(now_ms);
        wrong.wait_ms(now_ms)
    }

    /// Notes a wrong PIN; gives how many there were in a row.
    pub(super) fn wrong(&mut self, person: Uuid) -> u32 {
        let last_ms = self.app.now_ms();
        let known = self.known.get_or_insert_default();
        let wrong = known.entry(person).or_default();
        wrong.count = wrong.count.saturating_add(1);
        wrong.last_ms = last_ms;
        let count = wrong.count;
        self.keep();
        count
    }

    /// Forgets what was wrong before the right one.
    pub(super) fn right(&mut self, person: Uuid) {
        if self.known.get_or_insert_default().remove(&person).is_some() {
            self.keep();
        }
    }

    fn keep(&self) {
        // Where nothing can be kept, the wait counts until the program ends.
        let _ = self.app.settings().write(FILE, &*self.known);
    }
}

/// Whether so many wrong ones are worth an entry of the journal.
pub(super) fn is_suspicious(count: u32) -> bool {
    count >= FREE
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wait_ms(count: u32, since_ms: i64) -> i64 {
        Wrong { count, last_ms: 0 }.wait_ms(since_ms)
    }

    #[test]
    fn five_wrong_ones_cost_a_wait_that_doubles_up_to_a_quarter_of_an_hour() {
        assert_eq!(wait_ms(4, 0), 0);
        let waits: Vec<_> = (5..12).map(|count| wait_ms(count, 0) / 1_000).collect();
        assert_eq!(waits, [30, 60, 120, 240, 480, 900, 900]);
        assert_eq!(wait_ms(u32::MAX, 0), LONGEST_MS);
    }

    #[test]
    fn a_wait_goes_by_and_is_never_longer_than_itself() {
        assert_eq!((wait_ms(5, 10_000), wait_ms(5, 30_000)), (20_000, 0));
        assert_eq!(wait_ms(5, -1_000_000), 30_000);
    }
}
