//! The one door through which the book changes: a transaction that appends entries, folds their
//! records, replaces the rows and moves the sums, and commits all of it or nothing.

use crate::act::{Act, Outcome};
use crate::book::Book;
use crate::device::Device;
use crate::error::{BookError, Result};
use crate::journal::{self, Place};
use crate::memory::{Facts, Memory};
use crate::open::Open;
use crate::project::{Delta, Known};
use crate::read::Read;
use crate::room::Room;
use crate::said::Said;
use crate::terms::Terms;
use domain::limits::PAYLOAD_BYTES;
use domain::settings::Settings;
use domain::{Day, Entry, Hlc, Personal, State, Subject};
use rusqlite::{Connection, TransactionBehavior};
use serde::Serialize;
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

/// The writing connection and what it remembers between transactions.
pub(crate) struct Writer {
    pub conn: Connection,
    pub known: Known,
    pub memory: Memory,
    /// How long it waits for another process.
    pub busy: Duration,
    /// Room in the log.
    pub room: Room,
}

/// An open write transaction.
pub struct Tx<'a> {
    pub(crate) conn: &'a Connection,
    pub(crate) terms: &'a Terms,
    pub(crate) known: &'a mut Known,
    pub(crate) memory: &'a mut Memory,
    pub(crate) act: &'a Act,
    pub(crate) device: Device,
    pub(crate) settings: Arc<Settings>,
    /// There are price lists or promotions.
    pub(crate) has_offers: bool,
    /// The newest entry before the transaction.
    pub(crate) began_pos: i64,
    /// What it has said waits to be summed up.
    pub(crate) waits: bool,
    /// It has said something in the name of its device, whose head is that entry.
    pub(crate) speaks: bool,
    pub(crate) open: HashMap<Subject, Open>,
    pub(crate) order: Vec<Subject>,
    pub(crate) delta: Delta,
}

impl Book {
    /// Carries out an action: everything that `run` does is one transaction, durable when this
    /// returns. A request that was carried out before is answered by [`Outcome::Repeated`].
    ///
    /// # Errors
    /// Whatever `run` refuses, and everything that keeps the file from being written; nothing of
    /// the action is kept then.
    pub fn write<T>(
        &self,
        act: &Act,
        run: impl FnOnce(&mut Tx<'_>) -> Result<T>,
    ) -> Result<Outcome<T>> {
        self.check_writable()?;
        let result = transact(self, act, |tx| {
            let subjects = request_subjects(tx.conn, act)?;
            if !subjects.is_empty() {
                return Ok(Outcome::Repeated { subjects });
            }
            let output = run(tx)?;
            Ok(Outcome::Done {
                output,
                touched: tx.order.clone(),
            })
        });
        result.map_err(|error| self.named(error))
    }
}

/// Runs `run` in a write transaction; what it appended is settled before the commit.
pub(crate) fn transact<T>(
    book: &Book,
    act: &Act,
    run: impl FnOnce(&mut Tx<'_>) -> Result<T>,
) -> Result<T> {
    let mut writer = book.remembering_writer();
    let result = transact_with(&mut writer, &book.terms, act, run);
    if act.dry_run || result.is_err() {
        // What was looked up inside may never have been stored.
        book.terms.forget();
        writer.known.clear();
    } else {
        let Writer {
            conn, busy, room, ..
        } = &mut *writer;
        room.keep(conn, *busy);
    }
    result
}

fn transact_with<T>(
    writer: &mut Writer,
    terms: &Terms,
    act: &Act,
    run: impl FnOnce(&mut Tx<'_>) -> Result<T>,
) -> Result<T> {
    let Writer {
        conn,
        known,
        memory,
        ..
    } = writer;
    let transaction = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let mut tx = begin(&transaction, terms, (known, memory), act)?;
    let output = run(&mut tx)?;
    tx.settle()?;
    // While sales wait, the journal itself tells its head (see `Device`).
    if !(tx.waits && tx.speaks) {
        tx.device.store(tx.conn)?;
    }
    let Tx {
        open,
        device,
        waits,
        ..
    } = tx;
    if act.dry_run {
        transaction.rollback()?;
    } else {
        transaction.commit()?;
        memory.take_over(open, device, waits);
    }
    Ok(output)
}

fn begin<'a>(
    conn: &'a Connection,
    terms: &'a Terms,
    (known, memory): (&'a mut Known, &'a mut Memory),
    act: &'a Act,
) -> Result<Tx<'a>> {
    let Facts {
        settings,
        has_offers,
        last_anchor_ms,
        device,
    } = memory.facts(conn)?;
    Ok(Tx {
        conn,
        terms,
        known,
        memory,
        act,
        device,
        settings,
        has_offers,
        began_pos: journal::last_pos(conn)?,
        waits: false,
        speaks: false,
        open: HashMap::new(),
        order: Vec::new(),
        delta: Delta {
            last_anchor_ms,
            ..Delta::default()
        },
    })
}

/// The records of a request that was carried out before.
fn request_subjects(conn: &Connection, act: &Act) -> Result<Vec<Subject>> {
    let sql = "SELECT subject FROM journal WHERE request_id = ?1 ORDER BY pos";
    let mut query = conn.prepare_cached(sql)?;
    let rows = query.query_map([act.request_id.0.as_bytes()], |row| row.get::<_, i64>(0))?;
    let mut subjects = Vec::new();
    for no in rows {
        let subject = journal::subject_of(conn, no?)?;
        if !subjects.contains(&subject) {
            subjects.push(subject);
        }
    }
    Ok(subjects)
}

impl Tx<'_> {
    /// The settings as they were when the transaction began.
    pub fn settings(&self) -> &Arc<Settings> {
        &self.settings
    }

    /// Whether there were price lists or promotions when the transaction began.
    pub fn has_offers(&self) -> bool {
        self.has_offers
    }

    /// The position of the newest entry before the transaction.
    pub fn began_pos(&self) -> i64 {
        self.began_pos
    }

    /// The circumstances of the action.
    pub fn act(&self) -> &Act {
        self.act
    }

    /// The business day of the action.
    pub fn business_day(&self) -> Day {
        Day::of_local(
            self.act.at_ms,
            self.act.offset_min,
            self.settings.cutoff_hour(),
        )
    }

    /// Queries on this transaction; call [`Tx::settle`] before, to see what it has done itself.
    pub fn read(&self) -> Read<'_> {
        Read {
            conn: self.conn,
            terms: self.terms,
            open: Some(&self.open),
        }
    }

    /// The state of a record: the fold of its entries, those of this transaction included.
    pub fn state(&mut self, subject: Subject) -> Result<&State> {
        Ok(&self.opened(subject)?.now)
    }

    /// Appends an entry and folds it.
    pub fn append<P: Serialize>(&mut self, said: Said<'_, P>) -> Result<()> {
        let entry = self.compose(&said)?;
        let (conn, terms, device) = (self.conn, self.terms, self.device.no);
        self.speaks = true;
        let opened = self.opened(said.subject)?;
        let place = Place {
            device,
            subject: opened.no,
        };
        if opened.settled {
            opened.before = Arc::clone(&opened.now);
        }
        Arc::make_mut(&mut opened.now).apply(&entry);
        opened.settled = false;
        opened.said = true;
        opened.personal |= entry.personal.is_some() || entry.kind == "customer.erased";
        journal::insert(conn, terms, &place, &entry)?;
        if let Some(fresh) = &mut opened.fresh {
            fresh.push(entry);
        }
        Ok(())
    }

    /// The device that writes.
    pub fn device(&self) -> &Device {
        &self.device
    }

    /// The next number of a series of this device, for example `A-000042`. Numbers are taken in
    /// the transaction that issues the document: unique, increasing, without holes.
    pub fn next_number(&mut self, series: &str) -> Result<String> {
        let name = format!("{series}:{}", self.device.prefix);
        let last = match self.delta.series.get(&name) {
            Some(last) => *last,
            None => self.last_number(&name)?,
        };
        self.delta.series.insert(name, last + 1);
        Ok(format!("{}-{:06}", self.device.prefix, last + 1))
    }

    fn last_number(&self, name: &str) -> Result<i64> {
        let mut query = self
            .conn
            .prepare_cached("SELECT last FROM series WHERE name = ?1")?;
        let mut rows = query.query([name])?;
        Ok(match rows.next()? {
            Some(row) => row.get(0)?,
            None => 0,
        })
    }

    fn compose<P: Serialize>(&mut self, said: &Said<'_, P>) -> Result<Entry> {
        let payload = serde_json::to_string(said.payload)
            .map_err(|error| BookError::Inconsistent(error.to_string()))?;
        if payload.len() > PAYLOAD_BYTES {
            return Err(domain::Refusal::new("payload_too_large").into());
        }
        let personal = said.personal.as_ref().map(|value| Personal {
            salt: *uuid::Uuid::new_v4().as_bytes(),
            text: value.to_string(),
        });
        let device = &mut self.device;
        device.last_hlc = device.last_hlc.next(self.act.at_ms);
        device.last_seq += 1;
        let mut entry = Entry {
            device: device.id,
            seq: device.last_seq,
            hlc: Hlc(device.last_hlc.0),
            at_ms: self.act.at_ms,
            offset_min: self.act.offset_min,
            business_day: said.business_day.unwrap_or_else(|| {
                Day::of_local(
                    self.act.at_ms,
                    self.act.offset_min,
                    self.settings.cutoff_hour(),
                )
            }),
            actor: self.act.actor.clone(),
            subject: said.subject,
            kind: said.kind.to_owned(),
            version: 1,
            payload,
            request_id: self.act.request_id,
            personal_digest: personal.as_ref().map(Personal::digest),
            personal,
            prev_hash: device.last_hash,
            hash: [0; 32],
        };
        entry.hash = entry.computed_hash();
        device.last_hash = entry.hash;
        Ok(entry)
    }
}
