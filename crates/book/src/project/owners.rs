//! Who looks after the exceptions of a record: a row each, for the few that have an owner.

use super::Target;
use crate::error::Result;
use domain::attention::Owners;
use rusqlite::params;

/// Replaces the owners of a record, where they are others than before.
pub(super) fn project(
    target: &Target<'_>,
    no: i64,
    before: Option<&Owners>,
    after: Option<&Owners>,
) -> Result<()> {
    let none = Owners::new();
    let (before, after) = (before.unwrap_or(&none), after.unwrap_or(&none));
    for code in before.keys() {
        let sql = "DELETE FROM exception_owner WHERE no = ?1 AND code = ?2";
        target
            .conn
            .prepare_cached(sql)?
            .execute(params![no, code])?;
    }
    for (code, own) in after {
        let sql = "INSERT INTO exception_owner (no, code, owner) VALUES (?1, ?2, ?3)";
        target
            .conn
            .prepare_cached(sql)?
            .execute(params![no, code, own.owner])?;
    }
    Ok(())
}
