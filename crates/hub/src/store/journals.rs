//! Journals: entries in, in their order and once; entries out, to whoever lacks them.

use rusqlite::{Connection, OptionalExtension as _, params};
use sync::frame::Frame;
use sync::limits::{BATCH_BYTES, BATCH_ENTRIES};
use sync::{Record, Vector};
use uuid::Uuid;

use super::{Result, Store};
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
    /// When the file cannot be read.
    pub fn held(&self, book: Uuid) -> Result<Vector> {
        self.read(|conn| held(conn, book))
    }

    /// Takes in entries that continue one device's journal. Those that are held are passed over.
    ///
    /// # Errors
    /// `Gap` when entries are missing before them, `Forked` when another entry has the place of
    /// one, which is then in quarantine. Nothing of the rest is kept.
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
        let forked = self.write(|conn| {
            let (mut last_seq, mut last_hash) = head(conn, book, device)?;
            let before = last_seq;
            for record in records {
                if record.seq > last_seq + 1 {
                    return Err(HubError::Gap {
                        expected: last_seq + 1,
                    });
                }
                let is_known = record.seq <= last_seq;
                if is_known && hash_at(conn, book, record)? == record.hash {
                    continue;
                }
                if is_known || record.prev_hash != last_hash {
                    let seq = if is_known {
                        record.seq
                    } else {
                        last_seq.max(1)
                    };
                    quarantine(conn, (book, sender), record, ("forked", now_ms))?;
                    return Ok(Err(seq));
                }
                insert(conn, book, record)?;
                (last_seq, last_hash) = (record.seq, record.hash);
            }
            keep_head(conn, (book, device), last_seq, last_hash)?;
            Ok(Ok(Pushed {
                held: last_seq,
                added: last_seq - before,
            }))
        })?;
        forked.map_err(|seq| HubError::Forked { seq })
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
        self.write(|conn| {
            let sql = "SELECT coalesce(sum(length(frame)), 0) FROM quarantine WHERE book = ?1";
            let bytes: i64 = conn.query_row(sql, [book.as_bytes()], |row| row.get(0))?;
            if bytes > QUARANTINE_BYTES {
                return Err(HubError::Full);
            }
            records.iter().try_for_each(|record| {
                quarantine(conn, (book, sender), record, ("revoked", now_ms))
            })
        })
    }

    /// The next entries that somebody who holds `mine` lacks.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn page(&self, book: Uuid, mine: &Vector) -> Result<Page> {
        self.read(|conn| {
            let mut page = Page {
                held: held(conn, book)?,
                ..Page::default()
            };
            let mut bytes = 0;
            for span in sync::plan(&page.held, mine) {
                let sql = "SELECT seq, hash, body, personal FROM entry \
                           WHERE book = ?1 AND device = ?2 AND seq > ?3 ORDER BY seq";
                let mut query = conn.prepare_cached(sql)?;
                let key = params![book.as_bytes(), span.device.as_bytes(), span.after as i64];
                let mut prev_hash = hash_before(conn, book, (span.device, span.after))?;
                let mut rows = query.query(key)?;
                while let Some(row) = rows.next()? {
                    if bytes >= BATCH_BYTES || page.records.len() >= BATCH_ENTRIES {
                        page.more = true;
                        return Ok(page);
                    }
                    let record = Record {
                        device: span.device,
                        seq: row.get::<_, i64>(0)? as u64,
                        prev_hash,
                        hash: row.get(1)?,
                        body: row.get(2)?,
                        personal: row.get(3)?,
                    };
                    prev_hash = record.hash;
                    bytes += record.size();
                    page.records.push(record);
                }
            }
            Ok(page)
        })
    }

    /// Lets go of personal parts for ever.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn redact(&self, book: Uuid, gone: &[(Uuid, u64)]) -> Result<()> {
        self.write(|conn| {
            for (device, seq) in gone {
                let key = params![book.as_bytes(), device.as_bytes(), *seq as i64];
                let sql = "INSERT OR IGNORE INTO redaction (book, device, seq) VALUES (?1, ?2, ?3)";
                conn.prepare_cached(sql)?.execute(key)?;
                let sql = "UPDATE entry SET personal = NULL \
                           WHERE book = ?1 AND device = ?2 AND seq = ?3 AND personal IS NOT NULL";
                conn.prepare_cached(sql)?.execute(key)?;
                let sql = "DELETE FROM quarantine WHERE book = ?1 AND device = ?2 AND seq = ?3";
                conn.prepare_cached(sql)?.execute(key)?;
            }
            Ok(())
        })
    }
}

fn held(conn: &Connection, book: Uuid) -> Result<Vector> {
    let sql = "SELECT device, last_seq FROM head WHERE book = ?1";
    let mut query = conn.prepare_cached(sql)?;
    let rows = query.query_map([book.as_bytes()], |row| {
        Ok((Uuid::from_bytes(row.get(0)?), row.get::<_, i64>(1)? as u64))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn head(conn: &Connection, book: Uuid, device: Uuid) -> Result<(u64, [u8; 32])> {
    let sql = "SELECT last_seq, last_hash FROM head WHERE book = ?1 AND device = ?2";
    let key = params![book.as_bytes(), device.as_bytes()];
    let found = conn
        .prepare_cached(sql)?
        .query_row(key, |row| Ok((row.get::<_, i64>(0)? as u64, row.get(1)?)))
        .optional()?;
    Ok(found.unwrap_or((0, [0; 32])))
}

fn keep_head(
    conn: &Connection,
    (book, device): (Uuid, Uuid),
    last_seq: u64,
    last_hash: [u8; 32],
) -> Result<()> {
    let sql = "INSERT OR REPLACE INTO head (book, device, last_seq, last_hash) \
               VALUES (?1, ?2, ?3, ?4)";
    conn.prepare_cached(sql)?.execute(params![
        book.as_bytes(),
        device.as_bytes(),
        last_seq as i64,
        last_hash
    ])?;
    Ok(())
}

fn hash_at(conn: &Connection, book: Uuid, record: &Record) -> Result<[u8; 32]> {
    hash_before(conn, book, (record.device, record.seq))
}

/// The hash of an entry; zeros before the first.
fn hash_before(conn: &Connection, book: Uuid, (device, seq): (Uuid, u64)) -> Result<[u8; 32]> {
    if seq == 0 {
        return Ok([0; 32]);
    }
    let sql = "SELECT hash FROM entry WHERE book = ?1 AND device = ?2 AND seq = ?3";
    let key = params![book.as_bytes(), device.as_bytes(), seq as i64];
    Ok(conn.prepare_cached(sql)?.query_row(key, |row| row.get(0))?)
}

fn insert(conn: &Connection, book: Uuid, record: &Record) -> Result<()> {
    let sql = "INSERT INTO entry (book, device, seq, hash, body, personal) \
               SELECT ?1, ?2, ?3, ?4, ?5, iif(EXISTS (SELECT 1 FROM redaction \
               WHERE book = ?1 AND device = ?2 AND seq = ?3), NULL, ?6)";
    conn.prepare_cached(sql)?.execute(params![
        book.as_bytes(),
        record.device.as_bytes(),
        record.seq as i64,
        record.hash,
        record.body,
        record.personal
    ])?;
    Ok(())
}

fn quarantine(
    conn: &Connection,
    (book, sender): (Uuid, &[u8]),
    record: &Record,
    (reason, at_ms): (&str, i64),
) -> Result<()> {
    let mut frame = Vec::new();
    Frame::Record(record.clone()).write(&mut frame);
    let sql = "INSERT OR IGNORE INTO quarantine \
               (book, device, seq, reason, sender, at_ms, frame) \
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    conn.prepare_cached(sql)?.execute(params![
        book.as_bytes(),
        record.device.as_bytes(),
        record.seq as i64,
        reason,
        sender,
        at_ms,
        frame
    ])?;
    Ok(())
}
