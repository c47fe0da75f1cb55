//! Entries in and out.

use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use serde::{Deserialize, Serialize};
use serde_json::json;
use sync::Vector;
use sync::limits::{BATCH_ENTRIES, DEVICES, REDACTIONS};
use uuid::Uuid;

use super::caller::{Caller, Known};
use super::{Hub, News, bodies, now_ms};
use crate::HubError;
use crate::metrics::count;

/// What is held of the journal that was pushed.
#[derive(Serialize)]
pub struct Held {
    held: u64,
}

/// `POST /v1/push`: entries of one device's journal, in their order.
pub async fn push(
    State(hub): State<Hub>,
    Known(member): Known,
    body: Bytes,
) -> Result<Json<Held>, HubError> {
    count(&hub.inner.counters.bytes_in, body.len());
    let is_revoked = member.revoked_ms.is_some();
    let (book, key) = (member.book, member.key);
    let pushed = hub.with_store(move |store| {
        let records = bodies::records(&body)?;
        if records.len() > BATCH_ENTRIES {
            return Err(HubError::Malformed);
        }
        if is_revoked {
            store.put_aside((book, &key), &records, now_ms())?;
            return Err(HubError::Revoked);
        }
        store.push((book, &key), &records, now_ms())
    });
    let pushed = pushed.await?;
    if pushed.added > 0 {
        count(&hub.inner.counters.entries_in, pushed.added as usize);
        hub.tell(News {
            book: Some(book),
            is_heard: false,
        });
    }
    Ok(Json(Held { held: pushed.held }))
}

/// What somebody holds.
#[derive(Deserialize)]
pub struct Pull {
    held: Vector,
}

/// `POST /v1/pull`: the next entries that the caller lacks, as frames, packed with zstd. The first
/// frame says what is held here and whether there is more.
pub async fn pull(
    State(hub): State<Hub>,
    Caller(member): Caller,
    Json(asked): Json<Pull>,
) -> Result<impl IntoResponse, HubError> {
    if asked.held.iter().count() > DEVICES {
        return Err(HubError::Malformed);
    }
    let packing = hub.with_store(move |store| {
        let page = store.page(member.book, &asked.held)?;
        let head = json!({ "held": page.held, "more": page.more }).to_string();
        let entries = page.records.len();
        Ok((entries, bodies::packed(head.into_bytes(), page.records)?))
    });
    let (entries, body) = packing.await?;
    count(&hub.inner.counters.entries_out, entries);
    count(&hub.inner.counters.bytes_out, body.len());
    Ok(([(CONTENT_TYPE, "application/zstd")], body))
}

/// Entries whose personal parts are gone for ever.
#[derive(Deserialize)]
pub struct Redact {
    gone: Vec<(Uuid, u64)>,
}

/// `POST /v1/redact`
pub async fn redact(
    State(hub): State<Hub>,
    Caller(member): Caller,
    Json(asked): Json<Redact>,
) -> Result<Json<()>, HubError> {
    if asked.gone.len() > REDACTIONS {
        return Err(HubError::Malformed);
    }
    hub.with_store(move |store| store.redact(member.book, &asked.gone))
        .await?;
    Ok(Json(()))
}
