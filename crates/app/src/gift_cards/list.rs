//! `gift_cards.list`: a window of the gift cards, the newest first.
use crate::App;
use crate::error::AppError;
use crate::list::check_window;
use book::dto::{GiftCardRow, Page};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A window of the list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct GiftCardList {
    /// A part of the code; every card when absent.
    pub text: Option<String>,
    /// The place of the first row, from 0.
    #[ts(optional = false)]
    pub offset: i64,
    /// How many rows, at most 200.
    #[ts(optional = false)]
    pub limit: i64,
}

/// What it takes.
pub type Input = GiftCardList;
/// What it gives.
pub type Output = Page<GiftCardRow>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    check_window(input.offset, input.limit)?;
    let today = app.today()?;
    let text = input.text.unwrap_or_default();
    app.read(|read| read.gift_cards(&text, today, input.offset, input.limit))
}
