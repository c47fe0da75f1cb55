//! `products.pictures`: the pictures that stand for some products, as tiles show them.
use book::dto::ProductPicture;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::App;
use crate::error::AppError;

/// The most products at once.
const PRODUCTS: usize = 200;

/// Whose pictures.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PicturesAsked {
    /// The products, at most 200.
    pub products: Vec<Uuid>,
}

/// The pictures.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct ProductPictures {
    /// Of the products that have one.
    pub pictures: Vec<ProductPicture>,
}

/// What it takes.
pub type Input = PicturesAsked;
/// What it gives.
pub type Output = ProductPictures;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    if input.products.len() > PRODUCTS {
        return Err(AppError::at("products", "too_many").with(PRODUCTS));
    }
    let pictures = app.read_rows(|read| read.pictures(&input.products))?;
    Ok(ProductPictures { pictures })
}
