//! `purchases.receiving`: what goods may come for, with every code that means a line.
use crate::App;
use crate::error::AppError;
use book::dto::Receiving;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// Purchases whose goods come together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReceivingAsked {
    /// The purchases, all at one supplier.
    pub purchases: Vec<Uuid>,
}

/// Purchases that one delivery is about.
pub(super) const TOGETHER: usize = 100;

/// What it takes.
pub type Input = ReceivingAsked;
/// What it gives.
pub type Output = Receiving;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    if input.purchases.len() > TOGETHER {
        return Err(AppError::at("purchases", "too_many").with(TOGETHER));
    }
    app.read_rows(|read| read.receiving(&input.purchases))
}
