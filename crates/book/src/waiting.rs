//! Orders that wait. A sale at the counter writes its entry and the balances that the next sale
//! needs; its row in the lists, its lines and moves by product, roll-ups and flows are written for
//! many orders at once, before anybody reads them, and with them the head of the own journal. Which
//! orders wait is written in the same transaction as the entry, and what they add is computed from
//! the journal: nothing is lost, and nothing counts twice.

use crate::book::Book;
use crate::device::Device;
use crate::error::Result;
use crate::journal;
use crate::memory::Waiting;
use crate::project::{self, Delta, Known, Target};
use crate::terms::Terms;
use crate::write::Writer;
use domain::{State, SubjectKind};
use rusqlite::{Connection, TransactionBehavior, params};
use std::sync::{MutexGuard, TryLockError};
use std::time::{Duration, Instant};

/// So many orders may wait; the write that passes it adds them up, in a tenth of a second. The more
/// there are, the more of them are of one product, customer and day, and move the same sums.
const MOST: i64 = 2_048;

/// How long a reader waits for a writer to let it add up; then it reads without.
const PATIENCE: Duration = Duration::from_millis(250);

/// The tables that adding up writes.
const SUMMED: [&str; 20] = [
    "waiting",
    "term",
    "subject",
    "orders",
    "row_count",
    "order_line",
    "stock_move",
    "stock_day",
    "money_leg",
    "money_balance",
    "sales_day",
    "sales_month",
    "sales_hour",
    "product_sales",
    "product_total",
    "customer_sales",
    "customer_count",
    "customer_country",
    "customer_first",
    "customer_month",
];

const WAITING: &str = "-- scan: a few thousand rows at most.
    SELECT subject, summed_pos FROM waiting ORDER BY subject";

const ADD: &str = "INSERT INTO waiting (subject, summed_pos, customer) VALUES (?1, ?2, ?3)
    ON CONFLICT DO UPDATE SET customer = excluded.customer";

/// Whether any order waits.
pub(crate) fn any(conn: &Connection) -> Result<bool> {
    let sql = "-- scan: the first row answers.\nSELECT 1 FROM waiting LIMIT 1";
    Ok(conn.prepare_cached(sql)?.exists([])?)
}

/// The orders that wait, and the position in the journal up to which the sums hold each.
fn all(conn: &Connection) -> Result<Vec<(i64, i64)>> {
    let mut query = conn.prepare_cached(WAITING)?;
    let rows = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Whether so many orders wait that they should be added up.
pub(crate) fn is_full(conn: &Connection) -> Result<bool> {
    let sql = "-- scan: a few thousand rows at most.\nSELECT count(*) FROM waiting";
    let orders: i64 = conn.prepare_cached(sql)?.query_row([], |row| row.get(0))?;
    Ok(orders >= MOST)
}

/// The position in the journal up to which the sums hold everything.
pub(crate) fn summed_pos(conn: &Connection) -> Result<i64> {
    let sql = "-- scan: a few thousand rows at most.
        SELECT coalesce(min(summed_pos), (SELECT max(pos) FROM journal), 0) FROM waiting";
    Ok(conn.prepare_cached(sql)?.query_row([], |row| row.get(0))?)
}

/// Lets an order wait; one that waits already goes on doing so.
pub(crate) fn add(target: &mut Target<'_>, no: i64, summed_pos: i64, state: &State) -> Result<()> {
    let State::Order(order) = state else {
        return Ok(());
    };
    let customer = order.document.customer;
    let customer = customer
        .map(|id| target.subject(SubjectKind::Customer, id.0))
        .transpose()?;
    target
        .conn
        .prepare_cached(ADD)?
        .execute(params![no, summed_pos, customer])?;
    Ok(())
}

/// The orders that wait.
pub(crate) fn orders(conn: &Connection) -> Result<Vec<i64>> {
    Ok(all(conn)?.into_iter().map(|(no, _)| no).collect())
}

/// Writes what waits, in an open transaction; orders that are remembered are not read.
pub(crate) fn sum_up(
    target: &mut Target<'_>,
    remembered: &Waiting,
    delta: &mut Delta,
) -> Result<()> {
    let waiting = all(target.conn)?;
    let before = State::empty(SubjectKind::Order);
    for (no, summed_pos) in &waiting {
        match remembered.get(no) {
            Some(state) => project::in_time(target, *no, &before, state, delta)?,
            None => sum_up_one(target, *no, *summed_pos, delta)?,
        }
    }
    delta.flush(target.conn)?;
    if !waiting.is_empty() {
        let sql = "-- scan: all of the few.\nDELETE FROM waiting";
        target.conn.prepare_cached(sql)?.execute([])?;
    }
    Ok(())
}

fn sum_up_one(target: &mut Target<'_>, no: i64, summed_pos: i64, delta: &mut Delta) -> Result<()> {
    let mut entries = journal::entries(target.conn, target.terms, no)?;
    let sql = "SELECT count(*) FROM journal WHERE subject = ?1 AND pos <= ?2";
    let summed: i64 = target
        .conn
        .prepare_cached(sql)?
        .query_row([no, summed_pos], |row| row.get(0))?;
    let before = match summed {
        0 => State::empty(SubjectKind::Order),
        some => domain::fold(SubjectKind::Order, &mut entries[..some as usize].to_vec()),
    };
    let after = domain::fold(SubjectKind::Order, &mut entries);
    project::in_time(target, no, &before, &after, delta)
}

fn sum_up_in(writer: &mut Writer, terms: &Terms) -> Result<()> {
    let Writer {
        conn,
        known,
        memory,
        ..
    } = writer;
    if !any(conn)? {
        return Ok(());
    }
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let mut target = Target {
        conn: &tx,
        terms,
        known,
    };
    memory.look(&tx)?;
    sum_up(&mut target, &memory.waiting, &mut Delta::default())?;
    Device::mine(&tx)?.store(&tx)?;
    tx.commit()?;
    memory.waiting.clear();
    Ok(())
}

/// Adds what waits to copies of the tables that only this connection sees, where the file cannot
/// be written: unqualified names find the copies first.
pub(crate) fn sum_up_aside(conn: &Connection) -> Result<()> {
    if !any(conn)? {
        return Ok(());
    }
    // The copies name records that stay in the file's own tables.
    conn.pragma_update(None, "foreign_keys", false)?;
    for table in SUMMED {
        copy_aside(conn, table)?;
    }
    let mut target = Target {
        conn,
        terms: &Terms::default(),
        known: &mut Known::default(),
    };
    sum_up(&mut target, &Waiting::default(), &mut Delta::default())?;
    Ok(())
}

/// Copies a table with its indexes, which lists name.
fn copy_aside(conn: &Connection, table: &str) -> Result<()> {
    let sql = "SELECT sql FROM main.sqlite_schema \
               WHERE tbl_name = ?1 AND sql IS NOT NULL ORDER BY type DESC";
    let made: Vec<String> = conn
        .prepare(sql)?
        .query_map([table], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    for sql in &made {
        let sql = sql
            .replacen("CREATE TABLE ", "CREATE TABLE temp.", 1)
            .replacen("INDEX ", "INDEX temp.", 1);
        conn.execute_batch(&sql)?;
    }
    let copied = format!("INSERT INTO temp.{table} SELECT * FROM main.{table}");
    Ok(conn.execute_batch(&copied)?)
}

impl Book {
    /// Adds what waits to the sums. Readers of sums do so by themselves; call it where the file is
    /// handed on: before it is closed, copied or checked.
    ///
    /// # Errors
    /// What keeps the file from being written.
    pub fn sum_up(&self) -> Result<()> {
        let mut writer = self.remembering_writer();
        self.sum_up_with(&mut writer)
    }

    /// Adds what waits to the sums unless somebody is writing for long; false when it could not.
    pub(crate) fn sum_up_soon(&self) -> bool {
        if self.read_only().is_some() {
            return false;
        }
        let Some(mut writer) = self.writer_soon() else {
            return false;
        };
        let usual = writer.busy;
        let short = writer.conn.busy_timeout(PATIENCE.min(usual));
        let summed = short.is_ok() && self.sum_up_with(&mut writer).is_ok();
        // Setting a time-out cannot fail on an open connection.
        let _ = writer.conn.busy_timeout(usual);
        summed
    }

    fn writer_soon(&self) -> Option<MutexGuard<'_, Writer>> {
        let asked = Instant::now();
        loop {
            match self.try_writer() {
                Ok(writer) => return Some(writer),
                Err(TryLockError::Poisoned(poisoned)) => return Some(poisoned.into_inner()),
                Err(TryLockError::WouldBlock) if asked.elapsed() < PATIENCE => {
                    std::thread::sleep(Duration::from_millis(1));
                }
                Err(TryLockError::WouldBlock) => return None,
            }
        }
    }

    fn sum_up_with(&self, writer: &mut Writer) -> Result<()> {
        let summed = sum_up_in(writer, &self.terms);
        if summed.is_err() {
            // What was looked up inside may never have been stored.
            self.terms.forget();
            writer.known.clear();
        }
        summed.map_err(|error| self.named(error))
    }
}
