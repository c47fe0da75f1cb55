//! Enrolling with a code, and signing in with a key.

use axum::Json;
use axum::extract::State;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use serde::{Deserialize, Serialize};
use sync::limits::NAME_CHARS;
use uuid::Uuid;

use super::caller::Stranger;
use super::{Hub, now_ms};
use crate::HubError;
use crate::store::Member;

/// A device that enrols.
#[derive(Deserialize)]
pub struct Enrol {
    code: String,
    /// Its public key.
    key: String,
    /// The book, when it brings one that is new here.
    book: Option<Uuid>,
    device: Uuid,
    name: String,
    prefix: String,
}

/// What it has enrolled for.
#[derive(Serialize)]
pub struct Enrolled {
    book: Uuid,
}

/// `POST /v1/enrol`
pub async fn enrol(
    State(hub): State<Hub>,
    stranger: Stranger,
    Json(asked): Json<Enrol>,
) -> Result<Json<Enrolled>, HubError> {
    let key = BASE64.decode(&asked.key).map_err(|_| HubError::Malformed)?;
    let is_long = asked.name.chars().count() > NAME_CHARS || asked.prefix.len() > 8;
    if key.len() != 32 || is_long {
        return Err(HubError::Malformed);
    }
    let member = Member {
        key,
        book: Uuid::nil(),
        device: asked.device,
        name: asked.name,
        prefix: asked.prefix,
        seen_ms: now_ms(),
        revoked_ms: None,
    };
    let enrolling = move |store: &crate::Store| store.enrol(&asked.code, asked.book, &member);
    let book = hub.with_store(enrolling).await.inspect_err(|error| {
        if matches!(error, HubError::CodeInvalid) {
            stranger.was_wrong(&hub);
        }
    })?;
    Ok(Json(Enrolled { book }))
}

/// Something to sign.
#[derive(Serialize)]
pub struct Nonce {
    nonce: String,
}

/// `POST /v1/nonce`
pub async fn nonce(State(hub): State<Hub>, _: Stranger) -> Result<Json<Nonce>, HubError> {
    let nonce = hub.inner.secret.nonce(now_ms())?;
    Ok(Json(Nonce { nonce }))
}

/// A nonce, signed.
#[derive(Deserialize)]
pub struct Signed {
    key: String,
    nonce: String,
    signature: String,
}

/// A token.
#[derive(Serialize)]
pub struct Token {
    token: String,
}

/// `POST /v1/token`
pub async fn token(
    State(hub): State<Hub>,
    _: Stranger,
    Json(signed): Json<Signed>,
) -> Result<Json<Token>, HubError> {
    let decoded = |text: &str| BASE64.decode(text).map_err(|_| HubError::Malformed);
    let (key, signature) = (decoded(&signed.key)?, decoded(&signed.signature)?);
    let secret = &hub.inner.secret;
    let token = secret.token((&key, &signed.nonce, &signature), now_ms())?;
    hub.with_store(move |store| store.member(&key)).await?;
    Ok(Json(Token { token }))
}
