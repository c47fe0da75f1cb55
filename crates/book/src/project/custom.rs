//! What is filled in of custom fields: a row each, and the words that it is searched by.

use super::Target;
use crate::error::{BookError, Result};
use domain::custom::{CustomValue, Filled};
use rusqlite::{Connection, params};

/// Replaces the rows of a record, where they are others than before.
pub(super) fn project(
    target: &Target<'_>,
    no: i64,
    before: Option<&Filled>,
    after: Option<&Filled>,
) -> Result<()> {
    let nothing = Filled::default();
    let (was, is) = (before.unwrap_or(&nothing), after.unwrap_or(&nothing));
    if was == is {
        return Ok(());
    }
    let sql = "DELETE FROM custom_value WHERE no = ?1";
    target.conn.prepare_cached(sql)?.execute([no])?;
    for (key, value) in is.values() {
        let value = serde_json::to_string(value)
            .map_err(|error| BookError::Inconsistent(error.to_string()))?;
        let sql = "INSERT INTO custom_value (no, key, value) VALUES (?1, ?2, ?3)";
        let row = params![no, key, value];
        target.conn.prepare_cached(sql)?.execute(row)?;
    }
    Ok(())
}

/// The words of what is filled in.
pub(super) fn words(filled: &Filled) -> Vec<&str> {
    filled
        .values()
        .filter_map(|(_, value)| value.words())
        .collect()
}

/// The words of a record's rows.
pub(super) fn stored_words(conn: &Connection, no: i64) -> Result<Vec<String>> {
    let mut query = conn.prepare_cached("SELECT value FROM custom_value WHERE no = ?1")?;
    let rows = query.query_map([no], |row| row.get::<_, String>(0))?;
    let mut words = Vec::new();
    for value in rows {
        let value = serde_json::from_str::<CustomValue>(&value?);
        let value = value.map_err(|error| BookError::Inconsistent(error.to_string()))?;
        words.extend(value.words().map(str::to_owned));
    }
    Ok(words)
}
