//! The steps that the verbs about suppliers share.
use book::{Read, Tx, dto};
use domain::supplier::{Supplier, SupplierTerms};
use domain::{State, Subject, SubjectKind};
use uuid::Uuid;

use crate::error::AppError;
use crate::request::{Change, check_version};

pub(super) const fn subject(id: Uuid) -> Subject {
    Subject::new(SubjectKind::Supplier, id)
}

/// The supplier as it is, at the version that the caller saw.
pub(super) fn supplier(tx: &mut Tx<'_>, change: &Change) -> Result<Supplier, AppError> {
    match tx.state(subject(change.id))? {
        State::Supplier(now) if now.exists => {
            check_version(now.version, change.expected_version)?;
            Ok((**now).clone())
        }
        _ => Err(AppError::not_found("supplier_unknown")),
    }
}

/// Refuses a code that another supplier in use has.
pub(super) fn check_code(
    tx: &Tx<'_>,
    id: Option<Uuid>,
    said: &SupplierTerms,
) -> Result<(), AppError> {
    let Some(code) = said.code.as_deref().filter(|code| !code.is_empty()) else {
        return Ok(());
    };
    let others = tx.read().suppliers("", Some(false))?;
    let same =
        |other: &dto::SupplierRow| Some(other.id) != id && other.code.as_deref() == Some(code);
    if others.iter().any(same) {
        return Err(AppError::at("code", "claimed_twice"));
    }
    Ok(())
}

/// The supplier as screens show it.
pub(super) fn face(read: Read<'_>, id: Uuid) -> Result<dto::Supplier, AppError> {
    Ok(read.supplier(id)?)
}
