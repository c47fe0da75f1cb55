//! `gift_cards.unblock`: a card that was found again can be spent.
use super::steps::change;
use crate::App;
use crate::error::AppError;
use crate::request::{Amend, Nothing, Written};
use book::dto::GiftCard;

/// What it takes.
pub type Input = Amend<Nothing>;
/// What it gives.
pub type Output = Written<GiftCard>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    change(app, &input.part, "gift_card.unblocked", |now, _, _| {
        domain::gift_card::unblock(now)?;
        Ok(Nothing {})
    })
}
