//! How often somebody may call: so many times a minute, then no more until it is over.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::HubError;

/// How many callers are remembered; beyond that the minute begins anew for all.
const CALLERS: usize = 100_000;

/// A minute, and the calls in it by caller.
type Minute = (i64, HashMap<Vec<u8>, u32>);

/// Calls in the minute that runs.
#[derive(Default)]
pub struct Rate(Mutex<Minute>);

impl Rate {
    /// Counts a call.
    pub fn check(&self, caller: &[u8], most: u32, now_ms: i64) -> Result<(), HubError> {
        let mut counted = self.minute(now_ms);
        let calls = counted.1.entry(caller.to_vec()).or_default();
        *calls += 1;
        if *calls > most {
            Err(HubError::TooMany)
        } else {
            Ok(())
        }
    }

    /// Whether somebody may call still, without counting it.
    pub fn look(&self, caller: &[u8], most: u32, now_ms: i64) -> Result<(), HubError> {
        match self.minute(now_ms).1.get(caller) {
            Some(calls) if *calls >= most => Err(HubError::TooMany),
            _ => Ok(()),
        }
    }

    fn minute(&self, now_ms: i64) -> MutexGuard<'_, Minute> {
        let mut counted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let minute = now_ms / 60_000;
        if counted.0 != minute || counted.1.len() > CALLERS {
            *counted = (minute, HashMap::new());
        }
        counted
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_calls_too_often_waits_for_the_next_minute_and_keeps_no_other_out() {
        let rate = Rate::default();
        for _ in 0..3 {
            rate.check(b"a", 3, 0).unwrap();
        }
        assert!(rate.look(b"a", 3, 59_999).is_err());
        assert!(rate.look(b"a", 4, 59_999).is_ok());
        assert!(rate.check(b"a", 3, 59_999).is_err());
        assert!(rate.check(b"b", 3, 0).is_ok());
        assert!(rate.check(b"a", 3, 60_000).is_ok());
    }
}
