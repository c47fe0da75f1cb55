//! A transaction on either database. Statements are written once, in what both understand, with
//! `?1` for the first value.

use std::collections::HashMap;
use std::ops::ControlFlow;

use postgres::types::ToSql;
use rusqlite::params_from_iter;
use sync::Record;
use uuid::Uuid;

use super::Result;
use super::cell::{Bind, Row, binds};

/// Rows that are asked of PostgreSQL at a time where not all may be wanted.
const ROWS: i32 = 500;

/// Statements that a connection to PostgreSQL has prepared.
pub(super) type Statements = HashMap<&'static str, postgres::Statement>;

/// A transaction.
pub(super) enum Tx<'a> {
    Sqlite(&'a rusqlite::Connection),
    Postgres(postgres::Transaction<'a>, &'a mut Statements),
}

impl Tx<'_> {
    /// Carries out a statement; returns how many rows it concerned.
    pub(super) fn execute(&mut self, sql: &'static str, binds: &[Bind<'_>]) -> Result<u64> {
        match self {
            Self::Sqlite(conn) => {
                let changed = conn.prepare_cached(sql)?.execute(params_from_iter(binds))?;
                Ok(changed as u64)
            }
            Self::Postgres(tx, statements) => {
                let statement = prepared(tx, statements, sql)?;
                Ok(tx.execute(&statement, &given(binds))?)
            }
        }
    }

    /// All rows of a statement.
    pub(super) fn query(&mut self, sql: &'static str, binds: &[Bind<'_>]) -> Result<Vec<Row>> {
        match self {
            Self::Sqlite(conn) => {
                let mut query = conn.prepare_cached(sql)?;
                let rows = query.query_map(params_from_iter(binds), Row::of_sqlite)?;
                Ok(rows.collect::<rusqlite::Result<_>>()?)
            }
            Self::Postgres(tx, statements) => {
                let statement = prepared(tx, statements, sql)?;
                let rows = tx.query(&statement, &given(binds))?;
                rows.iter().map(Row::of_postgres).collect()
            }
        }
    }

    /// The first row of a statement.
    pub(super) fn first(&mut self, sql: &'static str, binds: &[Bind<'_>]) -> Result<Option<Row>> {
        Ok(self.query(sql, binds)?.into_iter().next())
    }

    /// The number that a statement gives.
    pub(super) fn count(&mut self, sql: &'static str, binds: &[Bind<'_>]) -> Result<i64> {
        match self.first(sql, binds)? {
            Some(mut row) => row.take(),
            None => Ok(0),
        }
    }

    /// Waits until no other transaction has asked for the same.
    pub(super) fn wait_for(&mut self, what: Uuid) -> Result<()> {
        if let Self::Postgres(tx, _) = self {
            let (high, low) = what.as_u64_pair();
            let key = (high ^ low).cast_signed();
            tx.execute("SELECT pg_advisory_xact_lock($1)", &[&key])?;
        }
        // In a file there is one writer at a time.
        Ok(())
    }

    /// The rows of a statement, one after the other, until no more are wanted.
    pub(super) fn each(
        &mut self,
        sql: &'static str,
        binds: &[Bind<'_>],
        mut on: impl FnMut(Row) -> Result<ControlFlow<()>>,
    ) -> Result<()> {
        match self {
            Self::Sqlite(conn) => {
                let mut query = conn.prepare_cached(sql)?;
                let mut rows = query.query(params_from_iter(binds))?;
                while let Some(row) = rows.next()? {
                    if on(Row::of_sqlite(row)?)?.is_break() {
                        break;
                    }
                }
            }
            Self::Postgres(tx, statements) => {
                let statement = prepared(tx, statements, sql)?;
                let portal = tx.bind(&statement, &given(binds))?;
                loop {
                    let rows = tx.query_portal(&portal, ROWS)?;
                    for row in &rows {
                        if on(Row::of_postgres(row)?)?.is_break() {
                            return Ok(());
                        }
                    }
                    if rows.len() < ROWS as usize {
                        return Ok(());
                    }
                }
            }
        }
        Ok(())
    }

    /// Adds entries of one journal; personal parts that are gone for ever are left out.
    pub(super) fn append(&mut self, book: Uuid, records: &[&Record]) -> Result<()> {
        match self {
            Self::Sqlite(_) => records
                .iter()
                .try_for_each(|record| self.append_one(book, record)),
            Self::Postgres(tx, statements) => append_all(tx, statements, book, records),
        }
    }

    fn append_one(&mut self, book: Uuid, record: &Record) -> Result<()> {
        let sql = "INSERT INTO entry (book, device, seq, hash, body, personal) \
                   SELECT ?1, ?2, ?3, ?4, ?5, iif(EXISTS (SELECT 1 FROM redaction \
                   WHERE book = ?1 AND device = ?2 AND seq = ?3), NULL, ?6)";
        self.execute(
            sql,
            binds![
                book,
                record.device,
                record.seq,
                &record.hash[..],
                &record.body[..],
                record.personal.as_deref()
            ],
        )?;
        Ok(())
    }
}

fn given<'a>(binds: &'a [Bind<'a>]) -> Vec<&'a (dyn ToSql + Sync)> {
    binds
        .iter()
        .map(|bind| bind as &(dyn ToSql + Sync))
        .collect()
}

fn prepared(
    tx: &mut postgres::Transaction<'_>,
    statements: &mut Statements,
    sql: &'static str,
) -> Result<postgres::Statement> {
    if let Some(statement) = statements.get(sql) {
        return Ok(statement.clone());
    }
    let statement = tx.prepare(&sql.replace('?', "$"))?;
    statements.insert(sql, statement.clone());
    Ok(statement)
}

/// One statement for all entries: a call to the server for each would be most of the time.
fn append_all(
    tx: &mut postgres::Transaction<'_>,
    statements: &mut Statements,
    book: Uuid,
    records: &[&Record],
) -> Result<()> {
    let Some(first) = records.first() else {
        return Ok(());
    };
    let sql = "INSERT INTO entry (book, device, seq, hash, body, personal) \
               SELECT ?1, ?2, new.seq, new.hash, new.body, \
               CASE WHEN gone.seq IS NULL THEN new.personal END \
               FROM unnest(?3::bigint[], ?4::bytea[], ?5::bytea[], ?6::bytea[]) \
               AS new (seq, hash, body, personal) LEFT JOIN redaction gone \
               ON gone.book = ?1 AND gone.device = ?2 AND gone.seq = new.seq";
    let statement = prepared(tx, statements, sql)?;
    let (book, device) = (Bind::Id(book), Bind::Id(first.device));
    let seqs: Vec<i64> = records.iter().map(|record| record.seq as i64).collect();
    let hashes: Vec<&[u8]> = records.iter().map(|record| &record.hash[..]).collect();
    let bodies: Vec<&[u8]> = records.iter().map(|record| &record.body[..]).collect();
    let personal = records.iter().map(|record| record.personal.as_deref());
    let personal: Vec<Option<&[u8]>> = personal.collect();
    tx.execute(
        &statement,
        &[&book, &device, &seqs, &hashes, &bodies, &personal],
    )?;
    Ok(())
}
