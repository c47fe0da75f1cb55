//! Times of repeated work, and what they say.

use std::time::{Duration, Instant};

/// Sorted times of one piece of work.
#[derive(Clone, Debug)]
pub struct Times(Vec<Duration>);

impl Times {
    /// Times `work` for each of `count` rounds; the round's number is passed on.
    pub fn of(count: usize, mut work: impl FnMut(usize)) -> Self {
        let mut times = Vec::with_capacity(count);
        for round in 0..count {
            let start = Instant::now();
            work(round);
            times.push(start.elapsed());
        }
        times.sort_unstable();
        Self(times)
    }

    /// The time that `percent` of the rounds stay within, milliseconds.
    pub fn percentile_ms(&self, percent: usize) -> f64 {
        let last = self.0.len().saturating_sub(1);
        let at = (self.0.len() * percent / 100).min(last);
        self.0.get(at).map_or(0.0, |time| time.as_secs_f64() * 1e3)
    }

    /// Rounds per second over all.
    pub fn per_second(&self) -> f64 {
        let total: Duration = self.0.iter().sum();
        self.0.len() as f64 / total.as_secs_f64()
    }
}

/// Runs work once; returns its result and the seconds that it took.
pub fn timed<T>(work: impl FnOnce() -> T) -> (T, f64) {
    let start = Instant::now();
    let result = work();
    (result, start.elapsed().as_secs_f64())
}
