//! `stock.assemble`: puts bundles together out of their components, where they lie.
use book::dto::Product;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::assembly;
use crate::App;
use crate::error::AppError;
use crate::lots::input::LotInput;
use crate::request::{Create, Written};

/// What is put together, or taken apart.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct StockAssemble {
    /// The bundle.
    #[ts(optional = false)]
    pub product: Uuid,
    /// The place; the main one when absent.
    pub location: Option<String>,
    /// How many, whole ones.
    #[ts(optional = false)]
    pub quantity_milli: i64,
    /// The lots or serial numbers of the bundles, where they are told apart.
    pub lots: Option<Vec<LotInput>>,
}

/// What it takes.
pub type Input = Create<StockAssemble>;
/// What it gives.
pub type Output = Written<Product>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    assembly::write(app, &input, 1)
}

#[cfg(test)]
mod tests;
