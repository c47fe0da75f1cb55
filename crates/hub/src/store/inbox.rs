//! The inbox: documents that foreign systems send, kept until a device has taken them. Each is
//! stored once and handed out to one device at a time.

use serde::Serialize;
use uuid::Uuid;

use super::cell::{Row, binds};
use super::{Result, Store};
use crate::HubError;
use crate::code;
use crate::limits::{CHANNELS, INBOX_BYTES, LEASE_MS};

/// A channel that brings documents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Channel {
    /// Its id, part of the address that is called.
    pub channel: Uuid,
    /// What the shop calls it.
    pub name: String,
    /// When it was opened, UTC milliseconds.
    pub opened_ms: i64,
    /// When it was closed, UTC milliseconds.
    pub closed_ms: Option<i64>,
}

/// A document as it comes.
#[derive(Clone, Copy, Debug)]
pub struct Incoming<'a> {
    /// The sender's own id for it; without one its content tells it from others.
    pub external: Option<&'a str>,
    /// What it says that it is.
    pub media_type: &'a str,
    /// Its content.
    pub body: &'a [u8],
}

/// A document that waits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Waiting {
    /// Its id.
    pub document: Uuid,
    /// The channel that brought it.
    pub channel: Uuid,
    /// The sender's own id for it.
    pub external: Option<String>,
    /// What it says that it is.
    pub media_type: String,
    /// Bytes of its content.
    pub bytes: i64,
    /// When it came, UTC milliseconds.
    pub received_ms: i64,
    /// Until when a device has it, UTC milliseconds; 0 when none ever had.
    pub leased_until_ms: i64,
}

/// A document that was handed out, and its content.
pub type Taken = (Waiting, Vec<u8>);

impl Store {
    /// Opens a channel; returns its id and its secret, which is told this once.
    ///
    /// # Errors
    /// `Full` when the book has too many.
    pub fn open_channel(&self, book: Uuid, name: &str, now_ms: i64) -> Result<(Uuid, String)> {
        let (channel, secret) = (Uuid::new_v4(), code::secret()?);
        self.write(|tx| {
            let sql = "SELECT count(*) FROM channel WHERE book = ?1 AND closed_ms IS NULL";
            if tx.count(sql, binds![book])? >= CHANNELS {
                return Err(HubError::Full);
            }
            let sql = "INSERT INTO channel (channel, book, name, secret, opened_ms) \
                       VALUES (?1, ?2, ?3, ?4, ?5)";
            tx.execute(sql, binds![channel, book, name, &secret[..], now_ms])?;
            Ok(())
        })?;
        Ok((channel, secret))
    }

    /// Closes a channel: nothing more is taken from it.
    ///
    /// # Errors
    /// `Unknown` when the book has no such channel.
    pub fn close_channel(&self, book: Uuid, channel: Uuid, now_ms: i64) -> Result<()> {
        self.write(|tx| {
            let sql = "UPDATE channel SET closed_ms = coalesce(closed_ms, ?3) \
                       WHERE book = ?1 AND channel = ?2";
            match tx.execute(sql, binds![book, channel, now_ms])? {
                0 => Err(HubError::Unknown),
                _ => Ok(()),
            }
        })
    }

    /// The channels of a book.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn channels(&self, book: Uuid) -> Result<Vec<Channel>> {
        self.read(|tx| {
            let sql = "SELECT channel, name, opened_ms, closed_ms FROM channel \
                       WHERE book = ?1 ORDER BY opened_ms, channel";
            let rows = tx.query(sql, binds![book])?.into_iter();
            rows.map(|mut row| {
                Ok(Channel {
                    channel: row.take()?,
                    name: row.take()?,
                    opened_ms: row.take()?,
                    closed_ms: row.take()?,
                })
            })
            .collect()
        })
    }

    /// The book and the secret of a channel that is open.
    ///
    /// # Errors
    /// `Unauthorised` when there is none.
    pub fn channel(&self, channel: Uuid) -> Result<(Uuid, String)> {
        self.read(|tx| {
            let sql = "SELECT book, secret FROM channel WHERE channel = ?1 AND closed_ms IS NULL";
            let found = tx.first(sql, binds![channel])?;
            let mut row = found.ok_or(HubError::Unauthorised)?;
            Ok((row.take()?, row.take()?))
        })
    }

    /// Keeps a document; its id, and whether it is new. What came before is there already.
    ///
    /// # Errors
    /// `Differs` when the sender's id stands for another document, `Full` when too much waits.
    pub fn deliver(
        &self,
        (book, channel): (Uuid, Uuid),
        incoming: Incoming<'_>,
        now_ms: i64,
    ) -> Result<(Uuid, bool)> {
        let hash = code::hash(incoming.body);
        let ident = ident(incoming.external, &hash);
        let document = Uuid::new_v4();
        self.write(|tx| {
            let sql = "SELECT document, hash FROM document WHERE channel = ?1 AND ident = ?2";
            let key = binds![channel, &ident[..]];
            if let Some(mut row) = tx.first(sql, key)? {
                return known(&mut row, hash);
            }
            let waits = "SELECT CAST(coalesce(sum(octet_length(body)), 0) AS bigint) \
                         FROM document WHERE book = ?1 AND done_ms IS NULL";
            if tx.count(waits, binds![book])? > INBOX_BYTES {
                return Err(HubError::Full);
            }
            let keep = "INSERT INTO document (document, book, channel, ident, media_type, hash, \
                        body, received_ms, leased_until_ms) \
                        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 0) \
                        ON CONFLICT (channel, ident) DO NOTHING";
            let kept = binds![
                document,
                book,
                channel,
                &ident[..],
                incoming.media_type,
                &hash[..],
                incoming.body,
                now_ms
            ];
            if tx.execute(keep, kept)? > 0 {
                return Ok((document, true));
            }
            // The same came to another server in this moment.
            let mut row = tx.first(sql, key)?.ok_or(HubError::Unknown)?;
            known(&mut row, hash)
        })
    }

    /// What waits, oldest first.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn waiting(&self, book: Uuid, most: i64) -> Result<Vec<Waiting>> {
        self.read(|tx| {
            let sql = "SELECT document, channel, ident, media_type, \
                       CAST(octet_length(body) AS bigint), received_ms, leased_until_ms \
                       FROM document WHERE book = ?1 AND done_ms IS NULL ORDER BY no LIMIT ?2";
            let rows = tx.query(sql, binds![book, most])?.into_iter();
            rows.map(|mut row| waiting_of(&mut row)).collect()
        })
    }

    /// Hands out what waits and no device has, oldest first, until the lease ends; or again what
    /// a lease holds, to whoever asks for it by name.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn take(&self, book: Uuid, lease: Uuid, most: i64, now_ms: i64) -> Result<Vec<Taken>> {
        self.write(|tx| {
            // Servers that hand out at once do it one after the other.
            tx.wait_for(book)?;
            let sql = "UPDATE document SET lease = ?2, leased_until_ms = ?4 WHERE no IN \
                       (SELECT no FROM document WHERE book = ?1 AND done_ms IS NULL \
                        AND (leased_until_ms <= ?3 OR lease = ?2) ORDER BY no LIMIT ?5)";
            let until_ms = now_ms + LEASE_MS;
            tx.execute(sql, binds![book, lease, now_ms, until_ms, most])?;
            let sql = "SELECT document, channel, ident, media_type, \
                       CAST(octet_length(body) AS bigint), received_ms, leased_until_ms, body \
                       FROM document WHERE book = ?1 AND done_ms IS NULL AND lease = ?2 \
                       ORDER BY no";
            let rows = tx.query(sql, binds![book, lease])?.into_iter();
            rows.map(|mut row| Ok((waiting_of(&mut row)?, row.take()?)))
                .collect()
        })
    }

    /// Hands out one document, which somebody wants to see; none where another device has it, or
    /// where it does not wait.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn take_one(
        &self,
        book: Uuid,
        lease: Uuid,
        document: Uuid,
        now_ms: i64,
    ) -> Result<Option<Taken>> {
        self.write(|tx| {
            let sql = "UPDATE document SET lease = ?3, leased_until_ms = ?5 \
                       WHERE book = ?1 AND document = ?2 AND done_ms IS NULL \
                       AND (leased_until_ms <= ?4 OR lease = ?3)";
            let until_ms = now_ms + LEASE_MS;
            if tx.execute(sql, binds![book, document, lease, now_ms, until_ms])? == 0 {
                return Ok(None);
            }
            let sql = "SELECT document, channel, ident, media_type, \
                       CAST(octet_length(body) AS bigint), received_ms, leased_until_ms, body \
                       FROM document WHERE book = ?1 AND document = ?2";
            let found = tx.first(sql, binds![book, document])?;
            found
                .map(|mut row| Ok((waiting_of(&mut row)?, row.take()?)))
                .transpose()
        })
    }

    /// A device has made something of documents that it had: their content goes. Returns those
    /// that are done under its lease; another device has or had the others.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn done(
        &self,
        book: Uuid,
        lease: Uuid,
        documents: &[Uuid],
        now_ms: i64,
    ) -> Result<Vec<Uuid>> {
        self.write(|tx| {
            let sql = "UPDATE document SET body = NULL, done_ms = coalesce(done_ms, ?4) \
                       WHERE book = ?1 AND document = ?2 AND lease = ?3";
            let mut done = Vec::new();
            for document in documents {
                if tx.execute(sql, binds![book, *document, lease, now_ms])? > 0 {
                    done.push(*document);
                }
            }
            Ok(done)
        })
    }
}

/// What tells a document from others of its channel.
fn ident(external: Option<&str>, hash: &[u8; 32]) -> String {
    match external {
        Some(id) => format!("id {id}"),
        None => {
            let digits: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
            format!("sha256 {digits}")
        }
    }
}

fn known(row: &mut Row, hash: [u8; 32]) -> Result<(Uuid, bool)> {
    let (document, kept): (Uuid, [u8; 32]) = (row.take()?, row.take()?);
    if kept == hash {
        Ok((document, false))
    } else {
        Err(HubError::Differs)
    }
}

fn waiting_of(row: &mut Row) -> Result<Waiting> {
    let (document, channel) = (row.take()?, row.take()?);
    let ident: String = row.take()?;
    Ok(Waiting {
        document,
        channel,
        external: ident.strip_prefix("id ").map(str::to_owned),
        media_type: row.take()?,
        bytes: row.take()?,
        received_ms: row.take()?,
        leased_until_ms: row.take()?,
    })
}
