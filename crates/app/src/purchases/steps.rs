//! The steps that the verbs about purchases share.
use book::{Read, Said, Tx, dto};
use domain::lot::LotPart;
use domain::purchase::{Charge, Purchase, Returned, Spread};
use domain::supplier::Supplier;
use domain::{Refusal, State, Subject, SubjectKind};
use serde::Serialize;
use uuid::Uuid;

use crate::App;
use crate::error::AppError;
use crate::lots::input::{Goods, LotInput};
use crate::lots::leaving::{self, Leaving};
use crate::request::{Change, Written, check_version};

pub(super) const fn subject(id: Uuid) -> Subject {
    Subject::new(SubjectKind::Purchase, id)
}

/// The purchase as it is.
pub(super) fn purchase(tx: &mut Tx<'_>, id: Uuid) -> Result<Purchase, AppError> {
    match tx.state(subject(id))? {
        State::Purchase(now) if now.version > 0 => Ok((**now).clone()),
        _ => Err(AppError::not_found("purchase_unknown")),
    }
}

/// The purchase as it is, at the version that the caller saw.
pub(super) fn seen(tx: &mut Tx<'_>, change: &Change) -> Result<Purchase, AppError> {
    let now = purchase(tx, change.id)?;
    check_version(now.version, change.expected_version)?;
    Ok(now)
}

/// The lots of goods that go back to a supplier.
pub(super) fn lots_back<'a>(
    app: &App,
    tx: &mut Tx<'_>,
    said: &Returned,
    named: impl Iterator<Item = Option<&'a [LotInput]>>,
) -> Result<Vec<LotPart>, AppError> {
    let goods = said.lines.iter().zip(named).enumerate();
    let goods = goods.map(|(index, (line, named))| Goods {
        field: format!("lines.{index}.lots"),
        product: line.product.0,
        line: line.line,
        component: false,
        quantity_milli: line.quantity_milli,
        named,
    });
    let goods: Vec<Goods<'_>> = goods.collect();
    leaving::lots(app, tx, (&said.location, Leaving::Moved), &goods)
}

/// One change of one purchase: the state before decides what the entry says.
pub(super) fn change<P: Serialize>(
    app: &App,
    change: &Change,
    kind: &str,
    decide: impl FnOnce(&Purchase) -> Result<P, Refusal>,
) -> Result<Written<dto::Purchase>, AppError> {
    app.write(
        *change,
        |tx| {
            let now = seen(tx, change)?;
            let said = decide(&now)?;
            tx.append(Said::new(subject(change.id), kind, &said))?;
            Ok(change.id)
        },
        face,
    )
}

/// The supplier of a purchase: one that is known.
pub(super) fn supplier(tx: &mut Tx<'_>, id: Uuid) -> Result<Supplier, AppError> {
    match tx.state(Subject::new(SubjectKind::Supplier, id))? {
        State::Supplier(known) if known.exists => Ok((**known).clone()),
        _ => Err(AppError::at("supplier", "supplier_unknown")),
    }
}

/// The charges as the journal keeps them.
pub(super) fn charges(said: &[dto::PurchaseCharge]) -> Vec<Charge> {
    let of = |charge: &dto::PurchaseCharge| Charge {
        name: charge.name.clone(),
        amount_minor: charge.amount_minor,
        spread: match charge.spread {
            dto::ChargeSpread::Value => Spread::Value,
            dto::ChargeSpread::Weight => Spread::Weight,
            dto::ChargeSpread::Quantity => Spread::Quantity,
        },
    };
    said.iter().map(of).collect()
}

/// The purchase as screens show it.
pub(super) fn face(read: Read<'_>, id: Uuid) -> Result<dto::Purchase, AppError> {
    Ok(read.purchase(id)?)
}
