//! `products.image`: the bytes of a picture of some product, whole or small.
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::AppError;
use crate::{App, Bytes};
/// How a PNG begins; what is kept is one, or a JPEG.
const PNG: &[u8] = b"\x89PNG";

/// Which picture.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ImageAsked {
    /// SHA-256 of its bytes, as the product names it.
    pub sha256: String,
    /// The small one, for lists.
    pub small: bool,
}

/// What it takes.
pub type Input = ImageAsked;
/// What it gives.
pub type Output = Bytes;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let data = app.read_rows(|read| read.picture(&input.sha256, input.small))?;
    let media_type = if data.starts_with(PNG) {
        "image/png"
    } else {
        "image/jpeg"
    };
    Ok(Bytes {
        media_type: media_type.to_owned(),
        data,
    })
}
