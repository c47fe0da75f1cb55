//! Snapshots: files that new devices start from, in chunks that say nothing to the hub.

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use serde::{Deserialize, Serialize};
use sync::snapshot::{Begun, Listing, Shelf, is_hash};

use super::caller::Caller;
use super::{Hub, now_ms};
use crate::HubError;
use crate::metrics::count;

/// `GET /v1/snapshot`: the newest snapshot of the book.
pub async fn shelf(
    State(hub): State<Hub>,
    Caller(member): Caller,
) -> Result<Json<Shelf>, HubError> {
    let found = hub.with_store(move |store| store.shelf(member.book));
    found.await.map(Json)
}

/// Who wants to make one.
#[derive(Deserialize)]
pub struct Begin {
    by_hand: bool,
}

/// `POST /v1/snapshot/begin`
pub async fn begin(
    State(hub): State<Hub>,
    Caller(member): Caller,
    Json(asked): Json<Begin>,
) -> Result<Json<Begun>, HubError> {
    let beginning = hub.with_store(move |store| {
        store.begin_snapshot((member.book, &member.key), asked.by_hand, now_ms())
    });
    beginning.await.map(Json)
}

/// A chunk by its name.
#[derive(Deserialize)]
pub struct Asked {
    name: String,
}

/// Whether it is missing.
#[derive(Serialize)]
pub struct Lacks {
    lacks: bool,
}

/// `POST /v1/snapshot/lacks`
pub async fn lacks(
    State(hub): State<Hub>,
    Caller(member): Caller,
    Json(asked): Json<Asked>,
) -> Result<Json<Lacks>, HubError> {
    let found = hub.with_store(move |store| store.lacks_chunk(member.book, &asked.name));
    found.await.map(|lacks| Json(Lacks { lacks }))
}

/// `POST /v1/snapshot/chunk`
pub async fn keep(
    State(hub): State<Hub>,
    Caller(member): Caller,
    body: Bytes,
) -> Result<Json<()>, HubError> {
    count(&hub.inner.counters.bytes_in, body.len());
    let keeping =
        hub.with_store(move |store| store.put_chunk((member.book, &member.key), &body, now_ms()));
    keeping.await.map(Json)
}

/// A snapshot whose chunks are here.
#[derive(Deserialize)]
pub struct Given {
    begun: Begun,
    listing: Listing,
}

/// `POST /v1/snapshot/give`
pub async fn give(
    State(hub): State<Hub>,
    Caller(member): Caller,
    Json(given): Json<Given>,
) -> Result<Json<()>, HubError> {
    let keeping = hub.with_store(move |store| {
        let Given { begun, listing } = given;
        store.put_snapshot((member.book, &member.key), (&begun, &listing), now_ms())
    });
    keeping.await.map(Json)
}

/// `GET /v1/snapshot/chunks/{name}`
pub async fn chunk(
    State(hub): State<Hub>,
    Caller(member): Caller,
    Path(name): Path<String>,
) -> Result<impl IntoResponse, HubError> {
    if !is_hash(&name) {
        return Err(HubError::Unknown);
    }
    let found = hub.with_store(move |store| store.chunk(member.book, &name));
    let body = found.await?;
    count(&hub.inner.counters.bytes_out, body.len());
    Ok(([(CONTENT_TYPE, "application/octet-stream")], body))
}
