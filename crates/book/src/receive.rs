//! Entries from other devices: any order, any number of times, in any batches.
//!
//! Each journal is continued without gaps; what comes ahead waits in `pending`. A record that
//! got an entry is folded again as a whole, so the outcome depends on the set of entries only.
//! An entry that cannot be taken in goes to `quarantine` and keeps nothing else from coming in.
//! Of two entries that claim one place, the one with the lower hash has it, on every device.

use crate::act::Act;
use crate::book::Book;
use crate::device::Device;
use crate::error::{BookError, Result};
use crate::journal::{self, Place};
use crate::likeness::Likeness;
use crate::sync::{cut, places, quarantine, settle};
use crate::write::{Tx, transact};
use domain::{DeviceId, Entry, Subject};
use rusqlite::{OptionalExtension as _, params};
use std::collections::{BTreeMap, BTreeSet};

/// What became of received entries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Received {
    /// Appended now, those that waited included.
    pub applied: u64,
    /// Known before.
    pub repeated: u64,
    /// Ahead of their journal; kept until the gap closes.
    pub waiting: u64,
    /// Put into quarantine.
    pub refused: u64,
    /// How far the journals that came are those that were held here. Where this device's own one
    /// differs, somebody else writes under its name, or its file was restored. Nothing of that was
    /// kept: it must take another name first, see [`Book::take_new_identity`].
    pub seen: BTreeMap<DeviceId, Likeness>,
    /// Entries that were held had to make room for others that claimed their places.
    pub cut: bool,
    /// The records that changed.
    pub touched: Vec<Subject>,
}

/// Entries that came from somewhere.
#[derive(Debug, Default)]
pub struct Arrival<'a> {
    /// Where they came from; empty when nobody needs to know.
    pub place: &'a str,
    /// When they came, UTC milliseconds.
    pub at_ms: i64,
    /// The entries.
    pub entries: Vec<Entry>,
    /// How far parts of the place are read with them: (part, cursor).
    pub cursors: Vec<(String, String)>,
}

impl Book {
    /// Takes in entries of other devices in one transaction.
    ///
    /// # Errors
    /// Only what keeps the file from being written; nothing is kept then.
    pub fn receive(&self, entries: Vec<Entry>) -> Result<Received> {
        self.receive_from(Arrival {
            entries,
            ..Arrival::default()
        })
    }

    /// Takes in what came from a place, and how far the place is read, in one transaction.
    ///
    /// # Errors
    /// Only what keeps the file from being written; nothing is kept then.
    pub fn receive_from(&self, mut arrival: Arrival<'_>) -> Result<Received> {
        self.check_writable()?;
        arrival
            .entries
            .sort_by_key(|entry| (entry.device, entry.seq));
        let act = Act::of_nobody(arrival.at_ms);
        let result = transact(self, &act, |tx| take_all(tx, arrival));
        let received = result.map_err(|error| self.named(error))?;
        // Records may have lost all of their entries; a book that is closed before this is done
        // does it when it is opened.
        if received.cut {
            self.rebuild(&mut |_, _| Ok(()))?;
        }
        Ok(received)
    }
}

fn take_all(tx: &mut Tx<'_>, arrival: Arrival<'_>) -> Result<Received> {
    let mut taking = Taking {
        place: arrival.place,
        at_ms: arrival.at_ms,
        received: Received::default(),
        touched: BTreeSet::new(),
        has_forked: false,
    };
    let mut device: Option<Device> = None;
    for entry in arrival.entries {
        if entry.device == tx.device.id {
            taking.own(tx, &entry)?;
            continue;
        }
        let mut of_entry = match device.take() {
            Some(device) if device.id == entry.device => device,
            before => {
                before.map_or(Ok(()), |device| device.store(tx.conn))?;
                Device::of(tx.conn, entry.device)?
            }
        };
        taking.take(tx, &mut of_entry, &entry)?;
        while let Some(next) = next_pending(tx, &of_entry)? {
            taking.take(tx, &mut of_entry, &next)?;
        }
        device = Some(of_entry);
    }
    device.map_or(Ok(()), |device| device.store(tx.conn))?;
    if taking.has_forked || taking.received.waiting > 0 {
        settle::say_own_past_again(tx, &mut taking.touched)?;
    }
    tx.refold(&taking.touched)?;
    // Only a place that was kept whole is read so far.
    let own = taking.received.seen.get(&tx.device.id);
    if own.is_none_or(|own| own.other.is_none()) {
        places::keep_cursors(tx.conn, arrival.place, &arrival.cursors)?;
    }
    taking.received.touched = taking.touched.into_iter().collect();
    Ok(taking.received)
}

/// Entries being taken in.
struct Taking<'a> {
    place: &'a str,
    at_ms: i64,
    received: Received,
    touched: BTreeSet<Subject>,
    /// Something lost its place to another entry.
    has_forked: bool,
}

impl Taking<'_> {
    /// An entry under the name of this very device.
    fn own(&mut self, tx: &Tx<'_>, entry: &Entry) -> Result<()> {
        if !entry.is_intact() {
            return self.refuse(tx, entry, quarantine::DAMAGED);
        }
        let own = &tx.device;
        if entry.seq <= own.last_seq && journal::hash_at(tx.conn, own, entry.seq)? == entry.hash {
            self.repeated(entry);
            return Ok(());
        }
        if entry.seq > own.last_seq + 1 {
            self.seen_of(own).is_other_at(own.last_seq + 1);
            return Ok(());
        }
        self.differs(tx, own, entry).map(drop)
    }

    /// Notes that an entry has the place of another, or continues another; whether it follows what
    /// is held here before its place.
    fn differs(&mut self, tx: &Tx<'_>, device: &Device, entry: &Entry) -> Result<bool> {
        let before = entry.seq.saturating_sub(1);
        let follows = journal::hash_at(tx.conn, device, before)? == entry.prev_hash;
        let seen = self.seen_of(device);
        if follows {
            seen.is_same_at(before);
            seen.is_other_at(entry.seq);
        } else {
            // The chain tells of the one before, whether it came or not.
            seen.is_other_at(before);
        }
        Ok(follows)
    }

    fn seen_of(&mut self, device: &Device) -> &mut Likeness {
        self.received.seen.entry(device.id).or_default()
    }

    fn repeated(&mut self, entry: &Entry) {
        self.received.repeated += 1;
        let seen = self.received.seen.entry(entry.device).or_default();
        seen.is_same_at(entry.seq);
    }

    fn take(&mut self, tx: &mut Tx<'_>, device: &mut Device, entry: &Entry) -> Result<()> {
        if !entry.is_intact() {
            return self.refuse(tx, entry, quarantine::DAMAGED);
        }
        if entry.seq > device.last_seq + 1 {
            self.received.waiting += 1;
            return keep_pending(tx, entry);
        }
        if entry.seq <= device.last_seq {
            let hash = journal::hash_at(tx.conn, device, entry.seq)?;
            if hash == entry.hash {
                self.repeated(entry);
                return Ok(());
            }
            let known = self.seen_of(device).other;
            let follows = self.differs(tx, device, entry)?;
            if !follows || hash < entry.hash {
                return self.refuse(tx, entry, quarantine::FORKED);
            }
            // What came has the place: they are alike now.
            self.seen_of(device).other = known;
            let source = (self.place, self.at_ms);
            self.touched
                .extend(cut::cut(tx, device, entry.seq, source)?);
            self.received.cut = true;
            self.has_forked = true;
        }
        if entry.prev_hash != device.last_hash {
            self.differs(tx, device, entry)?;
            return self.refuse(tx, entry, quarantine::FORKED);
        }
        self.received.applied += 1;
        self.touched.insert(entry.subject);
        append(tx, device, entry)
    }

    fn refuse(&mut self, tx: &Tx<'_>, entry: &Entry, reason: &str) -> Result<()> {
        self.received.refused += 1;
        self.has_forked |= reason == quarantine::FORKED;
        quarantine::keep(tx.conn, (self.place, self.at_ms), entry, reason)
    }
}

fn append(tx: &mut Tx<'_>, device: &mut Device, entry: &Entry) -> Result<()> {
    let subject = tx.open_no(entry.subject)?;
    let place = Place {
        device: device.no,
        subject,
    };
    journal::insert(tx.conn, tx.terms, &place, entry)?;
    device.last_seq = entry.seq;
    device.last_hash = entry.hash;
    tx.device.last_hlc = tx.device.last_hlc.max(entry.hlc);
    quarantine::healed(tx.conn, entry)?;
    places::note_version(tx.conn)
}

fn keep_pending(tx: &Tx<'_>, entry: &Entry) -> Result<()> {
    let text =
        serde_json::to_string(entry).map_err(|error| BookError::Inconsistent(error.to_string()))?;
    let sql = "INSERT OR IGNORE INTO pending (device, seq, entry) VALUES (?1, ?2, ?3)";
    tx.conn.prepare_cached(sql)?.execute(params![
        entry.device.0.as_bytes(),
        entry.seq as i64,
        text
    ])?;
    Ok(())
}

/// The entry that waits and continues one that has no place; it waits no longer.
pub(crate) fn waiting_after(tx: &Tx<'_>, entry: &Entry) -> Result<Option<Entry>> {
    let key = params![entry.device.0.as_bytes(), entry.seq as i64 + 1];
    let sql = "SELECT entry FROM pending WHERE device = ?1 AND seq = ?2";
    let found: Option<String> = tx
        .conn
        .prepare_cached(sql)?
        .query_row(key, |row| row.get(0))
        .optional()?;
    let next = found.and_then(|text| serde_json::from_str::<Entry>(&text).ok());
    let next = next.filter(|next| next.prev_hash == entry.hash && next.is_intact());
    if next.is_some() {
        let sql = "DELETE FROM pending WHERE device = ?1 AND seq = ?2";
        tx.conn.prepare_cached(sql)?.execute(key)?;
    }
    Ok(next)
}

/// Takes the entry that waits for its turn out of those that wait.
fn next_pending(tx: &Tx<'_>, device: &Device) -> Result<Option<Entry>> {
    let key = params![device.id.0.as_bytes(), device.last_seq as i64 + 1];
    let sql = "SELECT entry FROM pending WHERE device = ?1 AND seq = ?2";
    let found: Option<String> = tx
        .conn
        .prepare_cached(sql)?
        .query_row(key, |row| row.get(0))
        .optional()?;
    let Some(text) = found else { return Ok(None) };
    let sql = "DELETE FROM pending WHERE device = ?1 AND seq = ?2";
    tx.conn.prepare_cached(sql)?.execute(key)?;
    let entry =
        serde_json::from_str(&text).map_err(|error| BookError::Inconsistent(error.to_string()))?;
    Ok(Some(entry))
}
