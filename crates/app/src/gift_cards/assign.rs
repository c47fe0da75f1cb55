//! `gift_cards.assign`: says who looks after something about a card that needs a person.
use super::steps::change;
use crate::App;
use crate::error::AppError;
use crate::request::{Amend, Written};
use book::dto::GiftCard;
use domain::attention::assign;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Who looks after what.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct GiftCardAssign {
    /// The kind of exception, such as `gift_card_overdrawn`.
    #[ts(optional = false)]
    pub code: String,
    /// Who; nobody when absent.
    pub owner: Option<String>,
}

/// What it takes.
pub type Input = Amend<GiftCardAssign>;
/// What it gives.
pub type Output = Written<GiftCard>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let said = &input.body;
    change(app, &input.part, "gift_card.assigned", |_, _, _| {
        assign(&said.code, said.owner.as_deref())
    })
}
