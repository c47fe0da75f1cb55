//! What a person asks about sync: the devices, and what lies on this one alone.

use crate::book::Book;
use crate::device::Device;
use crate::error::Result;
use domain::DeviceId;
use rusqlite::{OptionalExtension as _, params};
use std::collections::BTreeMap;

/// A device as far as this book knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeviceState {
    /// The device.
    pub id: DeviceId,
    /// What the shop calls it.
    pub name: String,
    /// The prefix of its numbers.
    pub prefix: String,
    /// Whether it is the one that this file belongs to.
    pub is_own: bool,
    /// Its entries held here.
    pub entries: u64,
    /// When it wrote the newest of them, UTC milliseconds.
    pub newest_ms: Option<i64>,
    /// Entries that came ahead of their turn.
    pub waiting: u64,
}

/// Entries that no place has acknowledged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LocalOnly {
    /// How many.
    pub entries: u64,
    /// When the oldest of them was written, UTC milliseconds.
    pub oldest_ms: Option<i64>,
}

impl Book {
    /// The devices of the book.
    pub fn device_states(&self) -> Result<Vec<DeviceState>> {
        self.read_rows(|read| {
            let own = Device::mine(read.conn)?.id;
            let devices = Device::all(read.conn)?.into_iter();
            let states = devices.map(|device| {
                let newest = "SELECT at_ms FROM journal WHERE device = ?1 AND seq = ?2";
                let newest = read
                    .conn
                    .prepare_cached(newest)?
                    .query_row(params![device.no, device.last_seq as i64], |row| row.get(0))
                    .optional()?;
                let waiting = "SELECT count(*) FROM pending WHERE device = ?1";
                let waiting: i64 = read
                    .conn
                    .prepare_cached(waiting)?
                    .query_row([device.id.0.as_bytes()], |row| row.get(0))?;
                Ok(DeviceState {
                    id: device.id,
                    name: device.name,
                    prefix: device.prefix,
                    is_own: device.id == own,
                    entries: device.last_seq,
                    newest_ms: newest,
                    waiting: waiting as u64,
                })
            });
            states.collect()
        })
    }

    /// What a place that holds `held` lacks of this book's entries.
    pub fn local_only(&self, held: &BTreeMap<DeviceId, u64>) -> Result<LocalOnly> {
        self.read_rows(|read| {
            let mut found = LocalOnly::default();
            for device in Device::all(read.conn)? {
                let there = held.get(&device.id).copied().unwrap_or(0);
                if there >= device.last_seq {
                    continue;
                }
                found.entries += device.last_seq - there;
                let sql = "SELECT at_ms FROM journal WHERE device = ?1 AND seq = ?2";
                let at_ms: Option<i64> = read
                    .conn
                    .prepare_cached(sql)?
                    .query_row(params![device.no, there as i64 + 1], |row| row.get(0))
                    .optional()?;
                found.oldest_ms = found.oldest_ms.into_iter().chain(at_ms).min();
            }
            Ok(found)
        })
    }
}
