//! `GET /v1/events`: a stream of server-sent events that says "something new" and nothing else.
//! What it is, devices fetch; who missed an event fetches with the next tick.

use std::convert::Infallible;
use std::sync::atomic::Ordering;
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::IntoResponse;
use futures_util::stream;
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::{broadcast, watch};
use uuid::Uuid;

use super::caller::Caller;
use super::{Hub, News};
use crate::HubError;

/// Something is said at least this often, so that dead connections are found.
const ALIVE: Duration = Duration::from_secs(25);

struct Listening {
    hub: Hub,
    book: Uuid,
    news: broadcast::Receiver<News>,
    ending: watch::Receiver<bool>,
    began: bool,
}

/// `GET /v1/events`
pub async fn events(
    State(hub): State<Hub>,
    Caller(member): Caller,
) -> Result<impl IntoResponse, HubError> {
    hub.inner.counters.listening.fetch_add(1, Ordering::Relaxed);
    let listening = Listening {
        news: hub.news(),
        ending: hub.ending(),
        book: member.book,
        hub,
        began: false,
    };
    let said = stream::unfold(listening, |mut listening| async {
        let word = listening.next().await?;
        Some((
            Ok::<_, Infallible>(Bytes::from_static(word.as_bytes())),
            listening,
        ))
    });
    let headers = [
        (CONTENT_TYPE, "text/event-stream"),
        (CACHE_CONTROL, "no-store"),
    ];
    Ok((headers, Body::from_stream(said)))
}

impl Listening {
    /// What is said next; `None` when the hub ends.
    async fn next(&mut self) -> Option<&'static str> {
        if !std::mem::replace(&mut self.began, true) {
            return Some(": listening\n\n");
        }
        let waited = tokio::time::Instant::now() + ALIVE;
        loop {
            if *self.ending.borrow() {
                return None;
            }
            tokio::select! {
                news = self.news.recv() => match news {
                    Ok(news) if news.book.is_some_and(|book| book != self.book) => {}
                    // Who was too slow to hear all of it is told that there is something.
                    Ok(_) | Err(RecvError::Lagged(_)) => return Some("data: new\n\n"),
                    Err(RecvError::Closed) => return None,
                },
                _ = self.ending.changed() => return None,
                () = tokio::time::sleep_until(waited) => return Some(": alive\n\n"),
            }
        }
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        let listening = &self.hub.inner.counters.listening;
        listening.fetch_sub(1, Ordering::Relaxed);
    }
}
