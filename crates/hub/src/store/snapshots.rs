//! Snapshots of books: files that new devices start from, in chunks. One is kept of each book, and
//! none that may hold what was erased since it was begun.

use std::collections::BTreeSet;

use ring::digest::{SHA256, digest};
use sync::limits::STORED_CHUNK_BYTES;
use sync::snapshot::{Begun, Listing, Shelf, Shelved};
use uuid::Uuid;

use super::cell::{Row, binds};
use super::tx::Tx;
use super::{Result, Store, meta};
use crate::HubError;
use crate::limits::{SNAPSHOT_BYTES, SNAPSHOT_EVERY_MS, SNAPSHOT_WORK_MS};

impl Store {
    /// The newest snapshot of a book, in figures.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn shelved(&self, book: Uuid) -> Result<Option<Shelved>> {
        self.read(|tx| {
            let sql = "SELECT came_ms, bytes, entries FROM snapshot WHERE book = ?1";
            let found = tx.first(sql, binds![book])?;
            let of_row = |mut row: Row| {
                Ok(Shelved {
                    came_ms: row.take()?,
                    bytes: row.take()?,
                    entries: row.take()?,
                })
            };
            found.map(of_row).transpose()
        })
    }

    /// The newest snapshot of a book.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn shelf(&self, book: Uuid) -> Result<Shelf> {
        self.read(|tx| {
            let sql = "SELECT came_ms, stored_bytes, listing FROM snapshot WHERE book = ?1";
            let Some(mut row) = tx.first(sql, binds![book])? else {
                return Ok(Shelf::default());
            };
            Ok(Shelf {
                came_ms: Some(row.take()?),
                stored_bytes: row.take()?,
                newest: Some(read(&row.take::<Vec<u8>>()?)?),
            })
        })
    }

    /// Lets a device make a snapshot, and says what was erased by now.
    ///
    /// # Errors
    /// `Busy` when another device is at it or, unless a person asks, the last one is too young.
    pub fn begin_snapshot(
        &self,
        (book, holder): (Uuid, &[u8]),
        by_hand: bool,
        now_ms: i64,
    ) -> Result<Begun> {
        self.write(|tx| {
            tx.wait_for(book)?;
            let young_ms = match by_hand {
                true => i64::MAX,
                false => now_ms.saturating_sub(SNAPSHOT_EVERY_MS),
            };
            let sql = "SELECT count(*) FROM snapshot_work WHERE book = ?1 AND \
                       ((until_ms > ?2 AND holder <> ?3) OR came_ms > ?4)";
            if tx.count(sql, binds![book, now_ms, holder, young_ms])? > 0 {
                return Err(HubError::Busy);
            }
            let sql = "INSERT INTO snapshot_work (book, holder, until_ms) VALUES (?1, ?2, ?3) \
                       ON CONFLICT (book) DO UPDATE SET holder = excluded.holder, \
                       until_ms = excluded.until_ms";
            tx.execute(sql, binds![book, holder, now_ms + SNAPSHOT_WORK_MS])?;
            begun(tx, book)
        })
    }

    /// Whether a chunk is missing.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn lacks_chunk(&self, book: Uuid, name: &str) -> Result<bool> {
        self.read(|tx| Ok(!has_chunk(tx, book, name)?))
    }

    /// Keeps a chunk under the hash of its bytes.
    ///
    /// # Errors
    /// `Malformed` when it is too long, `Busy` when it is not this device that makes a snapshot,
    /// `Full` when the book has more than a hub keeps.
    pub fn put_chunk(
        &self,
        (book, holder): (Uuid, &[u8]),
        bytes: &[u8],
        now_ms: i64,
    ) -> Result<()> {
        if bytes.is_empty() || bytes.len() > STORED_CHUNK_BYTES {
            return Err(HubError::Malformed);
        }
        let name = hash_of(bytes);
        self.write(|tx| {
            tx.wait_for(book)?;
            keep_at_it(tx, (book, holder), now_ms)?;
            if stored_bytes(tx, book)? + bytes.len() as i64 > SNAPSHOT_BYTES {
                return Err(HubError::Full);
            }
            let sql = "INSERT INTO chunk (book, hash, bytes, body) SELECT ?1, ?2, ?3, ?4 \
                       WHERE NOT EXISTS (SELECT 1 FROM chunk WHERE book = ?1 AND hash = ?2)";
            tx.execute(sql, binds![book, &name[..], bytes.len() as u64, bytes])?;
            Ok(())
        })
    }

    /// Puts a snapshot in the place of the one before; chunks that it has not go.
    ///
    /// # Errors
    /// `Malformed` when it cannot be one, `Busy` when it is not this device that makes a snapshot,
    /// `Outdated` when something was erased since it was begun, or a chunk is missing.
    pub fn put_snapshot(
        &self,
        (book, holder): (Uuid, &[u8]),
        (asked, listing): (&Begun, &Listing),
        now_ms: i64,
    ) -> Result<()> {
        if !listing.is_sound() {
            return Err(HubError::Malformed);
        }
        let text = serde_json::to_vec(listing).map_err(|_| HubError::Malformed)?;
        let names: BTreeSet<&String> = listing.chunks.iter().collect();
        self.write(|tx| {
            tx.wait_for(book)?;
            keep_at_it(tx, (book, holder), now_ms)?;
            let there = chunks(tx, book)?;
            if begun(tx, book)? != *asked || !names.iter().all(|name| there.contains(*name)) {
                return Err(HubError::Outdated);
            }
            for gone in there.iter().filter(|name| !names.contains(name)) {
                let sql = "DELETE FROM chunk WHERE book = ?1 AND hash = ?2";
                tx.execute(sql, binds![book, &gone[..]])?;
            }
            let sql = "INSERT INTO snapshot (book, came_ms, bytes, stored_bytes, entries, listing) \
                       VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (book) DO UPDATE SET \
                       came_ms = excluded.came_ms, bytes = excluded.bytes, \
                       stored_bytes = excluded.stored_bytes, entries = excluded.entries, \
                       listing = excluded.listing";
            let stored = stored_bytes(tx, book)?;
            tx.execute(
                sql,
                binds![
                    book,
                    now_ms,
                    listing.bytes,
                    stored,
                    listing.held.entries(),
                    &text[..]
                ],
            )?;
            let sql = "UPDATE snapshot_work SET until_ms = 0, came_ms = ?2 WHERE book = ?1";
            tx.execute(sql, binds![book, now_ms])?;
            Ok(())
        })
    }

    /// A chunk.
    ///
    /// # Errors
    /// `Unknown` when it is not there.
    pub fn chunk(&self, book: Uuid, name: &str) -> Result<Vec<u8>> {
        self.read(|tx| {
            let sql = "SELECT body FROM chunk WHERE book = ?1 AND hash = ?2";
            let found = tx.first(sql, binds![book, name])?;
            found.map_or(Err(HubError::Unknown), |mut row| row.take())
        })
    }
}

/// Lets go of a book's snapshot and of what is there of the next one: it may hold what must not be
/// kept, or be made by whom nobody trusts any more.
pub(super) fn drop_of(tx: &mut Tx<'_>, book: Uuid) -> Result<()> {
    tx.execute("DELETE FROM snapshot WHERE book = ?1", binds![book])?;
    tx.execute("DELETE FROM chunk WHERE book = ?1", binds![book])?;
    Ok(())
}

/// The snapshots of which chunks are missing, by their books.
pub(super) fn broken(tx: &mut Tx<'_>) -> Result<Vec<Uuid>> {
    let mut broken = Vec::new();
    for mut row in tx.query("SELECT book, listing FROM snapshot", &[])? {
        let (book, text): (Uuid, Vec<u8>) = (row.take()?, row.take()?);
        let there = chunks(tx, book)?;
        let listing = read(&text)?;
        if !listing.chunks.iter().all(|name| there.contains(name)) {
            broken.push(book);
        }
    }
    Ok(broken)
}

fn begun(tx: &mut Tx<'_>, book: Uuid) -> Result<Begun> {
    let history: String = meta(tx, "history")?;
    let sql = "SELECT count(*) FROM redaction WHERE book = ?1";
    let redactions = tx.count(sql, binds![book])?.unsigned_abs();
    Ok(Begun {
        history,
        redactions,
    })
}

/// Whoever makes a snapshot has the time again.
fn keep_at_it(tx: &mut Tx<'_>, (book, holder): (Uuid, &[u8]), now_ms: i64) -> Result<()> {
    let sql = "UPDATE snapshot_work SET until_ms = ?3 \
               WHERE book = ?1 AND holder = ?2 AND until_ms > ?4";
    let until_ms = now_ms + SNAPSHOT_WORK_MS;
    match tx.execute(sql, binds![book, holder, until_ms, now_ms])? {
        0 => Err(HubError::Busy),
        _ => Ok(()),
    }
}

fn stored_bytes(tx: &mut Tx<'_>, book: Uuid) -> Result<i64> {
    let sql = "SELECT CAST(coalesce(sum(bytes), 0) AS bigint) FROM chunk WHERE book = ?1";
    tx.count(sql, binds![book])
}

fn chunks(tx: &mut Tx<'_>, book: Uuid) -> Result<BTreeSet<String>> {
    let rows = tx.query("SELECT hash FROM chunk WHERE book = ?1", binds![book])?;
    rows.into_iter().map(|mut row| row.take()).collect()
}

fn has_chunk(tx: &mut Tx<'_>, book: Uuid, name: &str) -> Result<bool> {
    let sql = "SELECT count(*) FROM chunk WHERE book = ?1 AND hash = ?2";
    Ok(tx.count(sql, binds![book, name])? > 0)
}

fn read(text: &[u8]) -> Result<Listing> {
    serde_json::from_slice(text).map_err(|error| HubError::Broken(error.to_string()))
}

fn hash_of(bytes: &[u8]) -> String {
    let hashed = digest(&SHA256, bytes);
    hashed
        .as_ref()
        .iter()
        .map(|it| format!("{it:02x}"))
        .collect()
}
