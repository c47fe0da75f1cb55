//! `gift_cards.by_code`: the gift card that a scanned or typed code means, and what is on it.
use crate::App;
use crate::error::AppError;
use book::BookError;
use book::dto::GiftCard;
use domain::gift_card::{check_code, id_of_code};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A code looked up.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GiftCardCode {
    /// A card's code, whole; blanks and hyphens do not count.
    pub code: String,
}

/// What it takes.
pub type Input = GiftCardCode;
/// What it gives.
pub type Output = GiftCard;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let code = check_code("code", &input.code)?;
    let today = app.today()?;
    let id = id_of_code(&code).0;
    match app.read_rows(|read| match read.gift_card(id, today) {
        Ok(card) => Ok(Some(card)),
        Err(BookError::NotFound(_)) => Ok(None),
        Err(error) => Err(error),
    })? {
        Some(card) => Ok(card),
        None => Err(AppError::not_found("gift_card_unknown").in_field("code")),
    }
}
