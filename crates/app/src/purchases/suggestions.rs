//! `purchases.suggestions`: what to order, supplier by supplier, with the arithmetic of it.
use crate::App;
use crate::error::AppError;
use book::dto::Suggestions;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// Whose products are shown line by line.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct SuggestionsAsked {
    /// The supplier; products that nobody is said to sell when absent.
    pub supplier: Option<Uuid>,
}

/// What it takes.
pub type Input = SuggestionsAsked;
/// What it gives.
pub type Output = Suggestions;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let today = app.today()?;
    app.read(|read| read.suggestions(today, input.supplier))
}
