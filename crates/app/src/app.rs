//! The product in one hand: the open book, the clock, the ids, who listens, what runs. Cheap to
//! clone and safe to share between threads.
use std::path::{Path, PathBuf};
use std::sync::Arc;

use uuid::Uuid;

use crate::clock::{Clock, Ids, RandomIds, SystemClock};
use crate::desk::Desk;
use crate::error::AppError;
use crate::event::{Event, Subscriber, Subscribers};
use crate::jobs::Jobs;
use crate::receipts::Printed;
use crate::settings::Settings;

/// What an [`App`] is made of.
pub struct AppOptions {
    /// Tells the time.
    pub clock: Arc<dyn Clock>,
    /// Makes ids.
    pub ids: Arc<dyn Ids>,
    /// The folder of this installation's own files: recent books, settings, reports. Without one
    /// nothing of that is kept, as scripts want it.
    pub settings_folder: Option<PathBuf>,
    /// The sample shop's data, when this installation has it.
    pub sample_file: Option<PathBuf>,
    /// Who acts, as the journal names them.
    pub actor: String,
}

impl AppOptions {
    /// The machine's own clock and randomness, and no sample shop.
    pub fn new(settings_folder: impl Into<PathBuf>) -> Self {
        Self {
            settings_folder: Some(settings_folder.into()),
            ..Self::scripted()
        }
    }

    /// The same without a folder of its own: nothing is kept between runs.
    pub fn scripted() -> Self {
        Self {
            clock: Arc::new(SystemClock),
            ids: Arc::new(RandomIds),
            settings_folder: None,
            sample_file: None,
            actor: "owner".to_owned(),
        }
    }
}

/// Bytes with their kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bytes {
    /// The media type, such as `image/png`.
    pub media_type: String,
    /// The bytes.
    pub data: Vec<u8>,
}

/// The product.
#[derive(Clone)]
pub struct App(Arc<Inner>);

struct Inner {
    clock: Arc<dyn Clock>,
    ids: Arc<dyn Ids>,
    settings: Settings,
    sample_file: Option<PathBuf>,
    actor: String,
    subscribers: Subscribers,
    jobs: Jobs,
    desk: Desk,
    printed: Printed,
}

impl App {
    /// Makes the product; no book is open.
    pub fn new(options: AppOptions) -> Self {
        Self(Arc::new(Inner {
            clock: options.clock,
            ids: options.ids,
            settings: Settings::new(options.settings_folder),
            sample_file: options.sample_file,
            actor: options.actor,
            subscribers: Subscribers::default(),
            jobs: Jobs::default(),
            desk: Desk::default(),
            printed: Printed::default(),
        }))
    }

    /// Hears every event from now on, on the thread where it happens.
    pub fn subscribe(&self, subscriber: Subscriber) {
        self.0.subscribers.add(subscriber);
    }

    pub(crate) fn tell(&self, event: &Event) {
        self.0.subscribers.tell(event);
    }

    pub(crate) fn now_ms(&self) -> i64 {
        self.0.clock.now_ms()
    }

    pub(crate) fn offset_min(&self, at_ms: i64) -> i32 {
        self.0.clock.utc_offset_min(at_ms)
    }

    pub(crate) fn new_id(&self) -> Uuid {
        self.0.ids.next(self.now_ms())
    }

    pub(crate) fn actor(&self) -> &str {
        &self.0.actor
    }

    pub(crate) fn sample_file(&self) -> Option<&Path> {
        self.0.sample_file.as_deref().filter(|file| file.is_file())
    }

    pub(crate) fn jobs(&self) -> &Jobs {
        &self.0.jobs
    }

    pub(crate) fn settings(&self) -> &Settings {
        &self.0.settings
    }

    pub(crate) fn printed(&self) -> &Printed {
        &self.0.printed
    }

    pub(crate) fn desk(&self) -> &Desk {
        &self.0.desk
    }

    /// Gives a broken error the id of a report, and writes the report down where there is a folder
    /// for it.
    pub(crate) fn report(&self, verb: &str, mut error: AppError, place: &str) -> AppError {
        if self.0.settings.folder().is_none() {
            return error;
        }
        let id = self.new_id();
        let version = env!("CARGO_PKG_VERSION");
        let text = format!("{verb}\nversion {version}\n{error}\n{place}\n");
        self.0.settings.report(&id.to_string(), &text);
        error.report_id = Some(id);
        error
    }
}
