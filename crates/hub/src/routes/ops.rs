//! What operators and their tools ask.

use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;

use super::Hub;
use crate::HubError;

/// The description of the routes.
pub const OPENAPI: &str = include_str!("../openapi.json");

/// `GET /healthz`: well when the store can be read.
pub async fn healthz(State(hub): State<Hub>) -> Result<&'static str, HubError> {
    hub.with_store(|store| store.history()).await?;
    Ok("ok\n")
}

/// `GET /metrics`
pub async fn metrics(State(hub): State<Hub>) -> Result<impl IntoResponse, HubError> {
    let figures = hub.with_store(|store| store.figures()).await?;
    let text = hub.inner.counters.text(&figures);
    Ok(([(CONTENT_TYPE, "text/plain; version=0.0.4")], text))
}

/// `GET /v1/openapi.json`
pub async fn openapi() -> impl IntoResponse {
    ([(CONTENT_TYPE, "application/json")], OPENAPI)
}
