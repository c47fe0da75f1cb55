//! Projections: from a record's state to rows, and from the difference of two states to sums.
//!
//! A record's rows depend on its own entries alone. Balances and roll-ups move by the difference
//! between the record's share before and after, so the projections depend only on the set of
//! entries, not on the way that they came. Of an order only the balances are written at once: its
//! rows and sums may wait (see `waiting`).

pub(crate) mod anchors;
mod apart;
mod bundles;
mod codes;
mod count;
mod credit;
mod custom;
mod customer;
pub(crate) mod delta;
mod facts;
pub(crate) mod first;
mod flush;
mod gift_card;
mod kept;
mod location;
mod lot_anchors;
mod lots;
mod moves;
mod named;
mod offers;
mod order;
mod order_beside;
mod order_pages;
mod owners;
mod people;
mod pictures;
pub(crate) mod points;
mod product;
mod purchase;
mod settings;
mod share;
mod stock;
mod supplier;
mod till;
mod transfer;

pub(crate) use delta::Delta;
pub(crate) use order::{HOLDS, flags, kind_code, shown_number, state_code};

use crate::error::Result;
use crate::terms::Terms;
use domain::{RunId, State, SubjectKind};
use rusqlite::{Connection, params};
use uuid::Uuid;

/// Row numbers of records that were looked up before.
pub(crate) type Known = delta::HashMap<Uuid, i64>;

/// What the projections write with.
pub(crate) struct Target<'a> {
    pub conn: &'a Connection,
    pub terms: &'a Terms,
    pub known: &'a mut Known,
}

impl Target<'_> {
    /// The row number of a record, given out when it is named for the first time.
    pub fn subject(&mut self, kind: SubjectKind, id: Uuid) -> Result<i64> {
        if let Some(no) = self.known.get(&id) {
            return Ok(*no);
        }
        let no = match crate::journal::subject_no(self.conn, id)? {
            Some(no) => no,
            None => {
                self.conn
                    .prepare_cached("INSERT INTO subject (kind, id) VALUES (?1, ?2)")?
                    .execute(params![kind.code(), id.as_bytes()])?;
                self.conn.last_insert_rowid()
            }
        };
        // Orders are named once; keeping their numbers would only grow the map.
        if kind != SubjectKind::Order {
            self.known.insert(id, no);
        }
        Ok(no)
    }

    fn run(&mut self, run: Option<RunId>) -> Result<Option<i64>> {
        run.map(|run| self.subject(SubjectKind::Run, run.0))
            .transpose()
    }
}

/// Fills an empty search index from the records.
pub(crate) fn refill_search(conn: &Connection, noun: &str) -> Result<()> {
    match noun {
        "customer" => customer::refill_search(conn),
        _ => product::refill_search(conn),
    }
}

/// Replaces the rows of a record and adds the difference of its sums to `delta`.
pub(crate) fn project(
    target: &mut Target<'_>,
    no: i64,
    before: &State,
    after: &State,
    delta: &mut Delta,
) -> Result<()> {
    at_once(target, no, before, after, delta)?;
    in_time(target, no, before, after, delta)
}

/// The part of [`project`] that cannot wait: everything but the rows and sums of orders.
pub(crate) fn at_once(
    target: &mut Target<'_>,
    no: i64,
    before: &State,
    after: &State,
    delta: &mut Delta,
) -> Result<()> {
    match (before, after) {
        (State::Order(before), State::Order(after)) => {
            order::at_once(target, no, before, after, delta)
        }
        (State::Stock(before), State::Stock(after)) => {
            stock::project(target, no, before, after, delta)
        }
        (State::Customer(before), State::Customer(after)) => {
            customer::project(target, no, before, after, delta)
        }
        (State::Product(before), State::Product(after)) => {
            product::project(target, no, before, after, delta)
        }
        (State::Till(before), State::Till(after)) => {
            till::project(target, no, before, after, delta)
        }
        (State::Book(_), State::Book(after)) => settings::project(target, no, after),
        (State::PriceList(before), State::PriceList(after)) => {
            offers::price_list(target, no, before, after)
        }
        (State::Promotion(_), State::Promotion(after)) => offers::promotion(target, no, after),
        (State::Person(_), State::Person(after)) => people::person(target, no, after),
        (State::Audit(_), State::Audit(after)) => people::audit(target, no, after),
        (State::GiftCard(before), State::GiftCard(after)) => {
            gift_card::project(target, no, before, after, delta)
        }
        (State::Share(before), State::Share(after)) => share::project(target, no, before, after),
        (State::Location(_), State::Location(after)) => location::project(target, no, after),
        (State::Transfer(before), State::Transfer(after)) => {
            transfer::project(target, no, before, after, delta)
        }
        (State::Count(before), State::Count(after)) => {
            count::project(target, no, before, after, delta)
        }
        (State::Supplier(_), State::Supplier(after)) => supplier::project(target, no, after),
        (State::Purchase(before), State::Purchase(after)) => {
            purchase::project(target, no, before, after, delta)
        }
        _ => Ok(()),
    }
}

/// The part of [`project`] that may wait; only orders have one.
pub(crate) fn in_time(
    target: &mut Target<'_>,
    no: i64,
    before: &State,
    after: &State,
    delta: &mut Delta,
) -> Result<()> {
    match (before, after) {
        (State::Order(before), State::Order(after)) => {
            order::sums(target, no, before, after, delta)
        }
        _ => Ok(()),
    }
}
