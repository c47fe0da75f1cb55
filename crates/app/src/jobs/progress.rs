//! What a job's work reports through: counts, the step it is at, and whether to stop.
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use uuid::Uuid;

use super::JobState;
use crate::App;
use crate::error::AppError;

/// The least time between two events of a job's progress.
const EVENT_EVERY_MS: i64 = 100;

/// The hand that a job's work holds.
pub(crate) struct Progress {
    app: App,
    job: Uuid,
    cancel: Arc<AtomicBool>,
    told_at_ms: i64,
    step_at_ms: i64,
    state: JobState,
    broken_off: bool,
}

impl Progress {
    pub(super) fn new(app: App, state: JobState, cancel: Arc<AtomicBool>) -> Self {
        Self {
            job: state.job,
            told_at_ms: state.started_at_ms,
            step_at_ms: state.started_at_ms,
            app,
            cancel,
            state,
            broken_off: false,
        }
    }

    /// Starts a step: its code, what is counted and how much of it there is.
    pub(crate) fn step(&mut self, message: &str, unit: &str, total: Option<i64>) {
        self.state.message = Some(message.to_owned());
        unit.clone_into(&mut self.state.unit);
        self.state.total = total;
        self.state.done = 0;
        self.step_at_ms = self.app.now_ms();
        self.tell();
    }

    /// Says how much is done. An error when the job was called off: hand it on.
    pub(crate) fn done(&mut self, done: i64, total: Option<i64>) -> Result<(), AppError> {
        self.state.done = done;
        self.state.total = total.or(self.state.total);
        if self.app.now_ms() - self.told_at_ms >= EVENT_EVERY_MS {
            self.tell();
        }
        self.go_on()
    }

    /// Says that the work was called off and has something to show all the same.
    pub(crate) fn break_off(&mut self) {
        self.broken_off = true;
    }

    pub(super) fn is_broken_off(&self) -> bool {
        self.broken_off
    }

    /// The same for work that counts without a sign.
    pub(crate) fn count(&mut self, done: u64, total: u64) -> Result<(), AppError> {
        let whole = |count| i64::try_from(count).unwrap_or(i64::MAX);
        self.done(whole(done), Some(whole(total)))
    }

    /// An error when the job was called off.
    pub(crate) fn go_on(&self) -> Result<(), AppError> {
        if self.cancel.load(Ordering::Relaxed) {
            return Err(AppError::unavailable("cancelled"));
        }
        Ok(())
    }

    fn tell(&mut self) {
        self.told_at_ms = self.app.now_ms();
        let elapsed_ms = self.told_at_ms - self.step_at_ms;
        self.state.remaining_ms = remaining_ms(elapsed_ms, self.state.done, self.state.total);
        let state = self.state.clone();
        self.app.jobs().moved(&self.app, self.job, |known| {
            known.done = state.done;
            known.total = state.total;
            known.unit.clone_from(&state.unit);
            known.message.clone_from(&state.message);
            known.remaining_ms = state.remaining_ms;
        });
    }
}

/// The time left if the rest goes on as fast as what is done.
fn remaining_ms(elapsed_ms: i64, done: i64, total: Option<i64>) -> Option<i64> {
    let total = total.filter(|total| done > 0 && *total >= done)?;
    let left = i128::from(elapsed_ms) * i128::from(total - done) / i128::from(done);
    i64::try_from(left).ok()
}

#[cfg(test)]
mod tests {
    use super::remaining_ms;

    #[test]
    fn the_time_left_follows_from_the_pace_so_far() {
        assert_eq!(remaining_ms(1_000, 25, Some(100)), Some(3_000));
        assert_eq!(remaining_ms(1_000, 0, Some(100)), None);
        assert_eq!(remaining_ms(1_000, 25, None), None);
        assert_eq!(remaining_ms(1_000, 100, Some(100)), Some(0));
    }
}
