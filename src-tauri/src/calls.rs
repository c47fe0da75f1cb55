//! The two commands that a page may invoke. Verbs run on the pool of blocking threads, never on
//! the thread that paints.

use app::{App, AppError};
use serde_json::Value;
use serde_json::value::{RawValue, to_raw_value};
use tauri::async_runtime::spawn_blocking;
use tauri::ipc::Response;
use tauri::{State, WebviewWindow};

use crate::rest::Rest;
use crate::{errors, verbs};

/// Runs a verb and answers with its output as JSON; fails with the verb's own error.
#[tauri::command]
pub async fn call(
    window: WebviewWindow,
    app: State<'_, App>,
    rest: State<'_, Rest>,
    name: String,
    input: Value,
) -> Result<Box<RawValue>, AppError> {
    if let Some(verb) = name.strip_prefix("shell.") {
        let output = verbs::call(&window, verb, input).await?;
        return to_raw_value(&output).map_err(errors::internal);
    }
    rest.put_off();
    let app = app.inner().clone();
    spawn_blocking(move || app.call_json(&name, input))
        .await
        .map_err(errors::internal)?
}

/// Runs a verb that answers with bytes, such as a chart, and hands the bytes over as they are.
#[tauri::command]
pub async fn call_bytes(
    app: State<'_, App>,
    rest: State<'_, Rest>,
    name: String,
    input: Value,
) -> Result<Response, AppError> {
    rest.put_off();
    let app = app.inner().clone();
    let answer = spawn_blocking(move || app.call_bytes(&name, input)).await;
    Ok(Response::new(answer.map_err(errors::internal)??.data))
}
