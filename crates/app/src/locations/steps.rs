//! The steps that the verbs about locations share.
use book::dto::{self, LocationRow};
use book::{Read, Tx};
use domain::location::{Location, LocationKind, LocationTerms, MAIN_ID, key_of};
use domain::{LocationId, State, Subject, SubjectKind};
use uuid::Uuid;

use crate::error::AppError;
use crate::place;
use crate::request::{Change, check_version};

/// Locations lie in each other so deep at most.
const DEEPEST: usize = 8;

pub(super) fn subject(id: Uuid) -> Subject {
    Subject::new(SubjectKind::Location, id)
}

/// The location as it is, at the version that the caller saw. The main one is there before
/// anything was said of it.
pub(super) fn location(tx: &mut Tx<'_>, change: &Change) -> Result<Location, AppError> {
    let is_main = change.id == MAIN_ID.0;
    match tx.state(subject(change.id))? {
        State::Location(now) if now.exists || is_main => {
            check_version(now.version, change.expected_version)?;
            Ok(Location {
                id: Some(LocationId(change.id)),
                ..(**now).clone()
            })
        }
        _ => Err(AppError::not_found("location_unknown")),
    }
}

/// Refuses a code that another location has, and a parent that is none or lies in this one.
pub(super) fn check(tx: &Tx<'_>, id: Uuid, said: &LocationTerms) -> Result<(), AppError> {
    let rows = tx.read().locations()?;
    let others = || rows.iter().filter(|row| row.id != id && !row.archived);
    let code = said.code.as_deref().filter(|code| !code.is_empty());
    if code.is_some_and(|code| others().any(|row| row.code.as_deref() == Some(code))) {
        return Err(AppError::at("code", "claimed_twice"));
    }
    let Some(parent) = said.parent.as_deref().filter(|key| !key.is_empty()) else {
        return Ok(());
    };
    place::check_known(tx, "parent", parent)?;
    let own = key_of(LocationId(id));
    let mut at = Some(parent.to_owned());
    for _ in 0..DEEPEST {
        match at {
            None => return Ok(()),
            Some(key) if key == own => break,
            Some(key) => {
                let row = rows.iter().find(|row| row.location == key);
                at = row.and_then(|row| row.parent.clone());
            }
        }
    }
    Err(AppError::at("parent", "location_in_itself"))
}

/// Whether what lies in a location can be sold, when that is no place of its own.
pub(super) fn sells(tx: &Tx<'_>, parent: Option<&str>) -> Result<Option<bool>, AppError> {
    let Some(parent) = parent.filter(|key| !key.is_empty()) else {
        return Ok(None);
    };
    Ok(Some(place::check_known(tx, "parent", parent)?))
}

pub(super) fn kind(said: dto::LocationKind) -> LocationKind {
    match said {
        dto::LocationKind::Shop => LocationKind::Shop,
        dto::LocationKind::Warehouse => LocationKind::Warehouse,
        dto::LocationKind::Shelf => LocationKind::Shelf,
        dto::LocationKind::Bin => LocationKind::Bin,
    }
}

/// The location as screens show it.
pub(super) fn face(read: Read<'_>, id: Uuid) -> Result<LocationRow, AppError> {
    Ok(read.location(id)?)
}
