//! `lots.recall`: who bought a lot, where it came from and where the rest lies.
use crate::App;
use crate::error::AppError;
use book::dto::Recall;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// A lot asked about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LotAsked {
    /// The product.
    pub product: Uuid,
    /// The lot, or the serial number.
    pub lot: String,
}

/// What it takes.
pub type Input = LotAsked;
/// What it gives.
pub type Output = Recall;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let today = app.today()?;
    app.read(|read| read.recall(input.product, &input.lot, today))
}
