//! Journals: entries in, in their order and once; entries out, to whoever lacks them.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

use sync::frame::Frame;
use sync::limits::{BATCH_BYTES, BATCH_ENTRIES};
use sync::{Record, Span, Vector};
use uuid::Uuid;

use super::cell::{Row, binds};
use super::tx::Tx;
use super::{Result, Store, snapshots};
use crate::HubError;
use crate::limits::QUARANTINE_BYTES;

/// What a push came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pushed {
    /// What is held of the journal now.
    pub held: u64,
    /// Entries that are new.
    pub added: u64,
}

/// A page of entries.
#[derive(Debug, Default)]
pub struct Page {
    /// The entries.
    pub records: Vec<Record>,
    /// All that is held.
    pub held: Vector,
    /// There is more.
    pub more: bool,
}

impl Store {
    /// What is held of a book.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn held(&self, book: Uuid) -> Result<Vector> {
        self.read(|tx| held(tx, book))
    }

    /// The ends of a book's journals.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn ends(&self, book: Uuid) -> Result<BTreeMap<Uuid, sync::End>> {
        self.read(|tx| {
            let sql = "SELECT device, last_seq, last_hash FROM head \
                       WHERE book = ?1 AND last_seq > 0";
            let rows = tx.query(sql, binds![book])?.into_iter();
            let ends = rows.map(|mut row| {
                let (device, seq): (Uuid, u64) = (row.take()?, row.take()?);
                let hash: [u8; 32] = row.take()?;
                Ok((device, sync::End::new(seq, &hash)))
            });
            ends.collect()
        })
    }

    /// Takes in entries that continue one device's journal. Those that are held are passed over.
    ///
    /// # Errors
    /// `Gap` when entries are missing before them, and then none is kept; `Forked` when another
    /// entry has the place of one, which is then in quarantine, and only what comes before it is
    /// kept.
    pub fn push(
        &self,
        (book, sender): (Uuid, &[u8]),
        records: &[Record],
        now_ms: i64,
    ) -> Result<Pushed> {
        let Some(device) = records.first().map(|record| record.device) else {
            return Err(HubError::Malformed);
        };
        if records.iter().any(|record| record.device != device) {
            return Err(HubError::Malformed);
        }
        let pushed = self.write(|tx| {
            let end = locked_end(tx, book, device)?;
            let known = known_hashes(tx, book, (device, end.0), records)?;
            let judged = judged(end, known, records)?;
            if let Some(last) = judged.fresh.last() {
                tx.append(book, &judged.fresh)?;
                keep_end(tx, (book, device), (last.seq, last.hash))?;
            }
            if let Some((record, _)) = judged.forked {
                quarantine(tx, (book, sender), record, ("forked", now_ms))?;
            }
            Ok(match judged.forked {
                Some((_, seq)) => Err(HubError::Forked { seq }),
                None => Ok(Pushed {
                    held: end.0 + judged.fresh.len() as u64,
                    added: judged.fresh.len() as u64,
                }),
            })
        });
        pushed?
    }

    /// Keeps what a revoked device sends, for somebody to look at.
    ///
    /// # Errors
    /// `Full` when the book's quarantine is.
    pub fn put_aside(
        &self,
        (book, sender): (Uuid, &[u8]),
        records: &[Record],
        now_ms: i64,
    ) -> Result<()> {
        self.write(|tx| {
            let sql = "SELECT CAST(coalesce(sum(octet_length(frame)), 0) AS bigint) \
                       FROM quarantine WHERE book = ?1";
            if tx.count(sql, binds![book])? > QUARANTINE_BYTES {
                return Err(HubError::Full);
            }
            records
                .iter()
                .try_for_each(|record| quarantine(tx, (book, sender), record, ("revoked", now_ms)))
        })
    }

    /// The next entries that somebody who holds `mine` lacks.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn page(&self, book: Uuid, mine: &Vector) -> Result<Page> {
        self.read(|tx| {
            let mut page = Page {
                held: held(tx, book)?,
                ..Page::default()
            };
            let mut bytes = 0;
            for span in sync::plan(&page.held, mine) {
                fill(tx, (book, span), &mut page, &mut bytes)?;
                if page.more {
                    break;
                }
            }
            Ok(page)
        })
    }

    /// Lets go of personal parts for ever, and of the snapshot that may hold them.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn redact(&self, book: Uuid, gone: &[(Uuid, u64)]) -> Result<()> {
        // In one order for all, so that no two wait for each other; and before anything else, so
        // that no entry slips in between the list and the entries.
        let devices: BTreeSet<Uuid> = gone.iter().map(|(device, _)| *device).collect();
        self.write(|tx| {
            tx.wait_for(book)?;
            for device in devices {
                locked_end(tx, book, device)?;
            }
            let mut news = 0;
            for (device, seq) in gone {
                let key = binds![book, *device, *seq];
                let sql = "INSERT INTO redaction (book, device, seq) VALUES (?1, ?2, ?3) \
                           ON CONFLICT DO NOTHING";
                news += tx.execute(sql, key)?;
                let sql = "UPDATE entry SET personal = NULL \
                           WHERE book = ?1 AND device = ?2 AND seq = ?3 AND personal IS NOT NULL";
                tx.execute(sql, key)?;
                let sql = "DELETE FROM quarantine WHERE book = ?1 AND device = ?2 AND seq = ?3";
                tx.execute(sql, key)?;
            }
            if news > 0 {
                snapshots::drop_of(tx, book)?;
            }
            Ok(())
        })
    }
}

/// Where a journal ends: number and hash of its last entry.
type End = (u64, [u8; 32]);

/// Hashes of entries of one journal, by their numbers.
type Hashes = BTreeMap<u64, [u8; 32]>;

/// What of a push is new, and the first entry that has no place: it, and the number at fault.
#[derive(Default)]
struct Judged<'a> {
    fresh: Vec<&'a Record>,
    forked: Option<(&'a Record, u64)>,
}

/// Holds entries against the end of their journal and the hashes that are held in their places.
fn judged<'a>(end: End, mut known: Hashes, records: &'a [Record]) -> Result<Judged<'a>> {
    let (mut last_seq, mut last_hash) = end;
    let mut judged = Judged::default();
    for record in records {
        if record.seq > last_seq + 1 {
            return Err(HubError::Gap {
                expected: last_seq + 1,
            });
        }
        let is_next = record.seq > last_seq;
        if !is_next && known.get(&record.seq) == Some(&record.hash) {
            continue;
        }
        if !is_next || record.prev_hash != last_hash {
            let seq = if is_next { last_seq.max(1) } else { record.seq };
            judged.forked = Some((record, seq));
            break;
        }
        (last_seq, last_hash) = (record.seq, record.hash);
        known.insert(last_seq, last_hash);
        judged.fresh.push(record);
    }
    Ok(judged)
}

fn held(tx: &mut Tx<'_>, book: Uuid) -> Result<Vector> {
    let sql = "SELECT device, last_seq FROM head WHERE book = ?1 AND last_seq > 0";
    let rows = tx.query(sql, binds![book])?.into_iter();
    rows.map(|mut row| Ok((row.take()?, row.take()?))).collect()
}

/// The end of a journal. Whoever else asks for it waits until this transaction has ended.
fn locked_end(tx: &mut Tx<'_>, book: Uuid, device: Uuid) -> Result<End> {
    let sql = "INSERT INTO head (book, device, last_seq, last_hash) VALUES (?1, ?2, 0, ?3) \
               ON CONFLICT (book, device) DO UPDATE SET last_seq = head.last_seq \
               RETURNING last_seq, last_hash";
    let zeros = [0; 32];
    let found = tx.first(sql, binds![book, device, &zeros[..]])?;
    found.map_or(Ok((0, zeros)), |mut row| Ok((row.take()?, row.take()?)))
}

fn keep_end(tx: &mut Tx<'_>, (book, device): (Uuid, Uuid), end: End) -> Result<()> {
    let sql = "UPDATE head SET last_seq = ?3, last_hash = ?4 WHERE book = ?1 AND device = ?2";
    tx.execute(sql, binds![book, device, end.0, &end.1[..]])?;
    Ok(())
}

/// The hashes that are held in the places of some entries.
fn known_hashes(
    tx: &mut Tx<'_>,
    book: Uuid,
    (device, last_seq): (Uuid, u64),
    records: &[Record],
) -> Result<Hashes> {
    let seqs = || records.iter().map(|record| record.seq);
    let (from, to) = (seqs().min().unwrap_or(1), seqs().max().unwrap_or(0));
    if from > last_seq {
        return Ok(Hashes::new());
    }
    let sql = "SELECT seq, hash FROM entry \
               WHERE book = ?1 AND device = ?2 AND seq BETWEEN ?3 AND ?4";
    let rows = tx.query(sql, binds![book, device, from, to])?.into_iter();
    rows.map(|mut row| Ok((row.take()?, row.take()?))).collect()
}

/// Adds the next entries of a span, until the page is full.
fn fill(
    tx: &mut Tx<'_>,
    (book, span): (Uuid, Span),
    page: &mut Page,
    bytes: &mut usize,
) -> Result<()> {
    // The entry before the first tells what the first one continues.
    let sql = "SELECT seq, hash, body, personal FROM entry \
               WHERE book = ?1 AND device = ?2 AND seq >= ?3 AND seq <= ?4 ORDER BY seq";
    let room = (BATCH_ENTRIES - page.records.len()) as u64;
    let to = span.to.min(span.after + room + 1);
    let key = binds![book, span.device, span.after, to];
    let mut prev_hash = [0; 32];
    tx.each(sql, key, |row| {
        let mut record = record_of(span.device, row)?;
        let before = std::mem::replace(&mut prev_hash, record.hash);
        if record.seq <= span.after {
            return Ok(ControlFlow::Continue(()));
        }
        if *bytes >= BATCH_BYTES || page.records.len() >= BATCH_ENTRIES {
            page.more = true;
            return Ok(ControlFlow::Break(()));
        }
        record.prev_hash = before;
        *bytes += record.size();
        page.records.push(record);
        Ok(ControlFlow::Continue(()))
    })
}

fn record_of(device: Uuid, mut row: Row) -> Result<Record> {
    Ok(Record {
        device,
        seq: row.take()?,
        prev_hash: [0; 32],
        hash: row.take()?,
        body: row.take()?,
        personal: row.take()?,
    })
}

/// Puts an entry aside.
fn quarantine(
    tx: &mut Tx<'_>,
    (book, sender): (Uuid, &[u8]),
    record: &Record,
    (reason, at_ms): (&str, i64),
) -> Result<()> {
    let mut frame = Vec::new();
    Frame::Record(record.clone()).write(&mut frame);
    let sql = "INSERT INTO quarantine (book, device, seq, reason, sender, at_ms, frame) \
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT DO NOTHING";
    tx.execute(
        sql,
        binds![
            book,
            record.device,
            record.seq,
            reason,
            sender,
            at_ms,
            &frame[..]
        ],
    )?;
    Ok(())
}
