//! `gift_cards.create`: a card that was not sold here: one of an earlier system, or a present.
use super::steps::{face, subject};
use crate::App;
use crate::credit::card;
use crate::error::AppError;
use crate::request::{Create, Written};
use book::Said;
use book::dto::GiftCard;
use domain::gift_card::{adjust, id_of_code, issue};
use domain::ids::PaymentId;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A card asked for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct GiftCardInput {
    /// Its code.
    #[ts(optional = false)]
    pub code: String,
    /// What is put on it.
    #[ts(optional = false)]
    pub amount_minor: i64,
    /// Why.
    #[ts(optional = false)]
    pub reason: String,
    /// The last business day on which it can be spent.
    pub expires: Option<String>,
}

/// What it takes.
pub type Input = Create<GiftCardInput>;
/// What it gives.
pub type Output = Written<GiftCard>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let said = &input.body;
    let expires = crate::day::optional("expires", said.expires.as_deref())?;
    let today = app.today()?;
    app.write(
        input.part,
        |tx| {
            let issued = issue(&said.code, expires, today)?;
            let id = id_of_code(&issued.code);
            if card(tx, id)?.exists {
                return Err(AppError::at("code", "gift_card_known"));
            }
            if said.amount_minor <= 0 {
                return Err(AppError::at("amount_minor", "amount_not_positive"));
            }
            tx.append(Said::new(subject(id.0), "gift_card.issued", &issued))?;
            let (now, payment) = (card(tx, id)?, PaymentId(app.new_id()));
            let put = adjust(&now, payment, said.amount_minor, 0, &said.reason)?;
            tx.append(Said::new(subject(id.0), "gift_card.adjusted", &put))?;
            Ok(id.0)
        },
        |read, id| face(read, id, today),
    )
}
