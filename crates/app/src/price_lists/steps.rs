//! The steps that the verbs about price lists share.
use book::{Read, Tx, dto};
use domain::price_list::{PriceList, PriceListTerms};
use domain::{State, Subject, SubjectKind};
use uuid::Uuid;

use crate::error::AppError;
use crate::request::{Change, check_version};

pub(super) fn subject(id: Uuid) -> Subject {
    Subject::new(SubjectKind::PriceList, id)
}

/// The list as it is, at the version that the caller saw.
pub(super) fn price_list(tx: &mut Tx<'_>, change: &Change) -> Result<PriceList, AppError> {
    match tx.state(subject(change.id))? {
        State::PriceList(now) if now.exists => {
            check_version(now.version, change.expected_version)?;
            Ok((**now).clone())
        }
        _ => Err(AppError::not_found("price_list_unknown")),
    }
}

/// Refuses a name that another list in use has.
pub(super) fn check_name(
    tx: &Tx<'_>,
    id: Option<Uuid>,
    said: &PriceListTerms,
) -> Result<(), AppError> {
    let Some(name) = &said.name else {
        return Ok(());
    };
    let lists = tx.read().price_list_terms()?;
    let same = |(other, terms): &(domain::PriceListId, PriceListTerms)| {
        Some(other.0) != id
            && terms.name.as_deref() == Some(name)
            && !terms.archived.unwrap_or(false)
    };
    if lists.iter().any(same) {
        return Err(AppError::at("name", "claimed_twice"));
    }
    Ok(())
}

/// The list as screens show it.
pub(super) fn face(read: Read<'_>, id: Uuid) -> Result<dto::PriceList, AppError> {
    Ok(read.price_list(id)?)
}
