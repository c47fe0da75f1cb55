//! `lots.list`: the lots of a product that lie somewhere, in the order in which they go out.
use crate::App;
use crate::error::AppError;
use book::dto::LotsOfProduct;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// A product asked about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct LotsAsked {
    /// The product.
    #[ts(optional = false)]
    pub product: Uuid,
    /// Only what lies there and in what lies in it.
    pub location: Option<String>,
}

/// What it takes.
pub type Input = LotsAsked;
/// What it gives.
pub type Output = LotsOfProduct;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let today = app.today()?;
    app.read(|read| read.lots_of(input.product, input.location.as_deref(), today))
}
