//! Greeting, inviting and revoking devices.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use sync::limits::NAME_CHARS;
use sync::snapshot::Shelved;
use sync::{End, Vector};
use uuid::Uuid;

use super::caller::Caller;
use super::{Hub, now_ms};
use crate::HubError;
use crate::store::Member;

/// A device, as it tells others of itself.
#[derive(Serialize, Deserialize)]
pub struct About {
    device: Uuid,
    name: String,
    prefix: String,
    /// When it called last; only in answers.
    #[serde(default)]
    seen_ms: Option<i64>,
    /// It is revoked; only in answers.
    #[serde(default)]
    revoked: bool,
}

/// How the hub answers a greeting.
#[derive(Serialize)]
pub struct Greeting {
    history: String,
    held: Vector,
    ends: BTreeMap<Uuid, End>,
    devices: Vec<About>,
    clock_ms: i64,
    snapshot: Option<Shelved>,
}

/// `POST /v1/greet`
pub async fn greet(
    State(hub): State<Hub>,
    Caller(member): Caller,
    Json(about): Json<About>,
) -> Result<Json<Greeting>, HubError> {
    if about.name.chars().count() > NAME_CHARS || about.prefix.len() > 8 {
        return Err(HubError::Malformed);
    }
    let clock_ms = now_ms();
    let member = Member {
        device: about.device,
        name: about.name,
        prefix: about.prefix,
        seen_ms: clock_ms,
        ..member
    };
    let greeting = hub.with_store(move |store| {
        store.seen(&member)?;
        let devices = store.members(member.book)?.into_iter().map(told);
        Ok(Greeting {
            history: store.history()?,
            held: store.held(member.book)?,
            ends: store.ends(member.book)?,
            devices: devices.collect(),
            clock_ms,
            snapshot: store.shelved(member.book)?,
        })
    });
    Ok(Json(greeting.await?))
}

fn told(member: Member) -> About {
    About {
        device: member.device,
        name: member.name,
        prefix: member.prefix,
        seen_ms: Some(member.seen_ms),
        revoked: member.revoked_ms.is_some(),
    }
}

/// A code for one more device of the book.
#[derive(Serialize)]
pub struct Invitation {
    code: String,
    expires_ms: i64,
}

/// `POST /v1/invite`
pub async fn invite(
    State(hub): State<Hub>,
    Caller(member): Caller,
) -> Result<Json<Invitation>, HubError> {
    let inviting = hub.with_store(move |store| store.invite(Some(member.book), now_ms()));
    let (code, expires_ms) = inviting.await?;
    Ok(Json(Invitation { code, expires_ms }))
}

/// A device that may no longer fetch anything.
#[derive(Deserialize)]
pub struct Revoke {
    device: Uuid,
}

/// `POST /v1/revoke`
pub async fn revoke(
    State(hub): State<Hub>,
    Caller(member): Caller,
    Json(asked): Json<Revoke>,
) -> Result<Json<()>, HubError> {
    hub.with_store(move |store| store.revoke(member.book, asked.device, now_ms()))
        .await?;
    Ok(Json(()))
}
