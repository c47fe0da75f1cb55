//! Pages that tell customers how far an order is. A device publishes them; everybody who has the
//! link reads them, without a script and without a login.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use super::caller::{Caller, Stranger};
use super::{Hub, now_ms};
use crate::HubError;
use crate::limits::{LINK_MS, PAGE_BYTES, VIEWS_PER_MIN};
use crate::metrics::count;
use crate::store::Published;

/// Whatever a page holds, it runs nothing, fetches nothing and is shown in no other page.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; \
                      base-uri 'none'; form-action 'none'; frame-ancestors 'none'; \
                      sandbox allow-popups allow-popups-to-escape-sandbox";
const NOWHERE: &str = include_str!("nowhere.html");
const BUSY: &str = include_str!("busy.html");

/// A page under a link.
#[derive(Deserialize)]
pub struct Publish {
    link: String,
    revision: i64,
    page: String,
    expires_ms: i64,
}

/// `POST /v1/track`
pub async fn publish(
    State(hub): State<Hub>,
    Caller(member): Caller,
    Json(asked): Json<Publish>,
) -> Result<Json<()>, HubError> {
    let ends_too_late = asked.expires_ms > now_ms().saturating_add(LINK_MS);
    if !is_link(&asked.link) || asked.page.len() > PAGE_BYTES || ends_too_late {
        return Err(HubError::Malformed);
    }
    let publishing = hub.with_store(move |store| {
        let told = Published {
            link: &asked.link,
            revision: asked.revision,
            page: &asked.page,
            expires_ms: asked.expires_ms,
        };
        store.publish(member.book, told, now_ms())
    });
    publishing.await.map(Json)
}

/// A link that leads nowhere any more.
#[derive(Deserialize)]
pub struct Withdraw {
    link: String,
}

/// `POST /v1/untrack`
pub async fn withdraw(
    State(hub): State<Hub>,
    Caller(member): Caller,
    Json(asked): Json<Withdraw>,
) -> Result<Json<()>, HubError> {
    let withdrawing = hub.with_store(move |store| store.withdraw(member.book, &asked.link));
    withdrawing.await.map(Json)
}

/// `GET /t/{link}`
pub async fn page(
    State(hub): State<Hub>,
    stranger: Stranger,
    Path(link): Path<String>,
) -> Result<Response, HubError> {
    if stranger.asks(&hub, "page", VIEWS_PER_MIN).is_err() {
        return Ok(shown(StatusCode::TOO_MANY_REQUESTS, BUSY));
    }
    if !is_link(&link) {
        return Ok(shown(StatusCode::NOT_FOUND, NOWHERE));
    }
    let found = hub.with_store(move |store| store.page_at(&link, now_ms()));
    let Some(page) = found.await? else {
        return Ok(shown(StatusCode::NOT_FOUND, NOWHERE));
    };
    count(&hub.inner.counters.pages_out, 1);
    Ok(shown(StatusCode::OK, page))
}

fn shown(status: StatusCode, page: impl IntoResponse) -> Response {
    let headers = [
        (CONTENT_TYPE.as_str(), "text/html; charset=utf-8"),
        (CACHE_CONTROL.as_str(), "no-store"),
        (CONTENT_SECURITY_POLICY.as_str(), POLICY),
        (REFERRER_POLICY.as_str(), "no-referrer"),
        (X_CONTENT_TYPE_OPTIONS.as_str(), "nosniff"),
        ("x-robots-tag", "noindex, nofollow"),
    ];
    (status, headers, page).into_response()
}

/// Long enough that nobody guesses it: at least 128 bits, as text for addresses.
fn is_link(link: &str) -> bool {
    let is_letter = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    (22..=64).contains(&link.len()) && link.bytes().all(is_letter)
}
