//! `purchases.reopen`: what was given up is waited for again.
use super::steps;
use crate::App;
use crate::error::AppError;
use crate::request::{Amend, Nothing, Written};
use book::dto::Purchase;

/// What it takes.
pub type Input = Amend<Nothing>;
/// What it gives.
pub type Output = Written<Purchase>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    steps::change(app, &input.part, "purchase.reopened", |now| {
        domain::purchase::reopen(now).map(|()| Nothing {})
    })
}
