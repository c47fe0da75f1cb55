//! The inbox: foreign systems bring documents, devices list and take them.

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde::{Deserialize, Serialize};
use sync::limits::NAME_CHARS;
use uuid::Uuid;

use super::caller::{Caller, Stranger};
use super::{Hub, News, now_ms};
use crate::HubError;
use crate::limits::{DOCUMENTS_PER_MIN, LISTED, TAKEN};
use crate::metrics::count;
use crate::signature::Signed;
use crate::store::{Channel, Incoming, Taken, Waiting};

/// What a document is called that says nothing of itself.
const ANY: &str = "application/octet-stream";

/// What became of a document.
#[derive(Serialize)]
pub struct Delivered {
    document: Uuid,
    /// It was there already.
    repeated: bool,
}

/// `POST /v1/inbox/{channel}`: a document, signed with the channel's secret.
pub async fn deliver(
    State(hub): State<Hub>,
    stranger: Stranger,
    Path(channel): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Json<Delivered>, HubError> {
    let channel: Uuid = channel.parse().map_err(|_| HubError::Unauthorised)?;
    let rate = &hub.inner.rate;
    rate.check(channel.as_bytes(), DOCUMENTS_PER_MIN, now_ms())?;
    let delivering = hub.with_store(move |store| {
        let signed = Signed::of(&headers)?;
        let (book, secret) = store.channel(channel)?;
        signed.check(&secret, &body, now_ms())?;
        let media_type = headers
            .get(CONTENT_TYPE)
            .and_then(|value| value.to_str().ok());
        let incoming = Incoming {
            external: signed.external,
            media_type: media_type.filter(|text| text.len() <= 200).unwrap_or(ANY),
            body: &body,
        };
        let (document, is_new) = store.deliver((book, channel), incoming, now_ms())?;
        Ok((book, document, is_new))
    });
    let (book, document, is_new) = delivering.await.inspect_err(|error| {
        if matches!(error, HubError::Unauthorised) {
            stranger.was_wrong(&hub);
        }
    })?;
    if is_new {
        count(&hub.inner.counters.documents_in, 1);
        hub.tell(News {
            book: Some(book),
            is_heard: false,
        });
    }
    Ok(Json(Delivered {
        document,
        repeated: !is_new,
    }))
}

/// A channel that is to be opened.
#[derive(Deserialize)]
pub struct Open {
    name: String,
}

/// A channel and its secret, which is told this once.
#[derive(Serialize)]
pub struct Opened {
    channel: Uuid,
    secret: String,
}

/// `POST /v1/channels/open`
pub async fn open(
    State(hub): State<Hub>,
    Caller(member): Caller,
    Json(asked): Json<Open>,
) -> Result<Json<Opened>, HubError> {
    let length = asked.name.chars().count();
    if !(1..=NAME_CHARS).contains(&length) {
        return Err(HubError::Malformed);
    }
    let opening =
        hub.with_store(move |store| store.open_channel(member.book, &asked.name, now_ms()));
    let (channel, secret) = opening.await?;
    Ok(Json(Opened { channel, secret }))
}

/// A channel that brings nothing any more.
#[derive(Deserialize)]
pub struct Close {
    channel: Uuid,
}

/// `POST /v1/channels/close`
pub async fn close(
    State(hub): State<Hub>,
    Caller(member): Caller,
    Json(asked): Json<Close>,
) -> Result<Json<()>, HubError> {
    hub.with_store(move |store| store.close_channel(member.book, asked.channel, now_ms()))
        .await?;
    Ok(Json(()))
}

/// The channels of a book.
#[derive(Serialize)]
pub struct Channels {
    channels: Vec<Channel>,
}

/// `GET /v1/channels`
pub async fn channels(
    State(hub): State<Hub>,
    Caller(member): Caller,
) -> Result<Json<Channels>, HubError> {
    let reading = hub.with_store(move |store| store.channels(member.book));
    let channels = reading.await?;
    Ok(Json(Channels { channels }))
}

/// What waits.
#[derive(Serialize)]
pub struct List {
    documents: Vec<Waiting>,
}

/// `GET /v1/documents`
pub async fn waiting(
    State(hub): State<Hub>,
    Caller(member): Caller,
) -> Result<Json<List>, HubError> {
    let reading = hub.with_store(move |store| store.waiting(member.book, LISTED));
    let documents = reading.await?;
    Ok(Json(List { documents }))
}

/// What a device asks for: a name of its own for what it will have.
#[derive(Deserialize)]
pub struct Take {
    lease: Uuid,
    /// The one that is meant; what is oldest when absent.
    document: Option<Uuid>,
}

/// Documents that are the caller's until its lease ends.
#[derive(Serialize)]
pub struct Lent {
    documents: Vec<Full>,
}

/// A document and its content.
#[derive(Serialize)]
pub struct Full {
    #[serde(flatten)]
    about: Waiting,
    body: String,
}

/// `POST /v1/documents/take`
pub async fn take(
    State(hub): State<Hub>,
    Caller(member): Caller,
    Json(asked): Json<Take>,
) -> Result<Json<Lent>, HubError> {
    let taking = hub.with_store(move |store| match asked.document {
        None => store.take(member.book, asked.lease, TAKEN, now_ms()),
        Some(document) => {
            let one = store.take_one(member.book, asked.lease, document, now_ms())?;
            Ok(one.into_iter().collect())
        }
    });
    let full = |(about, body): Taken| Full {
        about,
        body: BASE64.encode(body),
    };
    let documents = taking.await?.into_iter().map(full).collect();
    Ok(Json(Lent { documents }))
}

/// Documents of which the caller has made something.
#[derive(Deserialize)]
pub struct Done {
    lease: Uuid,
    documents: Vec<Uuid>,
}

/// Those of them that were the caller's.
#[derive(Serialize)]
pub struct AllDone {
    documents: Vec<Uuid>,
}

/// `POST /v1/documents/done`
pub async fn done(
    State(hub): State<Hub>,
    Caller(member): Caller,
    Json(asked): Json<Done>,
) -> Result<Json<AllDone>, HubError> {
    if asked.documents.len() > TAKEN as usize {
        return Err(HubError::Malformed);
    }
    let ending = hub
        .with_store(move |store| store.done(member.book, asked.lease, &asked.documents, now_ms()));
    let documents = ending.await?;
    Ok(Json(AllDone { documents }))
}
