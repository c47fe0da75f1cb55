//! Devices and the heads of their journals.

use crate::error::Result;
use domain::{DeviceId, Hlc};
use rusqlite::{Connection, Row, params};
use std::collections::HashMap;
use uuid::Uuid;

/// A device and the head of its journal.
#[derive(Clone, Debug)]
pub struct Device {
    /// Row number.
    pub(crate) no: i64,
    /// The device.
    pub id: DeviceId,
    /// Prefix of its document numbers; empty while it is not known.
    pub prefix: String,
    /// What the shop calls it; empty while nobody said.
    pub name: String,
    /// Sequence number of its newest entry, 0 when there is none.
    pub last_seq: u64,
    /// Hash of its newest entry, zeros when there is none.
    pub last_hash: [u8; 32],
    /// The highest clock reading that it has seen.
    pub last_hlc: Hlc,
}

/// Devices with their heads. The row of the own one is behind while sales wait: the newest entry of
/// its journal is its head then.
macro_rules! select {
    ($rest:literal) => {
        concat!(include_str!("sql/devices.sql"), $rest)
    };
}

impl Device {
    /// The device that this file belongs to.
    pub(crate) fn mine(conn: &Connection) -> Result<Self> {
        let mut query = conn.prepare_cached(select!("WHERE mine = 1"))?;
        Ok(query.query_row([], Self::of_row)?)
    }

    /// Every device whose entries this file holds.
    pub fn all(conn: &Connection) -> Result<Vec<Self>> {
        let mut query = conn.prepare_cached(select!("ORDER BY id"))?;
        let rows = query.query_map([], Self::of_row)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The prefixes of all devices.
    pub(crate) fn prefixes(conn: &Connection) -> Result<HashMap<DeviceId, String>> {
        let mut query =
            conn.prepare_cached("-- scan: a handful.\nSELECT id, prefix FROM device")?;
        let of_row = |row: &Row<'_>| Ok((DeviceId(Uuid::from_bytes(row.get(0)?)), row.get(1)?));
        let rows = query.query_map([], of_row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The device of an id, added when it is new.
    pub(crate) fn of(conn: &Connection, id: DeviceId) -> Result<Self> {
        Self::insert(conn, id, "", false)?;
        let mut query = conn.prepare_cached(select!("WHERE id = ?1"))?;
        Ok(query.query_row([id.0.as_bytes()], Self::of_row)?)
    }

    /// Adds a device unless it is there.
    pub(crate) fn insert(conn: &Connection, id: DeviceId, prefix: &str, mine: bool) -> Result<()> {
        conn.prepare_cached(include_str!("sql/insert_device.sql"))?
            .execute(params![id.0.as_bytes(), mine, prefix, [0_u8; 32],])?;
        Ok(())
    }

    /// Stores the head of the journal.
    pub(crate) fn store(&self, conn: &Connection) -> Result<()> {
        let sql = "UPDATE device SET last_seq = ?2, last_hash = ?3, last_hlc = ?4 WHERE no = ?1";
        conn.prepare_cached(sql)?.execute(params![
            self.no,
            self.last_seq as i64,
            self.last_hash,
            self.last_hlc.0,
        ])?;
        Ok(())
    }

    fn of_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            no: row.get(0)?,
            id: DeviceId(Uuid::from_bytes(row.get(1)?)),
            prefix: row.get(2)?,
            name: row.get(3)?,
            last_seq: row.get::<_, i64>(4)? as u64,
            last_hash: row.get(5)?,
            last_hlc: Hlc(row.get(6)?),
        })
    }
}
