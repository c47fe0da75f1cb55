//! Listening to a hub, so that what others write is here within a moment.
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use sync::hub::listen;
use uuid::Uuid;

use super::keys;
use crate::App;

/// How long is waited before it is tried again; each failure doubles it up to the longest.
const FIRST_WAIT: Duration = Duration::from_secs(1);
const LONGEST_WAIT: Duration = Duration::from_secs(60);

/// A thread that listens to a hub until this is dropped.
pub(super) struct News {
    wanted: Arc<AtomicBool>,
    heard: Arc<AtomicBool>,
}

impl News {
    /// Begins to listen; `None` where there is no thread to be had: ticks do without.
    pub(super) fn of(app: &App, book: Uuid, hub: &str) -> Option<Self> {
        let news = Self {
            wanted: Arc::new(AtomicBool::new(true)),
            heard: Arc::new(AtomicBool::new(false)),
        };
        let (wanted, heard) = (Arc::clone(&news.wanted), Arc::clone(&news.heard));
        let (app, hub) = (app.clone(), hub.to_owned());
        let spawned = thread::Builder::new().name("news".into()).spawn(move || {
            let mut wait = FIRST_WAIT;
            while wanted.load(Ordering::Relaxed) {
                let on = |is_new: bool| {
                    // The first word after silence says that the hub is back.
                    if is_new || !heard.swap(true, Ordering::Relaxed) {
                        heard.store(true, Ordering::Relaxed);
                        app.wake_sync();
                    }
                    wanted.load(Ordering::Relaxed)
                };
                let listened = keys::read(&app, book, &hub)
                    .ok()
                    .and_then(|keys| listen(&hub, keys, &on).ok());
                let came = heard.swap(false, Ordering::Relaxed) || listened.is_some();
                wait = if came {
                    FIRST_WAIT
                } else {
                    (wait * 2).min(LONGEST_WAIT)
                };
                thread::sleep(wait);
            }
        });
        spawned.is_ok().then_some(news)
    }

    /// Whether the hub is heard.
    pub(super) fn is_heard(&self) -> bool {
        self.heard.load(Ordering::Relaxed)
    }
}

impl Drop for News {
    fn drop(&mut self) {
        self.wanted.store(false, Ordering::Relaxed);
    }
}
