//! Pictures of products.
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// A picture of a product.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct ProductImage {
    /// The picture's id at this product.
    pub image: Uuid,
    /// SHA-256 of its bytes, under which they are asked for.
    pub sha256: String,
    /// The width of the whole picture.
    pub width_px: u32,
    /// Its height.
    pub height_px: u32,
    /// What is told to who does not see it.
    pub alt: String,
}

/// The picture that stands for a product.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct ProductPicture {
    /// The product.
    pub product: Uuid,
    /// SHA-256 of the picture's bytes.
    pub sha256: String,
}
