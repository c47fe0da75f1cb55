//! The steps that the verbs about people share.
use book::{Read, Said, Tx, dto};
use domain::person::{OWNER, Person, PersonPersonal};
use domain::{State, Subject, SubjectKind};
use serde::Serialize;
use uuid::Uuid;

use crate::App;
use crate::error::AppError;
use crate::gate::is_guarded;
use crate::request::{Change, check_version};

pub(super) fn subject(id: Uuid) -> Subject {
    Subject::new(SubjectKind::Person, id)
}

/// The person as they are, at the version that the caller saw. Nobody changes a person who may do
/// more than they may themselves.
pub(super) fn person(app: &App, tx: &mut Tx<'_>, change: &Change) -> Result<Person, AppError> {
    let settings = tx.settings().clone();
    match tx.state(subject(change.id))? {
        State::Person(now) if now.exists => {
            check_version(now.version, change.expected_version)?;
            app.check_grant(&settings, now.role())?;
            Ok((**now).clone())
        }
        _ => Err(AppError::not_found("person_unknown")),
    }
}

/// Whether nobody else keeps the shop guarded, while somebody else has a PIN.
pub(super) fn is_last_owner(tx: &Tx<'_>, id: Uuid) -> Result<bool, AppError> {
    let mut others = tx.read().people()?;
    others.retain(|one| one.id != id && !one.archived && one.has_pin);
    Ok(!others.is_empty() && !others.iter().any(|one| one.role == OWNER))
}

/// Whether permissions count.
pub(super) fn guarded(read: Read<'_>) -> book::Result<bool> {
    Ok(is_guarded(&read.people()?))
}

/// Appends an entry about a person with its personal part.
pub(super) fn append<P: Serialize>(
    tx: &mut Tx<'_>,
    id: Uuid,
    kind: &str,
    said: &P,
    personal: &PersonPersonal,
) -> Result<(), AppError> {
    Ok(tx.append(Said::new(subject(id), kind, said).with_personal(personal))?)
}

/// The person as screens show them.
pub(super) fn face(read: Read<'_>, id: Uuid) -> Result<dto::Person, AppError> {
    Ok(read.person(id)?)
}
