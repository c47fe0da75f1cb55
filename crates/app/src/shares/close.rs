//! `shares.close`: shares count no more; every device sells what it believes to be there.
use super::SharedGoods;
use super::steps::{self, Goods};
use crate::App;
use crate::error::AppError;
use crate::request::{Create, Written};
use book::dto::Shares;
use domain::share::close;

/// What it takes.
pub type Input = Create<SharedGoods>;
/// What it gives.
pub type Output = Written<Shares>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let asked = &input.body;
    let goods = Goods::of(asked.product, asked.location.as_deref());
    steps::change(app, input.part, &goods, "share.closed", |now, _, by| {
        close(now, by)
    })
}
