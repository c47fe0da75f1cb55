//! One request, one verb. Verbs run on the pool of blocking threads; a refusal keeps its form and
//! gets the status that fits its kind.

use app::{AppError, AppErrorKind, Bytes};
use axum::Json;
use axum::body::Bytes as Body;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use tokio::task::spawn_blocking;

use crate::server::Served;

/// `POST /call/<verb>`: JSON in, JSON out.
pub async fn call(state: State<Served>, Path(verb): Path<String>, body: Body) -> Response {
    let app = state.0.app;
    let answer = run(body, move |input| app.call_json(&verb, input)).await;
    answer.map_or_else(refusal, |output| Json(output).into_response())
}

/// `POST /bytes/<verb>`: JSON in, bytes out, with their media type.
pub async fn call_bytes(state: State<Served>, Path(verb): Path<String>, body: Body) -> Response {
    let app = state.0.app;
    let answer = run(body, move |input| app.call_bytes(&verb, input)).await;
    answer.map_or_else(refusal, |Bytes { media_type, data }| {
        ([(header::CONTENT_TYPE, media_type)], data).into_response()
    })
}

async fn run<Output: Send + 'static>(
    body: Body,
    verb: impl FnOnce(Value) -> Result<Output, AppError> + Send + 'static,
) -> Result<Output, AppError> {
    let input = match body.as_ref() {
        [] => json!({}),
        text => serde_json::from_slice(text)
            .map_err(|error| AppError::invalid("not_json").with(error))?,
    };
    let stopped = |error| AppError::broken("internal").with(error);
    spawn_blocking(move || verb(input)).await.map_err(stopped)?
}

fn refusal(error: AppError) -> Response {
    let status = match error.kind {
        AppErrorKind::Invalid => StatusCode::BAD_REQUEST,
        AppErrorKind::Conflict => StatusCode::CONFLICT,
        AppErrorKind::NotFound => StatusCode::NOT_FOUND,
        AppErrorKind::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        AppErrorKind::Broken => StatusCode::INTERNAL_SERVER_ERROR,
    };
    (status, Json(error)).into_response()
}
