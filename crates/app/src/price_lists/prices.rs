//! `price_lists.prices`: a window of the products on a list, with their prices.
use crate::App;
use crate::error::AppError;
use crate::list::check_window;
use book::dto::{ListedProduct, Page};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// Which products.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ListedAsked {
    /// The list.
    #[ts(optional = false)]
    pub list: Uuid,
    /// A part of the SKU or title.
    pub text: Option<String>,
    /// The place of the first product, from 0.
    #[ts(optional = false)]
    pub offset: i64,
    /// How many, at most 200.
    #[ts(optional = false)]
    pub limit: i64,
}

/// What it takes.
pub type Input = ListedAsked;
/// What it gives.
pub type Output = Page<ListedProduct>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    check_window(input.offset, input.limit)?;
    let text = input.text.as_deref().unwrap_or_default();
    app.read_rows(|read| read.listed_products(input.list, text, input.offset, input.limit))
}
