//! Forward-only migrations, each checked against the sum that was recorded when it ran.

use crate::connect::APPLICATION_ID;
use crate::error::{BookError, Result};
use crate::sync::places;
use rusqlite::{Connection, OptionalExtension as _, TransactionBehavior, params};
use sha2::{Digest as _, Sha256};
use std::path::Path;

/// The statements of each schema version, oldest first.
pub(crate) const MIGRATIONS: [&str; 7] = [
    include_str!("schema/0001.sql"),
    include_str!("schema/0002.sql"),
    include_str!("schema/0003.sql"),
    include_str!("schema/0004.sql"),
    include_str!("schema/0005.sql"),
    include_str!("schema/0006.sql"),
    include_str!("schema/0007.sql"),
];

/// The schema that this version writes.
pub const SCHEMA: i64 = MIGRATIONS.len() as i64;

/// The schema number of a file.
pub fn schema_of(conn: &Connection) -> Result<i64> {
    Ok(conn.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

/// Refuses files that are not ours or newer than this version.
pub fn check(conn: &Connection, path: &Path) -> Result<i64> {
    let application: i64 = conn.pragma_query_value(None, "application_id", |row| row.get(0))?;
    if application != APPLICATION_ID {
        let detail = "the header does not name Counterbook".to_owned();
        return Err(BookError::Damaged {
            path: path.into(),
            detail,
        });
    }
    let schema = schema_of(conn)?;
    if schema > SCHEMA {
        let needed: Option<String> = conn
            .query_row(
                "SELECT value FROM meta WHERE key = 'needs_version'",
                [],
                |row| row.get(0),
            )
            .optional()?;
        let needed = needed.unwrap_or_else(|| format!("with schema {schema}"));
        return Err(BookError::Newer { needed, schema });
    }
    check_sums(conn, path, schema)?;
    Ok(schema)
}

/// Brings a file to the present schema, after a verified copy of it was laid beside it.
pub fn migrate(conn: &mut Connection, path: &Path) -> Result<()> {
    let schema = check(conn, path)?;
    if schema == SCHEMA {
        return Ok(());
    }
    let copy = path.with_extension(format!("before-schema-{SCHEMA}.counterbook"));
    crate::backup::copy(conn, &copy, &mut |_, _| Ok(()))?;
    apply_from(conn, schema)
}

/// Whether all tables have to be computed again from the journal: a migration asked for it, or
/// another version folded what came from other devices.
pub fn needs_rebuild(conn: &Connection) -> Result<bool> {
    let mut query = conn.prepare("SELECT 1 FROM meta WHERE key = 'rebuild'")?;
    Ok(query.exists([])? || places::was_folded_by_another_version(conn)?)
}

/// Lays the present schema into an empty file.
pub fn create(conn: &mut Connection) -> Result<()> {
    conn.pragma_update(None, "application_id", APPLICATION_ID)?;
    apply_from(conn, 0)
}

fn apply_from(conn: &mut Connection, schema: i64) -> Result<()> {
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    for (index, sql) in MIGRATIONS.iter().enumerate().skip(schema as usize) {
        tx.execute_batch(sql)?;
        let key = format!("migration:{}", index + 1);
        tx.execute(
            "INSERT INTO meta (key, value) VALUES (?1, ?2)",
            params![key, sum_of(sql)],
        )?;
    }
    tx.execute(
        "INSERT OR REPLACE INTO meta (key, value) VALUES ('needs_version', ?1)",
        [env!("CARGO_PKG_VERSION")],
    )?;
    tx.pragma_update(None, "user_version", SCHEMA)?;
    tx.commit()?;
    Ok(())
}

fn check_sums(conn: &Connection, path: &Path, schema: i64) -> Result<()> {
    for (index, sql) in MIGRATIONS.iter().enumerate().take(schema as usize) {
        let key = format!("migration:{}", index + 1);
        let found: Option<Vec<u8>> = conn
            .query_row("SELECT value FROM meta WHERE key = ?1", [key], |row| {
                row.get(0)
            })
            .optional()?;
        if found.as_deref() != Some(sum_of(sql).as_slice()) {
            let detail = format!("migration {} was not made by this product", index + 1);
            return Err(BookError::Damaged {
                path: path.into(),
                detail,
            });
        }
    }
    Ok(())
}

fn sum_of(sql: &str) -> Vec<u8> {
    // A checkout may turn line ends; the sum is of the statements, not of their line ends.
    Sha256::digest(sql.replace("\r\n", "\n").as_bytes()).to_vec()
}
