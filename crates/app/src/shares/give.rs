//! `shares.give`: gives another device some of what this one may take.
use super::ShareGiven;
use super::steps::{self, Goods};
use crate::App;
use crate::error::AppError;
use crate::request::{Create, Written};
use book::dto::Shares;
use domain::DeviceId;
use domain::share::give;

/// What it takes.
pub type Input = Create<ShareGiven>;
/// What it gives.
pub type Output = Written<Shares>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let asked = &input.body;
    let goods = Goods::of(asked.product, asked.location.as_deref());
    let to = DeviceId(asked.device);
    steps::change(app, input.part, &goods, "share.given", |now, rights, by| {
        give(now, rights, (by, to), asked.quantity_milli)
    })
}
