//! The product in one hand: the open book, the clock, the ids, who listens, what runs. Cheap to
//! clone and safe to share between threads.
use std::path::{Path, PathBuf};
use std::sync::Arc;

use uuid::Uuid;

use crate::clock::{Clock, Ids, RandomIds, SystemClock};
use crate::desk::Desk;
use crate::error::AppError;
use crate::event::{Event, Subscriber, Subscribers};
use crate::gate::{self, Caller, WrongPins};
use crate::jobs::Jobs;
use crate::receipts::Printed;
use crate::settings::Settings;
use crate::sync::Keeping;
use crate::typesetter::Typesetter;

/// What an [`App`] is made of.
pub struct AppOptions {
    /// Tells the time.
    pub clock: Arc<dyn Clock>,
    /// Makes ids.
    pub ids: Arc<dyn Ids>,
    /// The folder of this installation's own files: recent books, settings, reports. Without one
    /// nothing of that is kept, as scripts want it.
    pub settings_folder: Option<PathBuf>,
    /// The folder of the keys by which hubs know this installation.
    pub keys_folder: Option<PathBuf>,
    /// The sample shop's data, when this installation has it.
    pub sample_file: Option<PathBuf>,
    /// Who acts, as the journal names them, where nobody signed in.
    pub actor: String,
    /// Whether people have to sign in once a book has an owner with a PIN. A script acts for
    /// whoever may read and write the file, and asks for no PIN.
    pub guarding: bool,
    /// What typesets the templates that are not the product's own.
    pub typesetter: Typesetter,
}

impl AppOptions {
    /// The machine's own clock and randomness, and no sample shop.
    pub fn new(settings_folder: impl Into<PathBuf>) -> Self {
        let settings_folder = settings_folder.into();
        Self {
            keys_folder: Some(settings_folder.clone()),
            settings_folder: Some(settings_folder),
            guarding: true,
            ..Self::scripted()
        }
    }

    /// The same without a folder of its own: nothing is kept between runs.
    pub fn scripted() -> Self {
        Self {
            clock: Arc::new(SystemClock),
            ids: Arc::new(RandomIds),
            settings_folder: None,
            keys_folder: None,
            sample_file: None,
            actor: "owner".to_owned(),
            guarding: false,
            typesetter: Typesetter::own_program(),
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
pub struct App {
    inner: Arc<Inner>,
    /// Who called the verb that runs with it.
    caller: Arc<Caller>,
}

struct Inner {
    clock: Arc<dyn Clock>,
    ids: Arc<dyn Ids>,
    settings: Settings,
    keys_folder: Option<PathBuf>,
    sample_file: Option<PathBuf>,
    actor: String,
    guarding: bool,
    typesetter: Typesetter,
    sessions: gate::Desk,
    wrong_pins: WrongPins,
    subscribers: Subscribers,
    jobs: Jobs,
    desk: Desk,
    printed: Printed,
    keeping: Keeping,
}

impl App {
    /// Makes the product; no book is open.
    pub fn new(options: AppOptions) -> Self {
        let inner = Inner {
            clock: options.clock,
            ids: options.ids,
            settings: Settings::new(options.settings_folder),
            keys_folder: options.keys_folder,
            sample_file: options.sample_file,
            actor: options.actor,
            guarding: options.guarding,
            typesetter: options.typesetter,
            sessions: gate::Desk::default(),
            wrong_pins: WrongPins::default(),
            subscribers: Subscribers::default(),
            jobs: Jobs::default(),
            desk: Desk::default(),
            printed: Printed::default(),
            keeping: Keeping::default(),
        };
        Self {
            inner: Arc::new(inner),
            caller: Arc::new(Caller::anybody()),
        }
    }

    /// The same for one call of a verb.
    pub(crate) fn called_by(&self, caller: Caller) -> Self {
        Self {
            inner: Arc::clone(&self.inner),
            caller: Arc::new(caller),
        }
    }

    pub(crate) fn caller(&self) -> &Caller {
        &self.caller
    }

    pub(crate) fn is_guarding(&self) -> bool {
        self.inner.guarding
    }

    pub(crate) fn typesetter(&self) -> &Typesetter {
        &self.inner.typesetter
    }

    pub(crate) fn sessions(&self) -> &gate::Desk {
        &self.inner.sessions
    }

    pub(crate) fn wrong_pins(&self) -> &WrongPins {
        &self.inner.wrong_pins
    }

    /// Hears every event from now on, on the thread where it happens.
    pub fn subscribe(&self, subscriber: Subscriber) {
        self.inner.subscribers.add(subscriber);
    }

    pub(crate) fn tell(&self, event: &Event) {
        if let (Event::Changed(changed), Some(open)) = (event, self.maybe_book()) {
            open.staff.hear(changed);
            self.keeping().wake();
        }
        self.inner.subscribers.tell(event);
    }

    pub(crate) fn now_ms(&self) -> i64 {
        self.inner.clock.now_ms()
    }

    pub(crate) fn offset_min(&self, at_ms: i64) -> i32 {
        self.inner.clock.utc_offset_min(at_ms)
    }

    pub(crate) fn new_id(&self) -> Uuid {
        self.inner.ids.next(self.now_ms())
    }

    /// Who acts, as entries name them.
    pub(crate) fn actor(&self) -> String {
        let person = self.caller.actor();
        person.unwrap_or_else(|| self.inner.actor.clone())
    }

    pub(crate) fn sample_file(&self) -> Option<&Path> {
        self.inner
            .sample_file
            .as_deref()
            .filter(|file| file.is_file())
    }

    pub(crate) fn jobs(&self) -> &Jobs {
        &self.inner.jobs
    }

    pub(crate) fn settings(&self) -> &Settings {
        &self.inner.settings
    }

    pub(crate) fn printed(&self) -> &Printed {
        &self.inner.printed
    }

    pub(crate) fn keys_folder(&self) -> Option<&Path> {
        self.inner.keys_folder.as_deref()
    }

    pub(crate) fn keeping(&self) -> &Keeping {
        &self.inner.keeping
    }

    pub(crate) fn desk(&self) -> &Desk {
        &self.inner.desk
    }

    /// Adds up what waits in the open book, and lets go of what was read of it and nobody looks at;
    /// for windows that nobody uses.
    pub fn rest(&self) {
        if let Some(open) = self.maybe_book() {
            // What cannot be let go is held until the next time.
            let _ = open.book.rest();
        }
    }

    /// Gives a broken error the id of a report, and writes the report down where there is a folder
    /// for it.
    pub(crate) fn report(&self, verb: &str, mut error: AppError, place: &str) -> AppError {
        if self.inner.settings.folder().is_none() {
            return error;
        }
        let id = self.new_id();
        let version = env!("CARGO_PKG_VERSION");
        let text = format!("{verb}\nversion {version}\n{error}\n{place}\n");
        self.inner.settings.report(&id.to_string(), &text);
        error.report_id = Some(id);
        error
    }
}
