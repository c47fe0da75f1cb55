//! `gift_cards.adjust`: value put on a card by hand, or taken off, with a reason.
use super::steps::change;
use crate::App;
use crate::error::AppError;
use crate::request::{Amend, Written};
use book::dto::GiftCard;
use domain::ids::PaymentId;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What is put on a card, or taken off.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GiftCardAdjust {
    /// Below zero when taken off, at most what there is.
    pub amount_minor: i64,
    /// Why.
    pub reason: String,
}

/// What it takes.
pub type Input = Amend<GiftCardAdjust>;
/// What it gives.
pub type Output = Written<GiftCard>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let (said, id) = (&input.body, PaymentId(app.new_id()));
    change(app, &input.part, "gift_card.adjusted", |now, left, _| {
        domain::gift_card::adjust(now, id, said.amount_minor, left, &said.reason)
    })
}
