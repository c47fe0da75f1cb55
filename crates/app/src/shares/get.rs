//! `shares.get`: what each device may take of a product at a place.
use super::SharedGoods;
use super::steps::Goods;
use crate::App;
use crate::error::AppError;
use book::dto::Shares;

/// What it takes.
pub type Input = SharedGoods;
/// What it gives.
pub type Output = Shares;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let goods = Goods::of(input.product, input.location.as_deref());
    app.read_rows(|read| read.shares(goods.product, goods.location))
}
