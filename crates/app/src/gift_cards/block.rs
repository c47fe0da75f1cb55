//! `gift_cards.block`: a card that was lost cannot be spent any more.
use super::steps::change;
use crate::App;
use crate::error::AppError;
use crate::request::{Amend, Written};
use book::dto::GiftCard;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Why a card is blocked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct GiftCardBlock {
    /// Why.
    pub reason: Option<String>,
}

/// What it takes.
pub type Input = Amend<GiftCardBlock>;
/// What it gives.
pub type Output = Written<GiftCard>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let reason = input.body.reason.as_deref();
    change(app, &input.part, "gift_card.blocked", |now, _, _| {
        domain::gift_card::block(now, reason)
    })
}
