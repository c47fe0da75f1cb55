//! A fresh fold: all projections computed from the journal alone into an empty file.

use crate::error::{BookError, Result};
use crate::journal::read_entry;
use crate::migrate;
use crate::project::{Delta, Known, Target, anchors, first, project};
use crate::terms::Terms;
use domain::{Entry, State};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, params};
use std::path::Path;

/// Called with (done, total) records; an error stops the work.
pub type OnRecords<'a> = &'a mut dyn FnMut(u64, u64) -> Result<()>;

const EVERY_SUBJECT: &str =
    "-- scan: every row is copied.\nSELECT no, kind, id FROM subject ORDER BY no";
const EVERY_TERM: &str = "-- scan: every row is copied.\nSELECT no, text FROM term ORDER BY no";
const SUBJECTS: &str = "-- scan: once for a fresh fold.\nSELECT count(*) FROM subject";

/// How many records are folded between two reports of progress.
const STEP: u64 = 2_000;

/// An empty file with the present schema, for a fresh fold. Nobody else sees it, so nothing in
/// it needs to survive a crash.
pub(crate) fn scratch(path: &Path) -> Result<Connection> {
    let mut conn = Connection::open(path)?;
    conn.pragma_update_and_check(None, "journal_mode", "off", |_| Ok(()))?;
    conn.pragma_update(None, "synchronous", "off")?;
    conn.pragma_update(None, "cache_size", -256_000)?;
    conn.pragma_update(None, "foreign_keys", false)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    conn.set_prepared_statement_cache_capacity(256);
    migrate::create(&mut conn)?;
    Ok(conn)
}

/// Folds every record of `from` into the empty `into`, whose subjects and terms get the same
/// numbers, so that its rows can take the place of those of `from`.
pub(crate) fn fold_all(from: &Connection, into: &Connection, on: OnRecords<'_>) -> Result<()> {
    let indexes = drop_indexes(into)?;
    into.execute_batch("BEGIN")?;
    copy_numbers(from, into)?;
    fold_subjects(from, into, on)?;
    into.execute_batch("COMMIT")?;
    for sql in indexes {
        into.execute_batch(&sql)?;
    }
    Ok(())
}

/// Indexes are built once at the end: that is faster than keeping them right row by row.
fn drop_indexes(conn: &Connection) -> Result<Vec<String>> {
    // Those that the fold itself looks things up by stay.
    let sql = "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL \
               AND name <> 'orders_by_customer'";
    let mut query = conn.prepare(sql)?;
    let rows = query.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get(1)?)))?;
    let found: Vec<(String, String)> = rows.collect::<rusqlite::Result<_>>()?;
    for (name, _) in &found {
        conn.execute_batch(&format!("DROP INDEX \"{name}\""))?;
    }
    Ok(found.into_iter().map(|(_, sql)| sql).collect())
}

fn copy_numbers(from: &Connection, into: &Connection) -> Result<()> {
    let mut query = from.prepare(EVERY_SUBJECT)?;
    let mut insert = into.prepare("INSERT INTO subject (no, kind, id) VALUES (?1, ?2, ?3)")?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        let (no, kind, id): (i64, u8, [u8; 16]) = (row.get(0)?, row.get(1)?, row.get(2)?);
        insert.execute(params![no, kind, id])?;
    }
    let mut query = from.prepare(EVERY_TERM)?;
    let mut insert = into.prepare("INSERT INTO term (no, text) VALUES (?1, ?2)")?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        insert.execute(params![row.get::<_, i64>(0)?, row.get::<_, String>(1)?])?;
    }
    Ok(())
}

fn fold_subjects(from: &Connection, into: &Connection, on: OnRecords<'_>) -> Result<()> {
    let terms = Terms::default();
    let mut known = Known::default();
    let mut work = Work {
        target: Target {
            conn: into,
            terms: &terms,
            known: &mut known,
        },
        delta: Delta {
            fresh: true,
            ..Delta::default()
        },
        done: 0,
        total: from.query_row(SUBJECTS, [], |row| row.get::<_, i64>(0))? as u64,
    };
    let reading = Terms::default();
    let mut query = from.prepare(include_str!("sql/entries_by_subject.sql"))?;
    let mut rows = query.query([])?;
    let (mut no, mut entries) = (0, Vec::new());
    while let Some(row) = rows.next()? {
        let next: i64 = row.get(17)?;
        if next != no {
            work.fold(no, &mut entries, on)?;
            no = next;
        }
        entries.push(read_entry(from, &reading, row)?);
    }
    work.fold(no, &mut entries, on)?;
    work.delta.flush(into)?;
    anchors::fill(into, &mut work.delta)?;
    work.delta.flush(into)?;
    first::fill(into)
}

struct Work<'a> {
    target: Target<'a>,
    delta: Delta,
    done: u64,
    total: u64,
}

impl Work<'_> {
    fn fold(&mut self, no: i64, entries: &mut Vec<Entry>, on: OnRecords<'_>) -> Result<()> {
        let Some(kind) = entries.first().map(|entry| entry.subject.kind) else {
            return Ok(());
        };
        let state = domain::fold(kind, entries);
        entries.clear();
        project(
            &mut self.target,
            no,
            &State::empty(kind),
            &state,
            &mut self.delta,
        )?;
        self.done += 1;
        if self.done.is_multiple_of(STEP) {
            on(self.done, self.total)?;
        }
        if self.delta.is_large() {
            self.delta.flush(self.target.conn)?;
        }
        Ok(())
    }
}

/// Refuses ledgers that do not sum to zero.
pub(crate) fn check_ledgers(conn: &Connection) -> Result<()> {
    for (name, sql) in LEDGERS {
        let wrong: i64 = conn.query_row(sql, [], |row| row.get(0))?;
        if wrong != 0 {
            return Err(BookError::Inconsistent(format!("{name}: {wrong}")));
        }
    }
    Ok(())
}

/// Name of a rule and a query that counts what breaks it.
pub(crate) const LEDGERS: [(&str, &str); 8] = [
    (
        "documents whose money legs do not sum to zero",
        include_str!("sql/check_legs.sql"),
    ),
    (
        "accounts whose balance is not the sum of its legs",
        include_str!("sql/check_money.sql"),
    ),
    (
        "products whose stock does not sum to zero",
        include_str!("sql/check_stock.sql"),
    ),
    (
        "stock balances that are not sums of moves",
        include_str!("sql/check_moves.sql"),
    ),
    (
        "balances of lots that are not sums of their moves",
        include_str!("sql/check_lots.sql"),
    ),
    (
        "days whose sales differ from those of their hours",
        include_str!("sql/check_sales.sql"),
    ),
    (
        "balances of store credit and gift cards that are not sums of their movements",
        include_str!("sql/check_credit.sql"),
    ),
    (
        "accounts of store credit and gift cards that differ from the balances",
        include_str!("sql/check_owed.sql"),
    ),
];
