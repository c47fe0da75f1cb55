//! `book.search`: orders, products and customers by the beginnings of words.
use crate::App;
use crate::error::AppError;
use crate::list::check_window;
use book::dto::Hit;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What to look for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct BookSearch {
    /// The words.
    #[ts(optional = false)]
    pub text: String,
    /// How many hits, at most 200; 20 when absent.
    pub limit: Option<i64>,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Hits {
    /// The best hits first.
    pub hits: Vec<Hit>,
}

/// What it takes.
pub type Input = BookSearch;
/// What it gives.
pub type Output = Hits;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let limit = input.limit.unwrap_or(20);
    check_window(0, limit)?;
    Ok(Hits { hits: app.read(|read| read.search(&input.text, limit))? })
}
