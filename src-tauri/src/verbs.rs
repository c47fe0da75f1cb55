//! The verbs of the noun `shell`: what only a window can do. They come through the same door as
//! all others, so the page has one way to ask for anything; their forms stand in the table of
//! verbs.

use app::AppError;
use app::request::{Nothing, VerbInput};
use serde::Serialize;
use serde_json::Value;
use tauri::{Manager, WebviewWindow};

use crate::{customer, dialogs, errors, files, windows};

/// Runs `shell.<verb>` for the page in `window`.
pub async fn call(window: &WebviewWindow, verb: &str, input: Value) -> Result<Value, AppError> {
    match verb {
        "pick_file" => json(&dialogs::pick_file(window, VerbInput::read(input)?).await?),
        "save_file" => json(&dialogs::save_file(window, VerbInput::read(input)?).await?),
        "new_window" => {
            Nothing::read(input)?;
            windows::open_beside(window)?;
            json(&Nothing {})
        }
        "customer_window" => {
            Nothing::read(input)?;
            customer::open(window)?;
            json(&Nothing {})
        }
        "show_customer" => {
            customer::show(window.app_handle(), VerbInput::read(input)?);
            json(&Nothing {})
        }
        "reveal" => {
            files::reveal(&VerbInput::read(input)?)?;
            json(&Nothing {})
        }
        "browse" => {
            files::browse(&VerbInput::read(input)?)?;
            json(&Nothing {})
        }
        _ => Err(errors::unknown_verb(verb)),
    }
}

fn json(output: &impl Serialize) -> Result<Value, AppError> {
    serde_json::to_value(output).map_err(errors::internal)
}
