//! `gift_cards.get`: a gift card with everything about it.
use crate::App;
use crate::error::AppError;
use crate::request::RecordInput;
use book::dto::GiftCard;

/// What it takes.
pub type Input = RecordInput;
/// What it gives.
pub type Output = GiftCard;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let today = app.today()?;
    app.read_rows(|read| read.gift_card(input.id, today))
}
