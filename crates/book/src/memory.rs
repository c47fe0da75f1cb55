//! What the writer remembers from one transaction to the next: what each of them begins with, and
//! the states of products and customers, which one sale after the other names again.
//!
//! All of it is of the file as this connection left it. SQLite counts what other connections
//! commit; whoever writes without a transaction of entries makes the writer forget (see
//! `Book::writer`); and what a transaction has said itself is taken over when it is committed.

use crate::device::Device;
use crate::error::{BookError, Result};
use crate::open::Open;
use domain::settings::Settings;
use domain::{State, Subject, SubjectKind};
use rusqlite::Connection;
use std::collections::HashMap;
use std::sync::Arc;

/// So many states are remembered at least, and at most twice as many.
const STATES: usize = 4_096;

/// What every transaction begins with.
#[derive(Clone)]
pub(crate) struct Facts {
    /// The settings as last folded.
    pub settings: Arc<Settings>,
    /// There are price lists or promotions: most books have none, and a sale then asks for none.
    pub has_offers: bool,
    /// When the newest count was, which a sale is hardly ever older than.
    pub last_anchor_ms: Option<i64>,
    /// The device that writes, with the head of its journal.
    pub device: Device,
}

impl Facts {
    fn of(conn: &Connection) -> Result<Self> {
        let (settings, has_offers, last_anchor_ms) = settings_and_more(conn)?;
        Ok(Self {
            settings: Arc::new(settings),
            has_offers,
            last_anchor_ms,
            device: Device::mine(conn)?,
        })
    }
}

/// The settings of the book as last folded.
pub(crate) fn settings_of(conn: &Connection) -> Result<Settings> {
    Ok(settings_and_more(conn)?.0)
}

fn settings_and_more(conn: &Connection) -> Result<(Settings, bool, Option<i64>)> {
    let (terms, version, has_offers, last_anchor_ms) = conn
        .prepare_cached(include_str!("sql/settings.sql"))?
        .query_row([], |row| {
            let terms: Option<String> = row.get(0)?;
            let version: Option<u32> = row.get(1)?;
            Ok((terms, version, row.get(2)?, row.get(3)?))
        })?;
    let mut settings = Settings::default();
    if let (Some(terms), Some(version)) = (terms, version) {
        settings.version = version;
        settings.terms = serde_json::from_str(&terms)
            .map_err(|error| BookError::Inconsistent(format!("settings: {error}")))?;
    }
    Ok((settings, has_offers, last_anchor_ms))
}

/// A record's row number and its state.
type Known = (i64, Arc<State>);

/// What is remembered.
#[derive(Default)]
pub(crate) struct Memory {
    /// SQLite's count of what others have committed.
    others: i64,
    facts: Option<Facts>,
    /// States that were asked for lately.
    young: HashMap<Subject, Known>,
    /// Those asked for before them: they go when there are many young ones.
    old: HashMap<Subject, Known>,
    /// Orders that wait and were made in one go, so that no sum holds anything of them.
    pub waiting: Waiting,
}

/// The states of orders that wait, by row number.
pub(crate) type Waiting = HashMap<i64, Arc<State>>;

impl Memory {
    /// What a transaction that has just begun begins with. What others have written since is
    /// found out here; from now on nobody else writes.
    pub fn facts(&mut self, conn: &Connection) -> Result<Facts> {
        self.look(conn)?;
        let known = self.facts.take().map_or_else(|| Facts::of(conn), Ok)?;
        Ok(self.facts.insert(known).clone())
    }

    /// Forgets everything if others have written since; asked in a transaction that writes.
    pub fn look(&mut self, conn: &Connection) -> Result<()> {
        let mut query = conn.prepare_cached("PRAGMA data_version")?;
        let others = query.query_row([], |row| row.get(0))?;
        if self.others != others {
            *self = Self {
                others,
                ..Self::default()
            };
        }
        Ok(())
    }

    /// The state of a record, if it is remembered.
    pub fn state(&mut self, subject: &Subject) -> Option<Known> {
        if let Some(known) = self.young.get(subject) {
            return Some(known.clone());
        }
        let known = self.old.remove(subject)?;
        self.keep(*subject, known.clone());
        Some(known)
    }

    /// Remembers a state that the file has; those that are named again are of few kinds.
    pub fn keep(&mut self, subject: Subject, known: Known) {
        if !matches!(subject.kind, SubjectKind::Product | SubjectKind::Customer) {
            return;
        }
        if self.young.len() >= STATES {
            self.old = std::mem::take(&mut self.young);
        }
        self.young.insert(subject, known);
    }

    /// Takes over what a transaction has said, once it is committed.
    pub fn take_over(&mut self, open: HashMap<Subject, Open>, device: Device, waits: bool) {
        let mut orders_alone = true;
        if !waits {
            self.waiting.clear();
        }
        for (subject, open) in open.into_iter().filter(|(_, open)| open.said) {
            orders_alone &= subject.kind == SubjectKind::Order;
            self.young.remove(&subject);
            self.old.remove(&subject);
            self.waiting.remove(&open.no);
            // What was erased is read again, as the file has it now.
            if open.personal {
                continue;
            }
            if waits && open.fresh.is_some() {
                self.waiting.insert(open.no, Arc::clone(&open.now));
            }
            self.keep(subject, (open.no, open.now));
        }
        match &mut self.facts {
            Some(facts) if orders_alone => facts.device = device,
            facts => *facts = None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn product(number: usize) -> Subject {
        Subject::new(SubjectKind::Product, Uuid::from_u128(number as u128))
    }

    #[test]
    fn what_is_named_again_stays_and_what_is_not_makes_room() {
        let mut memory = Memory::default();
        let state = Arc::new(State::empty(SubjectKind::Product));
        for number in 0..3 * STATES {
            memory.keep(product(number), (number as i64, Arc::clone(&state)));
            assert_eq!(memory.state(&product(0)).map(|known| known.0), Some(0));
        }
        assert!(memory.young.len() + memory.old.len() <= 2 * STATES);
        assert!(memory.state(&product(1)).is_none());
        assert!(memory.state(&product(3 * STATES - 1)).is_some());
    }

    #[test]
    fn an_order_is_named_too_seldom_to_be_remembered() {
        let mut memory = Memory::default();
        let order = Subject::new(SubjectKind::Order, Uuid::from_u128(1));
        memory.keep(order, (1, Arc::new(State::Plain)));
        assert!(memory.state(&order).is_none());
    }
}
