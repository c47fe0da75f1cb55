//! Forward-only migrations, each checked against the sum that was recorded when it ran.

use crate::connect::APPLICATION_ID;
use crate::error::{BookError, Result};
use crate::sync::places;
use rusqlite::{Connection, OptionalExtension as _, TransactionBehavior, params};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeSet;
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

/// Refuses a file whose tables, indexes, views and triggers are not those of its schema: it came
/// from elsewhere, and nothing in it may run but what is ours.
pub(crate) fn check_tables(conn: &Connection, path: &Path, schema: i64) -> Result<()> {
    let ours = Connection::open_in_memory()?;
    for sql in MIGRATIONS.iter().take(schema as usize) {
        ours.execute_batch(sql)?;
    }
    if objects(conn)? == objects(&ours)? {
        return Ok(());
    }
    let detail = "its tables are not those of this product".to_owned();
    Err(BookError::Damaged {
        path: path.into(),
        detail,
    })
}

/// What a file consists of: kind, name, table, statement.
type Objects = BTreeSet<(String, String, String, Option<String>)>;

fn objects(conn: &Connection) -> Result<Objects> {
    let mut query = conn.prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema")?;
    let rows = query.query_map([], |row| {
        let of_statement = |sql: String| sql.replace("\r\n", "\n");
        let sql: Option<String> = row.get(3)?;
        Ok((row.get(0)?, row.get(1)?, row.get(2)?, sql.map(of_statement)))
    })?;
    // What SQLite itself counts for its plans is there or not.
    let is_ours = |found: &(String, String, _, _)| {
        found.0 != "table" || !["sqlite_stat1", "sqlite_stat4"].contains(&found.1.as_str())
    };
    let all = rows.collect::<rusqlite::Result<Objects>>()?;
    Ok(all.into_iter().filter(is_ours).collect())
}

fn sum_of(sql: &str) -> Vec<u8> {
    // A checkout may turn line ends; the sum is of the statements, not of their line ends.
    Sha256::digest(sql.replace("\r\n", "\n").as_bytes()).to_vec()
}
