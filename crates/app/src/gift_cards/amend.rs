//! `gift_cards.amend`: another last day, or none.
use super::steps::change;
use crate::App;
use crate::error::AppError;
use crate::request::{Amend, Written};
use book::dto::GiftCard;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What of a card changes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct GiftCardPatch {
    /// The last business day on which it can be spent; absent, it never expires.
    pub expires: Option<String>,
}

/// What it takes.
pub type Input = Amend<GiftCardPatch>;
/// What it gives.
pub type Output = Written<GiftCard>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let expires = crate::day::optional("expires", input.body.expires.as_deref())?;
    change(app, &input.part, "gift_card.amended", |now, _, today| {
        domain::gift_card::amend(now, expires, today)
    })
}
