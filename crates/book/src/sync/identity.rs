//! Another name for a device: its file was copied or restored from a backup, and whoever has the
//! old name may go on writing under it. What was written here and lies nowhere else is written
//! again under the new name; nothing is lost, and no two entries share a place.

use crate::act::Act;
use crate::book::Book;
use crate::device::Device;
use crate::error::Result;
use crate::journal::{self, Place};
use crate::sync::cut;
use crate::write::{Tx, transact};
use domain::{DeviceId, Entry};
use rusqlite::{Connection, params};
use std::collections::BTreeSet;

impl Book {
    /// Goes on as the device `fresh` with a prefix that no known device has. The own entries from
    /// the number `moved_from` on become entries of the new device; those before it stay.
    ///
    /// # Errors
    /// What keeps the file from being written; the device is the old one then.
    pub fn take_new_identity(&self, fresh: DeviceId, moved_from: Option<u64>) -> Result<Device> {
        self.check_writable()?;
        let act = Act::of_nobody(0);
        let result = transact(self, &act, |tx| {
            renew(tx, fresh, moved_from)?;
            Ok(tx.device.clone())
        });
        result.map_err(|error| self.named(error))
    }

    /// Says what a device is called and which prefix its numbers have; empty says nothing.
    ///
    /// # Errors
    /// What keeps the file from being written.
    pub fn describe_device(&self, id: DeviceId, name: &str, prefix: &str) -> Result<()> {
        self.check_writable()?;
        let writer = self.writer();
        let conn = &writer.conn;
        let told = Device::insert(conn, id, prefix, false).and_then(|()| {
            let sql = "UPDATE device SET name = iif(?2 = '', name, ?2), \
                       prefix = iif(?3 = '', prefix, ?3) WHERE id = ?1 \
                       AND (name <> iif(?2 = '', name, ?2) OR prefix <> iif(?3 = '', prefix, ?3))";
            conn.prepare_cached(sql)?
                .execute(params![id.0.as_bytes(), name, prefix])?;
            Ok(())
        });
        told.map_err(|error| self.named(error))
    }

    /// The first prefix that no known device has, nor any of `taken`.
    pub fn free_prefix(&self, taken: &[String]) -> Result<String> {
        self.read_rows(|read| free_prefix(read.conn, taken))
    }
}

fn renew(tx: &mut Tx<'_>, fresh: DeviceId, moved_from: Option<u64>) -> Result<()> {
    let mut old = tx.device.clone();
    let from = moved_from.unwrap_or(old.last_seq + 1).max(1);
    let (moved, touched) = if from <= old.last_seq {
        cut::take_off(tx, &mut old, from)?
    } else {
        (Vec::new(), BTreeSet::new())
    };
    let prefix = free_prefix(tx.conn, &[])?;
    let last_hlc = old.last_hlc;
    old.store(tx.conn)?;
    // It stays the heir of what was said under its old name.
    let sql = "UPDATE device SET mine = 2 WHERE mine = 1";
    tx.conn.execute(sql, [])?;
    // What lies elsewhere under the old name is another device's from now on, and was not read so.
    tx.conn.execute("DELETE FROM sync_cursor", [])?;
    Device::insert(tx.conn, fresh, &prefix, true)?;
    let sql = "UPDATE device SET mine = 1, name = ?2 WHERE id = ?1";
    tx.conn
        .execute(sql, params![fresh.0.as_bytes(), old.name])?;
    tx.device = Device::mine(tx.conn)?;
    tx.device.last_hlc = last_hlc;
    for entry in moved {
        write_again(tx, entry)?;
    }
    tx.refold(&touched)
}

/// Writes an entry of the old name as the next one of the new.
pub(super) fn write_again(tx: &mut Tx<'_>, mut entry: Entry) -> Result<()> {
    entry.device = tx.device.id;
    entry.seq = tx.device.last_seq + 1;
    entry.prev_hash = tx.device.last_hash;
    entry.hash = entry.computed_hash();
    let place = Place {
        device: tx.device.no,
        subject: tx.open_no(entry.subject)?,
    };
    journal::insert(tx.conn, tx.terms, &place, &entry)?;
    tx.device.last_seq = entry.seq;
    tx.device.last_hash = entry.hash;
    Ok(())
}

/// Letters A to Z, then AA, AB and so on; T is for books to practise on.
fn free_prefix(conn: &Connection, taken: &[String]) -> Result<String> {
    let mut known: Vec<String> = Device::all(conn)?
        .into_iter()
        .map(|device| device.prefix)
        .collect();
    // Of a device that was never met, its numbers tell.
    let mut query = conn.prepare("-- scan: a handful.\nSELECT name FROM series")?;
    for name in query.query_map([], |row| row.get::<_, String>(0))? {
        known.extend(name?.rsplit_once(':').map(|(_, prefix)| prefix.to_owned()));
    }
    let mut number = 0_u32;
    loop {
        let prefix = prefix_of(number);
        let is_free = !known.contains(&prefix) && !taken.contains(&prefix);
        if is_free && prefix.chars().any(|letter| letter != 'T') {
            return Ok(prefix);
        }
        number += 1;
    }
}

fn prefix_of(number: u32) -> String {
    let letter = char::from(b'A' + (number % 26) as u8);
    match number / 26 {
        0 => letter.to_string(),
        more => prefix_of(more - 1) + &letter.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::prefix_of;

    #[test]
    fn prefixes_go_on_after_the_alphabet() {
        let shown: Vec<String> = [0, 25, 26, 27, 701, 702].map(prefix_of).to_vec();
        assert_eq!(shown, ["A", "Z", "AA", "AB", "ZZ", "AAA"]);
    }
}
