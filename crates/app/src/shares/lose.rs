//! `shares.lose`: a device is lost: what it was left is the keeper's again, who answers for it.
use super::ShareLost;
use super::steps::{self, Goods};
use crate::App;
use crate::error::AppError;
use crate::request::{Create, Written};
use book::dto::Shares;
use domain::DeviceId;
use domain::share::lose;

/// What it takes.
pub type Input = Create<ShareLost>;
/// What it gives.
pub type Output = Written<Shares>;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let asked = &input.body;
    let goods = Goods::of(asked.product, asked.location.as_deref());
    let lost = DeviceId(asked.device);
    steps::change(app, input.part, &goods, "share.lost", |now, rights, by| {
        lose(now, rights, (by, lost))
    })
}
