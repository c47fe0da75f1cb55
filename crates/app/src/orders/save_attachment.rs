//! `orders.save_attachment`: a file of an order written to the disk, whole or not at all.
use std::path::Path;

use crate::App;
use crate::error::AppError;
use crate::settings::replace;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// Which file, and where to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AttachmentTarget {
    /// The order.
    pub order: Uuid,
    /// The file.
    pub attachment: Uuid,
    /// Where it is written to.
    pub path: String,
}

/// The file written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct SavedAttachment {
    /// The file.
    pub path: String,
    /// Its size.
    pub bytes: i64,
}

/// What it takes.
pub type Input = AttachmentTarget;
/// What it gives.
pub type Output = SavedAttachment;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let kept = app.read_rows(|read| read.kept_file(input.order, input.attachment))?;
    replace(Path::new(&input.path), &kept.bytes).map_err(|error| {
        AppError::unavailable("file_unwritable")
            .in_field("path")
            .with(error)
    })?;
    Ok(SavedAttachment {
        bytes: kept.attachment.said.size_bytes,
        path: input.path,
    })
}
