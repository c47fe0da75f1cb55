//! `gift_cards.replace`: all that is on a lost card moves to a new one, and the lost one is void.
use super::steps::{balance, card, face, subject};
use crate::App;
use crate::error::AppError;
use crate::request::{Amend, Written};
use book::Said;
use book::dto::GiftCard;
use domain::gift_card::{Issued, check_code, id_of_code};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What takes a card's place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GiftCardReplace {
    /// The code of the new card.
    pub code: String,
}

/// What it takes.
pub type Input = Amend<GiftCardReplace>;
/// What it gives: the card that was replaced.
pub type Output = Written<GiftCard>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let (change, said) = (&input.part, &input.body);
    let today = app.today()?;
    app.write(
        *change,
        |tx| {
            let now = card(tx, change)?;
            let code = check_code("code", &said.code)?;
            let by = id_of_code(&code);
            let known = crate::credit::card(tx, by)?;
            let left_minor = balance(tx, change.id)?;
            let replaced = domain::gift_card::replace(&now, (by, &known), &code, left_minor)?;
            tx.append(Said::new(
                subject(change.id),
                "gift_card.replaced",
                &replaced,
            ))?;
            let issued = Issued {
                code,
                expires: now.expires,
            };
            tx.append(Said::new(subject(by.0), "gift_card.issued", &issued))?;
            Ok(change.id)
        },
        |read, id| face(read, id, today),
    )
}
