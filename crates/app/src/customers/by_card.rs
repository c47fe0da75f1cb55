//! `customers.by_card`: the customer whose card was scanned, at once.
use crate::App;
use crate::error::AppError;
use book::dto::CustomerRow;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A card.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CardAsked {
    /// What was scanned.
    pub code: String,
}

/// Whose card it is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct CardHolder {
    /// The customer; null when nobody has such a card, or two have the same.
    pub customer: Option<CustomerRow>,
}

/// What it takes.
pub type Input = CardAsked;
/// What it gives.
pub type Output = CardHolder;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let customer = app.read_rows(|read| read.customer_of_card(input.code.trim()))?;
    Ok(CardHolder { customer })
}
