//! The steps that the verbs about products and their stock share.
use std::collections::BTreeMap;

use book::{Read, Tx, dto};
use domain::limits::QUANTITY_MILLI;
use domain::lot::Tracking;
use domain::product::{Pack, Product, ProductTerms};
use domain::{State, Subject, SubjectKind};
use uuid::Uuid;

use crate::error::AppError;
use crate::place;

pub(crate) fn subject(id: Uuid) -> Subject {
    Subject::new(SubjectKind::Product, id)
}

/// The product as it is.
pub(crate) fn product(tx: &mut Tx<'_>, id: Uuid) -> Result<Product, AppError> {
    match tx.state(subject(id))? {
        State::Product(now) if now.is_visible() => Ok((**now).clone()),
        _ => Err(AppError::not_found("product_unknown")),
    }
}

/// Refuses a tax that the book does not know.
pub(crate) fn check_terms(tx: &Tx<'_>, said: &ProductTerms) -> Result<(), AppError> {
    match said.tax.as_deref().filter(|code| !code.is_empty()) {
        Some(code) if tx.settings().tax(code).is_none() => {
            Err(AppError::at("tax", "tax_unknown").with(code))
        }
        _ => Ok(()),
    }
}

/// What tells goods apart, as the rules name it.
pub(crate) fn tracking(said: dto::Tracking) -> Tracking {
    match said {
        dto::Tracking::None => Tracking::None,
        dto::Tracking::Lot => Tracking::Lot,
        dto::Tracking::Serial => Tracking::Serial,
    }
}

/// The product as screens show it.
pub(crate) fn face(read: Read<'_>, id: Uuid) -> Result<dto::Product, AppError> {
    Ok(read.product(id)?)
}

/// What is kept back at places, as an entry says it: only what changes, below zero where a place
/// says nothing any more. Places that lie in others have none: goods are kept back where they are
/// sold from, wherever they lie there.
pub(crate) fn safety_at(
    tx: &Tx<'_>,
    now: Option<&Product>,
    said: Option<&[dto::SafetyAt]>,
) -> Result<BTreeMap<String, i64>, AppError> {
    let Some(said) = said else {
        return Ok(BTreeMap::new());
    };
    let before = now.map(|now| now.terms.safety_at.clone());
    let before = before.unwrap_or_default();
    let mut changes: BTreeMap<String, i64> = before.keys().map(|at| (at.clone(), -1)).collect();
    let rows = tx.read().locations()?;
    for (index, one) in said.iter().enumerate() {
        let field = format!("safety_at.{index}.location");
        let known = before.contains_key(&one.location);
        if !known {
            place::check_known(tx, &field, &one.location)?;
        }
        let row = rows.iter().find(|row| row.location == one.location);
        if !known && row.is_some_and(|row| row.parent.is_some()) {
            return Err(AppError::at(field, "location_lies_in_other"));
        }
        if !(0..=QUANTITY_MILLI).contains(&one.quantity_milli) {
            let field = format!("safety_at.{index}.quantity_milli");
            return Err(AppError::at(field, "out_of_range"));
        }
        match changes.get(&one.location) {
            Some(0..) => return Err(AppError::at(field, "claimed_twice")),
            _ => changes.insert(one.location.clone(), one.quantity_milli),
        };
    }
    changes.retain(|at, milli| before.get(at) != Some(milli));
    Ok(changes)
}

/// Packs, as the rules name them.
pub(crate) fn packs(said: &[dto::Pack]) -> Vec<Pack> {
    let packs = said.iter().map(|pack| Pack {
        name: pack.name.clone(),
        quantity_milli: pack.quantity_milli,
        barcode: pack.barcode.clone(),
    });
    packs.collect()
}
