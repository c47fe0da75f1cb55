//! Drawing: whatever a write takes of shared goods is taken of this device's share, or refused.
use std::collections::BTreeSet;

use ::book::dto::RecordKind;
use ::book::{Said, Tx};
use domain::share::{Rights, ShareTerms};
use domain::{DeviceId, ProductId, Subject, SubjectKind};
use uuid::Uuid;

use crate::App;
use crate::desk::OpenBook;
use crate::error::AppError;
use crate::face::Face;

/// Takes what this transaction made less free than it was of this device's shares.
pub(crate) fn draw<T: Face>(
    app: &App,
    open: &OpenBook,
    tx: &mut Tx<'_>,
    output: &T,
) -> Result<(), AppError> {
    if !tx.read().shares_anything()? {
        return Ok(());
    }
    let beside = output.beside().into_iter();
    let products = beside.filter(|one| one.kind == RecordKind::Product);
    let products: BTreeSet<Uuid> = products.map(|one| one.id).collect();
    for product in products {
        for location in tx.read().shared_at(product)? {
            let short_milli = draw_from(app, open, tx, (product, &location))?;
            if short_milli > 0 {
                let short = AppError::invalid("share_short").with(short_milli);
                return Err(match output.field_of(product) {
                    Some(field) => short.in_field(field),
                    None => short,
                });
            }
        }
    }
    Ok(tx.settle()?)
}

/// Says how much of a product at a place was taken; what of it is in no share of this device is
/// returned, and nothing said.
fn draw_from(
    app: &App,
    open: &OpenBook,
    tx: &mut Tx<'_>,
    (product, location): (Uuid, &str),
) -> Result<i64, AppError> {
    let by = tx.device().id;
    let now = tx.read().rights(product, location)?;
    // Nobody else writes meanwhile: what others read is what was there before.
    let before = open.book.read_rows(|read| read.rights(product, location))?;
    let taken_milli = before.available_milli.saturating_sub(now.available_milli);
    let taken_milli = taken_milli.saturating_sub(used(&now, by).saturating_sub(used(&before, by)));
    if taken_milli <= 0 {
        return Ok(0);
    }
    let short_milli = now.short_milli(by, taken_milli);
    if short_milli > 0 || now.keeper == Some(by) {
        return Ok(short_milli);
    }
    let said = ShareTerms {
        product: ProductId(product),
        location: location.to_owned(),
        device: None,
        quantity_milli: Some(taken_milli),
    };
    let subject = Subject::new(SubjectKind::Share, app.new_id());
    tx.append(Said::new(subject, "share.drawn", &said))?;
    Ok(0)
}

fn used(rights: &Rights, device: DeviceId) -> i64 {
    rights.parts.get(&device).map_or(0, |part| part.used_milli)
}
