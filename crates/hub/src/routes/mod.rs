//! The routes, and what they share. `openapi.json` describes them; a test holds both together.

mod bodies;
mod caller;
mod enrol;
mod events;
mod inbox;
mod journals;
mod members;
mod ops;
mod rate;
mod snapshots;
mod tracking;

use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};
use tokio::sync::{broadcast, watch};
use uuid::Uuid;

use crate::HubError;
use crate::auth::Secret;
use crate::limits::{BODY_BYTES, SMALL_BYTES};
use crate::metrics::{Counters, count};
use crate::store::Store;

/// What news a slow listener may miss before it is simply told that there is some.
const NEWS_KEPT: usize = 256;

/// A hub at work.
#[derive(Clone)]
pub struct Hub {
    inner: Arc<Inner>,
}

/// Something is new: in one book, or, when it is not known, perhaps in any.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct News {
    pub(crate) book: Option<Uuid>,
    /// Heard from another server on the same store.
    pub(crate) is_heard: bool,
}

struct Inner {
    store: Store,
    secret: Secret,
    news: broadcast::Sender<News>,
    ending: watch::Sender<bool>,
    counters: Counters,
    rate: rate::Rate,
}

impl Hub {
    /// A hub on a store.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn new(store: Store) -> Result<Self, HubError> {
        let secret = Secret::new(&store.secret()?);
        let inner = Inner {
            store,
            secret,
            news: broadcast::channel(NEWS_KEPT).0,
            ending: watch::channel(false).0,
            counters: Counters::default(),
            rate: rate::Rate::default(),
        };
        Ok(Self {
            inner: Arc::new(inner),
        })
    }

    /// Ends what would go on for ever, so that the server can stop.
    pub fn end(&self) {
        // Nobody may be listening.
        let _ = self.inner.ending.send(true);
    }

    /// Wakes whoever listens for a book, at other servers on the same store, too.
    pub(crate) fn tell(&self, news: News) {
        // Nobody may be listening.
        let _ = self.inner.news.send(news);
    }

    /// What is told from now on.
    pub(crate) fn news(&self) -> broadcast::Receiver<News> {
        self.inner.news.subscribe()
    }

    /// Turns to `true` when the hub ends.
    pub(crate) fn ending(&self) -> watch::Receiver<bool> {
        self.inner.ending.subscribe()
    }

    /// The store.
    pub fn store(&self) -> &Store {
        &self.inner.store
    }

    /// Runs work on the store on a thread that may wait.
    async fn with_store<T: Send + 'static>(
        &self,
        run: impl FnOnce(&Store) -> Result<T, HubError> + Send + 'static,
    ) -> Result<T, HubError> {
        let hub = self.clone();
        let done = tokio::task::spawn_blocking(move || run(&hub.inner.store)).await;
        let done = done.map_err(|error| HubError::Broken(error.to_string()))?;
        done.inspect_err(|_| count(&self.inner.counters.refused, 1))
    }
}

/// The routes of a hub.
pub fn router(hub: Hub) -> Router {
    let large = DefaultBodyLimit::max(BODY_BYTES);
    Router::new()
        .route("/v1/push", post(journals::push).layer(large))
        .route("/v1/pull", post(journals::pull))
        .route("/v1/redact", post(journals::redact))
        .route("/v1/snapshot", get(snapshots::shelf))
        .route("/v1/snapshot/begin", post(snapshots::begin))
        .route("/v1/snapshot/lacks", post(snapshots::lacks))
        .route("/v1/snapshot/chunk", post(snapshots::keep).layer(large))
        .route("/v1/snapshot/give", post(snapshots::give).layer(large))
        .route("/v1/snapshot/chunks/{name}", get(snapshots::chunk))
        .route("/v1/greet", post(members::greet))
        .route("/v1/invite", post(members::invite))
        .route("/v1/revoke", post(members::revoke))
        .route("/v1/enrol", post(enrol::enrol))
        .route("/v1/nonce", post(enrol::nonce))
        .route("/v1/token", post(enrol::token))
        .route("/v1/events", get(events::events))
        .route("/v1/inbox/{channel}", post(inbox::deliver))
        .route("/v1/channels", get(inbox::channels))
        .route("/v1/channels/open", post(inbox::open))
        .route("/v1/channels/close", post(inbox::close))
        .route("/v1/documents", get(inbox::waiting))
        .route("/v1/documents/take", post(inbox::take))
        .route("/v1/documents/done", post(inbox::done))
        .route("/v1/track", post(tracking::publish))
        .route("/v1/untrack", post(tracking::withdraw))
        .route("/t/{link}", get(tracking::page))
        .route("/v1/openapi.json", get(ops::openapi))
        .route("/healthz", get(ops::healthz))
        .route("/metrics", get(ops::metrics))
        .layer(DefaultBodyLimit::max(SMALL_BYTES))
        .with_state(hub)
}

/// The hub's clock, UTC milliseconds.
fn now_ms() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.map_or(0, |since| {
        i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
    })
}
