//! `products.movements`: a window of a product's movements in stock, the newest first.
use crate::App;
use crate::error::AppError;
use crate::list::check_window;
use book::dto::{Movement, Page};
use uuid::Uuid;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A window of movements.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProductMovements {
    /// The product.
    pub id: Uuid,
    /// The place of the first row, from 0.
    pub offset: i64,
    /// How many rows, at most 200.
    pub limit: i64,
}

/// What it takes.
pub type Input = ProductMovements;
/// What it gives.
pub type Output = Page<Movement>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    check_window(input.offset, input.limit)?;
    app.read(|read| read.movements(input.id, input.offset, input.limit))
}
