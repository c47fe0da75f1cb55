//! Going out: what the book holds, and the entries that a place lacks.

use crate::book::Book;
use crate::device::Device;
use crate::error::Result;
use crate::journal::{hash_at, read_entry};
use domain::{DeviceId, Entry};
use rusqlite::params;
use std::collections::BTreeMap;
use uuid::Uuid;

const ENTRIES: &str = concat!(include_str!("../sql/entries_of_device.sql"), "\nLIMIT ?3");

/// How much is read at a time.
#[derive(Clone, Copy, Debug)]
pub struct Batch {
    /// Entries at most.
    pub entries: usize,
    /// Bytes of payload at most, but one entry always.
    pub bytes: usize,
}

/// An entry whose personal part is gone for ever.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Redaction {
    /// Its place in this book's list.
    pub no: i64,
    /// The device of the entry.
    pub device: DeviceId,
    /// Its number in that device's journal.
    pub seq: u64,
}

impl Book {
    /// The last entry held of each device's journal: what this book holds.
    pub fn version_vector(&self) -> Result<BTreeMap<DeviceId, u64>> {
        self.read_rows(|read| {
            let devices = Device::all(read.conn)?.into_iter();
            let held = devices.filter(|device| device.last_seq > 0);
            Ok(held.map(|device| (device.id, device.last_seq)).collect())
        })
    }

    /// The hash of an entry that is held; `None` when it is not.
    pub fn hash_of(&self, id: DeviceId, seq: u64) -> Result<Option<[u8; 32]>> {
        self.read_rows(|read| {
            let mut devices = Device::all(read.conn)?.into_iter();
            let known = devices.find(|one| one.id == id && one.last_seq >= seq);
            known
                .map(|device| hash_at(read.conn, &device, seq))
                .transpose()
        })
    }

    /// Entries of a device's journal after a number, in their order, as many as a batch takes.
    pub fn entries_after(&self, id: DeviceId, after: u64, batch: Batch) -> Result<Vec<Entry>> {
        self.read_rows(|read| {
            let known = Device::all(read.conn)?.into_iter().find(|one| one.id == id);
            let Some(device) = known else {
                return Ok(Vec::new());
            };
            let mut prev_hash = hash_at(read.conn, &device, after)?;
            let mut query = read.conn.prepare_cached(ENTRIES)?;
            let mut rows = query.query(params![device.no, after as i64, batch.entries as i64])?;
            let (mut found, mut bytes) = (Vec::new(), 0);
            while let Some(row) = rows.next()? {
                let mut entry = read_entry(read.conn, read.terms, row)?;
                bytes += size_of_entry(&entry);
                if bytes > batch.bytes && !found.is_empty() {
                    break;
                }
                entry.prev_hash = prev_hash;
                prev_hash = entry.hash;
                found.push(entry);
            }
            Ok(found)
        })
    }

    /// Redactions after one of them, at most `limit`.
    pub fn redactions_after(&self, no: i64, limit: usize) -> Result<Vec<Redaction>> {
        self.read_rows(|read| {
            let sql = "SELECT redaction.no, device.id, seq FROM redaction \
                       JOIN device ON device.no = redaction.device \
                       WHERE redaction.no > ?1 ORDER BY redaction.no LIMIT ?2";
            read.all(sql, params![no, limit as i64], |row| {
                Ok(Redaction {
                    no: row.get(0)?,
                    device: DeviceId(Uuid::from_bytes(row.get(1)?)),
                    seq: row.get::<_, i64>(2)? as u64,
                })
            })
        })
    }
}

fn size_of_entry(entry: &Entry) -> usize {
    let personal = entry.personal.as_ref().map_or(0, |part| part.text.len());
    entry.payload.len() + personal + entry.kind.len() + entry.actor.len() + 200
}
