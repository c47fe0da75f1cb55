//! `stock.levels`: what there is of a product, place by place, at once.
use crate::App;
use crate::error::AppError;
use book::dto::StockLevel;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// A product.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StockOfProduct {
    /// The product.
    pub product: Uuid,
}

/// What it takes.
pub type Input = StockOfProduct;
/// What it gives.
pub type Output = Vec<StockLevel>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    app.read_rows(|read| read.levels_of(input.product))
}
