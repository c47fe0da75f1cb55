//! `purchases.cancel`: calls a purchase off of which nothing has come.
use super::steps;
use crate::App;
use crate::error::AppError;
use crate::request::{Amend, Written};
use book::dto::Purchase;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Why it is called off.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct PurchaseCancel {
    /// Why.
    pub reason: Option<String>,
}

/// What it takes.
pub type Input = Amend<PurchaseCancel>;
/// What it gives.
pub type Output = Written<Purchase>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    steps::change(app, &input.part, "purchase.cancelled", |now| {
        domain::purchase::cancel(now, input.body.reason.as_deref())
    })
}
