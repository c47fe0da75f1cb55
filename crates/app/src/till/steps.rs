//! The steps that the verbs about till sessions share.
use book::dto::TillReport;
use book::{Read, Said, Tx};
use domain::till::TillSession;
use domain::{State, Subject, SubjectKind};
use serde::Serialize;
use uuid::Uuid;

use crate::error::AppError;
use crate::request::{Change, check_version};

/// The session as it is, at the version that the caller saw.
pub(super) fn session(tx: &mut Tx<'_>, change: &Change) -> Result<TillSession, AppError> {
    let State::Till(now) = tx.state(subject(change.id))? else {
        return Err(AppError::not_found("till_unknown"));
    };
    if now.opened.is_none() {
        return Err(AppError::not_found("till_unknown"));
    }
    check_version(now.version, change.expected_version)?;
    Ok((**now).clone())
}

/// Appends an entry about a session.
pub(super) fn append<P: Serialize>(
    tx: &mut Tx<'_>,
    id: Uuid,
    kind: &str,
    said: &P,
) -> Result<(), AppError> {
    Ok(tx.append(Said::new(subject(id), kind, said))?)
}

/// The session with its figures, for the first time.
pub(super) fn face(read: Read<'_>, id: Uuid) -> Result<TillReport, AppError> {
    Ok(read.till_report(id, false)?)
}

fn subject(id: Uuid) -> Subject {
    Subject::new(SubjectKind::Till, id)
}
