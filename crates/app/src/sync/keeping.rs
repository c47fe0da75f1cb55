//! Sync in the background: a thread that looks after the open book's places, woken by every write
//! and otherwise only when a round is due. It waits on a condition, so that idle costs nothing.
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use sync::engine::{Engine, Input};
use uuid::Uuid;

use super::news::News;
use super::place::is_hub;
use super::{check_real, round, shelf};
use crate::App;
use crate::desk::OpenBook;
use crate::error::AppError;

/// The longest sleep: a clock that was set back must not stop it.
const LONGEST: Duration = Duration::from_secs(5);

/// How often is asked whether a hub needs another snapshot.
const SNAPSHOT_ASK_MS: i64 = 60 * 60_000;

/// Whether somebody looks after the places, and how to wake them.
#[derive(Default)]
pub(crate) struct Keeping {
    on: AtomicBool,
    woken: Mutex<bool>,
    wake: Condvar,
}

impl Keeping {
    pub(crate) fn is_on(&self) -> bool {
        self.on.load(Ordering::Relaxed)
    }

    pub(crate) fn wake(&self) {
        *self.woken.lock().unwrap_or_else(PoisonError::into_inner) = true;
        self.wake.notify_all();
    }

    /// Sleeps until woken, or for a while; whether it was woken.
    fn sleep(&self, at_most: Duration) -> bool {
        let woken = self.woken.lock().unwrap_or_else(PoisonError::into_inner);
        let slept = self
            .wake
            .wait_timeout_while(woken, at_most, |woken| !*woken);
        let (mut woken, _) = slept.unwrap_or_else(PoisonError::into_inner);
        std::mem::take(&mut *woken)
    }
}

impl App {
    /// Keeps the open book in step with its places from now on, in the background. Whoever listens
    /// to events hears of what comes in as of any other change.
    ///
    /// # Errors
    /// When there is no thread to be had.
    pub fn keep_in_sync(&self) -> Result<(), AppError> {
        if self.keeping().on.swap(true, Ordering::Relaxed) {
            return Ok(());
        }
        let app = self.clone();
        let spawned = thread::Builder::new()
            .name("sync".into())
            .spawn(move || keep(&app));
        spawned.map_err(|error| AppError::unavailable("no_thread").with(error))?;
        Ok(())
    }

    /// A place was connected or forgotten, or something else about sync has changed.
    pub(crate) fn wake_sync(&self) {
        self.keeping().wake();
    }
}

/// One book's places.
struct Kept {
    book: Uuid,
    places: BTreeMap<String, KeptPlace>,
}

/// A place: its engine, and who listens to it when it can be listened to.
struct KeptPlace {
    engine: Engine,
    news: Option<News>,
    /// Whether a snapshot is due is asked no sooner than this.
    snapshot_ms: i64,
}

impl KeptPlace {
    fn of(app: &App, open: &OpenBook, place: &str) -> Result<Self, AppError> {
        let news = is_hub(place).then(|| News::of(app, open.book.id(), place));
        Ok(Self {
            engine: round::engine(app, open, place)?,
            news: news.flatten(),
            snapshot_ms: app.now_ms() + SNAPSHOT_ASK_MS,
        })
    }
}

fn keep(app: &App) {
    let mut kept: Option<Kept> = None;
    let mut wait = Duration::ZERO;
    loop {
        let woken = app.keeping().sleep(wait.min(LONGEST));
        let open = app.maybe_book().filter(|open| check_real(open).is_ok());
        let Some(open) = open else {
            kept = None;
            wait = LONGEST;
            continue;
        };
        let mut now = match kept.take() {
            Some(now) if now.book == open.book.id() => now,
            _ => Kept {
                book: open.book.id(),
                places: BTreeMap::new(),
            },
        };
        let input = if woken { Input::Wake } else { Input::Tick };
        // A place that cannot even be looked up is looked up again after a while.
        wait = turn_all(app, &open, &mut now, &input).unwrap_or(LONGEST);
        kept = Some(now);
    }
}

/// A round with every place where one is due; how long nothing is due then.
fn turn_all(
    app: &App,
    open: &Arc<OpenBook>,
    kept: &mut Kept,
    input: &Input,
) -> Result<Duration, AppError> {
    let places = open.book.places()?;
    kept.places
        .retain(|name, _| places.iter().any(|state| state.place == *name));
    let mut next_ms = i64::MAX;
    for place in places.iter().map(|state| &state.place) {
        let known = match kept.places.entry(place.clone()) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => new.insert(KeptPlace::of(app, open, place)?),
        };
        let engine = &mut known.engine;
        let is_heard = known.news.as_ref().is_some_and(News::is_heard);
        if *input == Input::Wake && engine.failures() > 0 && is_heard {
            engine.heard();
        }
        // A book that was closed meanwhile is given back at the next safe place.
        let on = |_| app.maybe_book().is_some_and(|now| Arc::ptr_eq(&now, open));
        let done = round::turn(app, (open, place), (engine, input.clone()), &on)?;
        next_ms = next_ms.min(done.until_ms);
        if done.took_place && done.failure.is_none() && app.now_ms() >= known.snapshot_ms {
            known.snapshot_ms = app.now_ms() + SNAPSHOT_ASK_MS;
            give_snapshot(app, open, place)?;
        }
    }
    let wait_ms = next_ms.saturating_sub(app.now_ms()).max(0);
    Ok(Duration::from_millis(wait_ms.unsigned_abs()))
}

/// Makes a snapshot where one is due, beside all else: a large one takes its time.
fn give_snapshot(app: &App, open: &Arc<OpenBook>, place: &str) -> Result<(), AppError> {
    shelf::sweep_old(app, open);
    if !is_hub(place) || !shelf::is_due(open, place)? {
        return Ok(());
    }
    let (app, open, place) = (app.clone(), Arc::clone(open), place.to_owned());
    let spawned = thread::Builder::new()
        .name("snapshot".into())
        .spawn(move || {
            let on = |_, _| app.maybe_book().is_some_and(|now| Arc::ptr_eq(&now, &open));
            // Another device may be at it, or the hub away: it is asked again in a while.
            let _ = shelf::give(&app, (&open, &place), false, &on);
        });
    spawned.map_err(|error| AppError::unavailable("no_thread").with(error))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use serde_json::{Value, json};

    use crate::testing::Shop;

    #[test]
    fn a_write_is_copied_in_the_background_at_once() {
        let shop = Shop::open();
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().to_str().unwrap().to_owned();
        shop.job("sync.connect", json!({ "place": place, "name": "Till" }));
        shop.app.keep_in_sync().unwrap();
        let mug = shop.product("MUG", 1_000_000);
        shop.placed(&mug, 1_000);
        let since = Instant::now();
        loop {
            let status: Value = shop.call("sync.status", json!({}));
            if status["local_only"] == 0 && status["keeping"] == true {
                break;
            }
            assert!(since.elapsed() < Duration::from_secs(20), "{status}");
            std::thread::yield_now();
        }
    }
}
