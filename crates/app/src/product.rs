//! The steps that the verbs about products and their stock share.
use book::{Read, Tx, dto};
use domain::lot::Tracking;
use domain::product::{Product, ProductTerms};
use domain::{State, Subject, SubjectKind};
use uuid::Uuid;

use crate::error::AppError;

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
