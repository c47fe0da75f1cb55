//! `shares.open`: shares out what lies of a product at a place, or takes over from the device that
//! kept the rest.
use super::SharedGoods;
use super::steps::{self, Goods};
use crate::App;
use crate::error::AppError;
use crate::request::{Create, Written};
use book::dto::Shares;
use domain::ProductId;
use domain::share::open;

/// What it takes.
pub type Input = Create<SharedGoods>;
/// What it gives.
pub type Output = Written<Shares>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let asked = &input.body;
    let goods = Goods::of(asked.product, asked.location.as_deref());
    steps::change(app, input.part, &goods, "share.opened", |now, _, by| {
        open(now, by, (ProductId(goods.product), goods.location))
    })
}
