//! `shares.ask`: asks the other devices for a share; whoever has some may give it.
use super::ShareAsked;
use super::steps::{self, Goods};
use crate::App;
use crate::error::AppError;
use crate::request::{Create, Written};
use book::dto::Shares;
use domain::share::want;

/// What it takes.
pub type Input = Create<ShareAsked>;
/// What it gives.
pub type Output = Written<Shares>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let asked = &input.body;
    let goods = Goods::of(asked.product, asked.location.as_deref());
    steps::change(app, input.part, &goods, "share.asked", |now, _, by| {
        want(now, by, asked.quantity_milli)
    })
}
