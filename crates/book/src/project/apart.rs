//! What devices set of a record without knowing of each other: a row for the few that have any.

use super::Target;
use crate::error::Result;
use domain::apart::Apart;
use rusqlite::params;

/// Replaces the row of a record, where it is another than before.
pub(super) fn project(
    target: &Target<'_>,
    no: i64,
    before: Option<&Apart>,
    after: Option<&Apart>,
) -> Result<()> {
    let told = |apart: Option<&Apart>| {
        let fields = apart.into_iter().flat_map(Apart::fields);
        let fields: Vec<&str> = fields.map(String::as_str).collect();
        fields.join(" ")
    };
    let (was, is) = (told(before), told(after));
    if was == is {
        return Ok(());
    }
    let sql = "DELETE FROM fields_apart WHERE no = ?1";
    target.conn.prepare_cached(sql)?.execute([no])?;
    if !is.is_empty() {
        let sql = "INSERT INTO fields_apart (no, fields) VALUES (?1, ?2)";
        target.conn.prepare_cached(sql)?.execute(params![no, is])?;
    }
    Ok(())
}
