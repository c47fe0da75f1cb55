//! What is filled in of custom fields, on its way into an entry.
use book::dto::CustomSaid;
use book::{Tx, custom_value};
use domain::custom::{FieldSubject, Fields, Filled, fill};

use crate::error::AppError;

/// What is filled in, checked against the fields that the book has.
pub(crate) fn filled(
    tx: &Tx<'_>,
    subject: FieldSubject,
    said: Option<&CustomSaid>,
) -> Result<Filled, AppError> {
    checked(&tx.settings().terms.custom_fields, subject, said)
}

/// The same against fields that were read before.
pub(crate) fn checked(
    fields: &Fields,
    subject: FieldSubject,
    said: Option<&CustomSaid>,
) -> Result<Filled, AppError> {
    let mut filled = Filled::default();
    for (key, said) in said.into_iter().flatten() {
        let value = said.as_ref().map(|said| {
            let malformed = || AppError::at(format!("custom.{key}"), "day_malformed");
            custom_value(said).ok_or_else(malformed)
        });
        filled.0.insert(key.clone(), value.transpose()?);
    }
    Ok(fill(fields, subject, filled)?)
}

#[cfg(test)]
mod tests;
