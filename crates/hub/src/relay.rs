//! News among servers on one PostgreSQL database: what comes in at one of them wakes those who
//! listen at another. It travels by NOTIFY on a connection of its own and never within the
//! transaction that takes entries in, which would make all of them wait for each other.

use std::collections::BTreeSet;
use std::future::poll_fn;
use std::time::Duration;

use tokio::sync::broadcast::error::RecvError;
use tokio::sync::{broadcast, mpsc};
use tokio_postgres::{AsyncMessage, Client};
use uuid::Uuid;

use crate::Hub;
use crate::routes::News;
use crate::store::Database;

const CHANNEL: &str = "counterbook_hub";
/// How long after a broken connection the next one is tried.
const AGAIN: Duration = Duration::from_secs(1);

/// Begins, if other servers may be at work on the hub's store.
pub(crate) fn begin(hub: &Hub) {
    if let Some(database) = hub.store().database().cloned() {
        tokio::spawn(go_on(hub.clone(), database));
    }
}

async fn go_on(hub: Hub, database: Database) {
    let mut ending = hub.ending();
    let own = Uuid::new_v4();
    while !*ending.borrow() {
        tokio::select! {
            _ = carry(&hub, &database, own) => {}
            _ = ending.changed() => return,
        }
        tokio::select! {
            () = tokio::time::sleep(AGAIN) => {}
            _ = ending.changed() => return,
        }
    }
}

/// Carries news in both directions until the connection breaks.
async fn carry(hub: &Hub, database: &Database, own: Uuid) -> Result<(), tokio_postgres::Error> {
    let mut told = hub.news();
    let (client, connection) = database.config.connect(database.tls.clone()).await?;
    let (hears, mut heard) = mpsc::unbounded_channel();
    // It ends with the client, or with the database.
    tokio::spawn(drive(connection, hears));
    client.batch_execute(&format!("LISTEN {CHANNEL}")).await?;
    // Something may have happened while nobody was listening.
    hub.tell(News {
        book: None,
        is_heard: true,
    });
    loop {
        tokio::select! {
            word = heard.recv() => match word {
                Some(word) => hear(hub, own, &word),
                None => return Ok(()),
            },
            first = told.recv() => match all(first, &mut told) {
                Some(words) => say(&client, own, words).await?,
                None => return Ok(()),
            },
        }
    }
}

async fn drive<S, T>(
    mut connection: tokio_postgres::Connection<S, T>,
    hears: mpsc::UnboundedSender<String>,
) where
    S: tokio::io::AsyncRead + tokio::io::AsyncWrite + Unpin,
    T: tokio::io::AsyncRead + tokio::io::AsyncWrite + Unpin,
{
    while let Some(Ok(message)) = poll_fn(|context| connection.poll_message(context)).await {
        if let AsyncMessage::Notification(notification) = message {
            // Nobody hears it any more when the client is gone, and then this ends, too.
            let _ = hears.send(notification.payload().to_owned());
        }
    }
}

/// What is to be told, each book once: all that waits goes together. `None` when the hub ends.
fn all(
    first: Result<News, RecvError>,
    told: &mut broadcast::Receiver<News>,
) -> Option<BTreeSet<String>> {
    let mut words = BTreeSet::new();
    let mut next = first;
    loop {
        match next {
            Ok(news) if news.is_heard => {}
            Ok(News {
                book: Some(book), ..
            }) => drop(words.insert(book.to_string())),
            Ok(_) | Err(RecvError::Lagged(_)) => drop(words.insert("any".to_owned())),
            Err(RecvError::Closed) => return None,
        }
        match told.try_recv() {
            Ok(news) => next = Ok(news),
            Err(broadcast::error::TryRecvError::Lagged(missed)) => {
                next = Err(RecvError::Lagged(missed));
            }
            Err(_) => return Some(words),
        }
    }
}

async fn say(
    client: &Client,
    own: Uuid,
    words: BTreeSet<String>,
) -> Result<(), tokio_postgres::Error> {
    if words.is_empty() {
        return Ok(());
    }
    let words: Vec<String> = words.iter().map(|word| format!("{own} {word}")).collect();
    let sql = "SELECT pg_notify($1, word) FROM unnest($2::text[]) AS word";
    client.execute(sql, &[&CHANNEL, &words]).await?;
    Ok(())
}

/// Tells here what another server has told.
fn hear(hub: &Hub, own: Uuid, word: &str) {
    let Some((from, book)) = word.split_once(' ') else {
        return;
    };
    if from != own.to_string() {
        hub.tell(News {
            book: book.parse().ok(),
            is_heard: true,
        });
    }
}
