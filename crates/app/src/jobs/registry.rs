//! The jobs of this program: started, followed, called off. The last fifty finished stay known.
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

use serde_json::Value;
use uuid::Uuid;

use super::{JobPhase, JobStarted, JobState, Progress};
use crate::App;
use crate::error::AppError;
use crate::event::Event;

/// How many finished jobs stay known.
const FINISHED_KEPT: usize = 50;

struct Job {
    state: JobState,
    cancel: Arc<AtomicBool>,
}

/// All jobs known, by id (ids sort by time).
#[derive(Default)]
pub(crate) struct Jobs(Mutex<BTreeMap<Uuid, Job>>);

impl Jobs {
    /// Starts work on a thread of its own.
    pub(crate) fn start<W>(app: &App, verb: &str, work: W) -> Result<JobStarted, AppError>
    where
        W: FnOnce(&App, &mut Progress) -> Result<Value, AppError> + Send + 'static,
    {
        let state = new_state(app, verb);
        let job = state.job;
        let cancel = Arc::new(AtomicBool::new(false));
        let entry = Job {
            state: state.clone(),
            cancel: Arc::clone(&cancel),
        };
        app.jobs().known().insert(job, entry);
        app.tell(&Event::Job(Box::new(state.clone())));
        let app = app.clone();
        let verb = verb.to_owned();
        thread::Builder::new()
            .name(verb.clone())
            .spawn(move || {
                let mut progress = Progress::new(app.clone(), state, cancel);
                let result = crate::panics::caught(&app, &verb, || work(&app, &mut progress));
                app.jobs()
                    .finished(&app, job, result, progress.is_broken_off());
            })
            .map_err(|error| AppError::unavailable("no_thread").with(error))?;
        Ok(JobStarted { job })
    }

    /// All states, the newest first.
    pub(crate) fn all(&self) -> Vec<JobState> {
        self.known()
            .values()
            .rev()
            .map(|job| job.state.clone())
            .collect()
    }

    /// One state.
    pub(crate) fn get(&self, job: Uuid) -> Result<JobState, AppError> {
        let known = self.known();
        let found = known
            .get(&job)
            .ok_or_else(|| AppError::not_found("job_unknown"))?;
        Ok(found.state.clone())
    }

    /// Asks a job to stop; it stops at its next safe place.
    pub(crate) fn cancel(&self, job: Uuid) -> Result<JobState, AppError> {
        let known = self.known();
        let found = known
            .get(&job)
            .ok_or_else(|| AppError::not_found("job_unknown"))?;
        found.cancel.store(true, Ordering::Relaxed);
        Ok(found.state.clone())
    }

    /// Asks every job to stop.
    pub(crate) fn cancel_all(&self) {
        for job in self.known().values() {
            job.cancel.store(true, Ordering::Relaxed);
        }
    }

    pub(super) fn moved(&self, app: &App, job: Uuid, change: impl FnOnce(&mut JobState)) {
        let state = {
            let mut known = self.known();
            let Some(found) = known.get_mut(&job) else {
                return;
            };
            change(&mut found.state);
            found.state.clone()
        };
        app.tell(&Event::Job(Box::new(state)));
    }

    fn finished(&self, app: &App, job: Uuid, result: Result<Value, AppError>, broken_off: bool) {
        self.moved(app, job, |state| {
            state.remaining_ms = None;
            match result {
                Ok(output) => {
                    let broken_off = broken_off.then_some(JobPhase::Cancelled);
                    state.state = broken_off.unwrap_or(JobPhase::Done);
                    state.output = Some(output);
                }
                Err(error) if error.code == "cancelled" => state.state = JobPhase::Cancelled,
                Err(error) => {
                    state.state = JobPhase::Failed;
                    state.error = Some(error);
                }
            }
        });
        self.forget_oldest();
    }

    fn forget_oldest(&self) {
        let mut known = self.known();
        let finished: Vec<Uuid> = known
            .iter()
            .filter(|(_, job)| job.state.state != JobPhase::Running)
            .map(|(id, _)| *id)
            .collect();
        for id in finished
            .iter()
            .take(finished.len().saturating_sub(FINISHED_KEPT))
        {
            known.remove(id);
        }
    }

    fn known(&self) -> MutexGuard<'_, BTreeMap<Uuid, Job>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn new_state(app: &App, verb: &str) -> JobState {
    JobState {
        job: app.new_id(),
        verb: verb.to_owned(),
        state: JobPhase::Running,
        done: 0,
        total: None,
        unit: String::new(),
        message: None,
        started_at_ms: app.now_ms(),
        remaining_ms: None,
        output: None,
        error: None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{JobPhase, Jobs};
    use crate::testing::Shop;

    fn wait(shop: &Shop, job: uuid::Uuid) -> super::JobState {
        loop {
            let state = shop.app.jobs().get(job).unwrap();
            if state.state != JobPhase::Running {
                return state;
            }
            std::thread::yield_now();
        }
    }

    #[test]
    fn a_job_that_is_called_off_stops_and_says_so() {
        let shop = Shop::closed();
        let started = Jobs::start(&shop.app, "test", |_, progress| {
            loop {
                progress.done(1, None)?;
            }
        });
        let job = started.unwrap().job;
        shop.call::<serde_json::Value>("jobs.cancel", json!({ "job": job }));
        assert_eq!(wait(&shop, job).state, JobPhase::Cancelled);
    }

    #[test]
    fn a_job_that_panics_has_failed() {
        let shop = Shop::closed();
        let job = Jobs::start(&shop.app, "test", |_, _| panic!("on purpose"))
            .unwrap()
            .job;
        let state = wait(&shop, job);
        assert_eq!(state.state, JobPhase::Failed);
        assert_eq!(
            state.error.map(|error| error.code),
            Some("internal".to_owned())
        );
    }

    #[test]
    fn a_job_tells_its_start_its_steps_and_its_end() {
        let shop = Shop::closed();
        let started = Jobs::start(&shop.app, "test", |_, progress| {
            progress.step("counting", "sheep", Some(2));
            progress.done(2, None)?;
            Ok(json!("asleep"))
        });
        let done = wait(&shop, started.unwrap().job);
        assert_eq!(done.output, Some(json!("asleep")));
        let heard = || shop.events.lock().unwrap().len();
        while heard() < 3 {
            std::thread::yield_now();
        }
        assert_eq!(heard(), 3);
    }
}
