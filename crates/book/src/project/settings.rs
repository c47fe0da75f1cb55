//! The row of the book's settings.

use super::Target;
use crate::error::{BookError, Result};
use domain::settings::Settings;
use rusqlite::params;

pub(super) fn project(target: &mut Target<'_>, no: i64, after: &Settings) -> Result<()> {
    let terms = serde_json::to_string(&after.terms)
        .map_err(|error| BookError::Inconsistent(error.to_string()))?;
    target
        .conn
        .prepare_cached("INSERT OR REPLACE INTO settings (no, terms, version) VALUES (?1, ?2, ?3)")?
        .execute(params![no, terms, after.version])?;
    Ok(())
}
