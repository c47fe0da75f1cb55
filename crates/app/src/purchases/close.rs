//! `purchases.close`: what is open does not come any more.
use super::steps;
use crate::App;
use crate::error::AppError;
use crate::request::{Amend, Written};
use book::dto::Purchase;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Why the rest is given up.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PurchaseClose {
    /// Why.
    pub reason: String,
}

/// What it takes.
pub type Input = Amend<PurchaseClose>;
/// What it gives.
pub type Output = Written<Purchase>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    steps::change(app, &input.part, "purchase.closed", |now| {
        domain::purchase::close(now, &input.body.reason)
    })
}
