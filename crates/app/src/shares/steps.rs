//! What the verbs about shares have in common.
use book::Said;
use book::dto::Shares;
use domain::share::{Rights, Share, ShareTerms, subject};
use domain::stock::MAIN;
use domain::{DeviceId, ProductId, Refusal, State};
use uuid::Uuid;

use crate::App;
use crate::error::AppError;
use crate::place;
use crate::request::{Request, Written};
use crate::write::Call;

/// A product and the key of a place.
pub(super) struct Goods<'a> {
    pub product: Uuid,
    pub location: &'a str,
}

impl<'a> Goods<'a> {
    pub(super) fn of(product: Uuid, location: Option<&'a str>) -> Self {
        let location = location.filter(|key| !key.is_empty()).unwrap_or(MAIN);
        Self { product, location }
    }
}

/// One entry about the shares of goods: what is known of them decides what it says.
pub(super) fn change(
    app: &App,
    request: Request,
    goods: &Goods<'_>,
    kind: &str,
    decide: impl FnOnce(&Share, &Rights, DeviceId) -> Result<ShareTerms, Refusal>,
) -> Result<Written<Shares>, AppError> {
    let (product, location) = (goods.product, goods.location);
    let about = subject(ProductId(product), location);
    app.write(
        Call::within(request, about.id),
        |tx| {
            if !tx.read().is_goods(product)? {
                return Err(AppError::at("product", "product_unknown"));
            }
            place::check_known(tx, "location", location)?;
            let by = tx.device().id;
            let now = match tx.state(about)? {
                State::Share(now) => (**now).clone(),
                _ => Share::default(),
            };
            let rights = tx.read().rights(product, location)?;
            let said = decide(&now, &rights, by)?;
            tx.append(Said::new(about, kind, &said))?;
            Ok(about.id)
        },
        |read, _| Ok(read.shares(product, location)?),
    )
}
