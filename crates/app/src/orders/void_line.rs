//! `orders.void_line`: goods are taken out of a cart at the counter before it was anything: a whole
//! line, or some of it. Nothing of it is in the book. Where a role may not do it, it is asked for,
//! and then that it was done, by whom and at what amount is written down whoever did it.
use crate::App;
use crate::error::AppError;
use crate::request::Nothing;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Goods that are taken out of a cart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CartVoidLine {
    /// What they came to.
    pub total_minor: i64,
}

/// What it takes.
pub type Input = CartVoidLine;
/// What it gives.
pub type Output = Nothing;

pub(crate) fn run(app: &App, _: Input) -> Result<Output, AppError> {
    app.book().map(|_| Nothing {})
}
