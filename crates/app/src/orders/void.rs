//! `orders.void`: a cart at the counter is thrown away before it was anything. Nothing of it is in
//! the book; that it was done, by whom and at what amount is written down where people sign in.
use crate::App;
use crate::error::AppError;
use crate::request::Nothing;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A cart that is thrown away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CartVoid {
    /// What it came to.
    pub total_minor: i64,
}

/// What it takes.
pub type Input = CartVoid;
/// What it gives.
pub type Output = Nothing;

pub(crate) fn run(app: &App, _: Input) -> Result<Output, AppError> {
    app.book().map(|_| Nothing {})
}
