//! `purchases.land`: says what bringing the goods here has cost; it is spread over what came.
use super::steps;
use crate::App;
use crate::error::AppError;
use crate::request::{Amend, Written};
use book::dto::{Purchase, PurchaseCharge};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What it has cost beside the goods.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PurchaseCharges {
    /// The charges, replaced as a list.
    pub charges: Vec<PurchaseCharge>,
}

/// What it takes.
pub type Input = Amend<PurchaseCharges>;
/// What it gives.
pub type Output = Written<Purchase>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    steps::change(app, &input.part, "purchase.landed", |now| {
        domain::purchase::land(now, steps::charges(&input.body.charges))
    })
}
