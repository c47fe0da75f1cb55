//! The rows of people of the shop, and of what was refused and approved.

use super::Target;
use crate::error::{BookError, Result};
use domain::audit::Audit;
use domain::person::Person;
use rusqlite::params;

/// A person's row. Of the PIN it says only that there is one.
pub(super) fn person(target: &Target<'_>, no: i64, after: &Person) -> Result<()> {
    if !after.exists {
        return Ok(());
    }
    target
        .conn
        .prepare_cached(include_str!("../sql/insert_person.sql"))?
        .execute(params![
            no,
            after.name.as_deref().unwrap_or_default(),
            after.role(),
            after.pin_hash.is_some(),
            after.terms.archived.unwrap_or(false),
            after.version,
        ])?;
    Ok(())
}

/// The row of a refusal or an approval.
pub(super) fn audit(target: &Target<'_>, no: i64, after: &Audit) -> Result<()> {
    let said = serde_json::to_string(&after.terms)
        .map_err(|error| BookError::Inconsistent(error.to_string()))?;
    target
        .conn
        .prepare_cached(include_str!("../sql/insert_audit.sql"))?
        .execute(params![
            no,
            after.at_ms,
            after.offset_min,
            after.kind,
            after.actor,
            said,
        ])?;
    Ok(())
}
