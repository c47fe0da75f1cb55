//! Time and randomness, handed in: nothing below takes them out of the air.
use std::sync::Mutex;
use std::time::{SystemTime, UNIX_EPOCH};

use chrono::{Local, Offset, TimeZone};
use uuid::Uuid;

/// Tells the time.
pub trait Clock: Send + Sync {
    /// The UTC instant, in milliseconds since 1970.
    fn now_ms(&self) -> i64;
    /// What the local wall clock is ahead of UTC at an instant, in minutes.
    fn utc_offset_min(&self, at_ms: i64) -> i32;
}

/// Makes ids that sort by the time of their making (UUID version 7).
pub trait Ids: Send + Sync {
    /// A new id.
    fn next(&self, now_ms: i64) -> Uuid;
}

/// The clock and time zone of this machine.
pub struct SystemClock;

impl Clock for SystemClock {
    fn now_ms(&self) -> i64 {
        let since = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .unwrap_or_default();
        i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
    }

    fn utc_offset_min(&self, at_ms: i64) -> i32 {
        match Local.timestamp_millis_opt(at_ms).single() {
            Some(at) => at.offset().fix().local_minus_utc() / 60,
            None => 0,
        }
    }
}

/// Ids from the operating system's randomness.
pub struct RandomIds;

impl Ids for RandomIds {
    fn next(&self, _now_ms: i64) -> Uuid {
        Uuid::now_v7()
    }
}

/// A clock that stands until it is set.
pub struct FixedClock {
    now_ms: Mutex<i64>,
    offset_min: i32,
}

impl FixedClock {
    /// Stands at an instant, with an offset of the wall clock in minutes.
    pub fn new(now_ms: i64, offset_min: i32) -> Self {
        Self {
            now_ms: Mutex::new(now_ms),
            offset_min,
        }
    }

    /// Sets the clock.
    pub fn set(&self, now_ms: i64) {
        *self
            .now_ms
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner()) = now_ms;
    }
}

impl Clock for FixedClock {
    fn now_ms(&self) -> i64 {
        *self
            .now_ms
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner())
    }

    fn utc_offset_min(&self, _at_ms: i64) -> i32 {
        self.offset_min
    }
}

/// Ids that follow from a seed: the same run makes the same ids.
pub struct SeededIds {
    state: Mutex<u64>,
}

impl SeededIds {
    /// Starts at a seed.
    pub fn new(seed: u64) -> Self {
        Self {
            state: Mutex::new(seed),
        }
    }
}

impl Ids for SeededIds {
    fn next(&self, now_ms: i64) -> Uuid {
        let mut state = self
            .state
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner());
        let mut bytes = [0; 10];
        bytes[..8].copy_from_slice(&split_mix(&mut state).to_be_bytes());
        bytes[8..].copy_from_slice(&split_mix(&mut state).to_be_bytes()[..2]);
        let millis = u64::try_from(now_ms).unwrap_or_default();
        uuid::Builder::from_unix_timestamp_millis(millis, &bytes).into_uuid()
    }
}

/// The next number of the sequence SplitMix64 (Steele, Lea and Flood, 2014).
pub(crate) fn split_mix(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut mixed = *state;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seeded_ids_repeat_and_differ_from_each_other() {
        let make = |seed| {
            let ids = SeededIds::new(seed);
            [ids.next(1_000), ids.next(1_000)]
        };
        assert_eq!(make(1), make(1));
        assert_ne!(make(1), make(2));
        assert_ne!(make(1)[0], make(1)[1]);
        assert_eq!(make(1)[0].get_version_num(), 7);
    }
}
