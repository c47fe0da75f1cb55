//! The steps that the verbs about counts share.
use book::{Read, Tx, dto};
use domain::count::Count;
use domain::{State, Subject, SubjectKind};
use uuid::Uuid;

use crate::error::AppError;

pub(super) fn subject(id: Uuid) -> Subject {
    Subject::new(SubjectKind::Count, id)
}

/// The count as it is.
pub(super) fn count(tx: &mut Tx<'_>, id: Uuid) -> Result<Count, AppError> {
    match tx.state(subject(id))? {
        State::Count(now) if now.opened.is_some() => Ok((**now).clone()),
        _ => Err(AppError::not_found("count_unknown")),
    }
}

/// The count as who counts sees it.
pub(super) fn face(read: Read<'_>, id: Uuid) -> Result<dto::Count, AppError> {
    Ok(read.count(id, false)?)
}
