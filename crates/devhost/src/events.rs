//! `GET /events`: what changed and how jobs move on, as server-sent events named as in the window.
//! A listener that falls behind is told that everything changed, so it never shows what is no
//! longer so.

use std::convert::Infallible;

use app::{App, Event};
use axum::extract::State;
use axum::response::sse::{Event as Message, KeepAlive, Sse};
use futures_util::Stream;
use futures_util::stream::unfold;
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::broadcast::{Receiver, Sender, channel};

use crate::server::Served;

/// A listener may be this many events behind.
const KEPT: usize = 256;

/// Events for any number of listeners.
#[derive(Clone)]
pub struct Events(Sender<Event>);

impl Events {
    /// Hears `app` and passes on.
    pub fn of(app: &App) -> Self {
        let (sender, _) = channel(KEPT);
        let hear = sender.clone();
        // Nobody listening is no fault.
        app.subscribe(Box::new(move |event| drop(hear.send(event.clone()))));
        Self(sender)
    }
}

/// The stream of one listener; it ends when the listener goes.
pub async fn stream(
    State(served): State<Served>,
) -> Sse<impl Stream<Item = Result<Message, Infallible>>> {
    let messages = unfold(served.events.0.subscribe(), |mut events| async move {
        let event = next(&mut events).await?;
        Some((Ok(message(&event)), events))
    });
    Sse::new(messages).keep_alive(KeepAlive::default())
}

async fn next(events: &mut Receiver<Event>) -> Option<Event> {
    match events.recv().await {
        Ok(event) => Some(event),
        Err(RecvError::Lagged(_)) => Some(Event::all_changed()),
        Err(RecvError::Closed) => None,
    }
}

fn message(event: &Event) -> Message {
    let name = match event {
        Event::Changed(_) => "changed",
        Event::Job(_) => "job",
    };
    let data = serde_json::to_string(event).expect("an event is plain data and serialises");
    Message::default().event(name).data(data)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_listener_that_fell_behind_is_told_that_everything_changed() {
        let (sender, mut events) = channel(1);
        sender.send(Event::all_changed()).unwrap();
        sender.send(Event::all_changed()).unwrap();
        assert_eq!(next(&mut events).await, Some(Event::all_changed()));
        drop(sender);
        assert_eq!(next(&mut events).await, Some(Event::all_changed()));
        assert_eq!(next(&mut events).await, None);
    }
}
