//! `orders.detach`: takes a file away from an order; its bytes go with the last order that has it.
use super::steps;
use crate::App;
use crate::error::AppError;
use book::dto::Order;
use domain::ids::AttachmentId;
use uuid::Uuid;

use crate::request::{Amend, Written};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OrderDetach {
    /// The file.
    pub attachment: Uuid,
}

/// What it takes.
pub type Input = Amend<OrderDetach>;
/// What it gives.
pub type Output = Written<Order>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let attachment = AttachmentId(input.body.attachment);
    steps::change(app, &input.part, "order.detached", |now| {
        domain::order::detach(now, attachment)
    })
}
