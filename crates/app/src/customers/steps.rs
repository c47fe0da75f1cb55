//! The steps that the verbs about customers share.
use book::{Read, Tx, dto};
use domain::customer::{Address, Customer};
use domain::{State, Subject, SubjectKind};
use uuid::Uuid;

use crate::error::AppError;
use crate::request::{Change, check_version};

pub(super) fn subject(id: Uuid) -> Subject {
    Subject::new(SubjectKind::Customer, id)
}

/// The customer as it is, at the version that the caller saw.
pub(super) fn customer(tx: &mut Tx<'_>, change: &Change) -> Result<Customer, AppError> {
    match tx.state(subject(change.id))? {
        State::Customer(now) if now.is_visible() => {
            check_version(now.version, change.expected_version)?;
            Ok((**now).clone())
        }
        _ => Err(AppError::not_found("customer_unknown")),
    }
}

/// The parts of an address that the journal keeps; the country stands beside them.
pub(super) fn address(said: &dto::Address) -> Address {
    let part = |text: &String| Some(text.clone()).filter(|text| !text.trim().is_empty());
    Address {
        street: part(&said.street),
        postal_code: part(&said.postal_code),
        city: part(&said.city),
        region: part(&said.region),
    }
}

/// The customer as screens show it.
pub(super) fn face(read: Read<'_>, id: Uuid) -> Result<dto::Customer, AppError> {
    Ok(read.customer(id)?)
}
