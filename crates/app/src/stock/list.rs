//! `stock.list`: a window of what lies at a location, by SKU.
use crate::App;
use crate::error::AppError;
use crate::list::check_window;
use book::dto::{Page, StockRow};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A window of what lies at a location.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct StockList {
    /// The location.
    #[ts(optional = false)]
    pub location: String,
    /// Words to search for: at most 200 products are found.
    pub text: Option<String>,
    /// The place of the first row, from 0.
    #[ts(optional = false)]
    pub offset: i64,
    /// How many rows, at most 200.
    #[ts(optional = false)]
    pub limit: i64,
}

/// What it takes.
pub type Input = StockList;
/// What it gives.
pub type Output = Page<StockRow>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    check_window(input.offset, input.limit)?;
    let window = (input.offset, input.limit);
    app.read_rows(|read| read.stock_rows(&input.location, input.text.as_deref(), window))
}
