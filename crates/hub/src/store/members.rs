//! Enrolled devices and the codes that they enrol with.

use uuid::Uuid;

use super::cell::{Row, binds};
use super::tx::Tx;
use super::{Result, Store, snapshots};
use crate::HubError;
use crate::code;
use crate::limits::{CODE_MS, OPEN_CODES};

/// An enrolled device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Its public key.
    pub key: Vec<u8>,
    /// The book.
    pub book: Uuid,
    /// The device whose journal it last said to write.
    pub device: Uuid,
    /// What the shop calls it.
    pub name: String,
    /// The prefix of its numbers.
    pub prefix: String,
    /// When it called last, UTC milliseconds.
    pub seen_ms: i64,
    /// When it was revoked, UTC milliseconds.
    pub revoked_ms: Option<i64>,
}

/// The columns of a device, in the order in which [`of_row`] takes them.
macro_rules! select_member {
    ($rest:literal) => {
        concat!(
            "SELECT key, book, device, name, prefix, seen_ms, revoked_ms FROM member ",
            $rest
        )
    };
}

impl Store {
    /// A code to enrol with: for a book, or for one that is new here.
    ///
    /// # Errors
    /// When the book has too many that are good still.
    pub fn invite(&self, book: Option<Uuid>, now_ms: i64) -> Result<(String, i64)> {
        let fresh = code::fresh()?;
        let expires_ms = now_ms + CODE_MS;
        self.write(|tx| {
            tx.execute("DELETE FROM code WHERE expires_ms <= ?1", binds![now_ms])?;
            let sql = "SELECT count(*) FROM code WHERE book IS NOT DISTINCT FROM ?1";
            if tx.count(sql, binds![book])? >= OPEN_CODES {
                return Err(HubError::Full);
            }
            let sql = "INSERT INTO code (hash, book, expires_ms) VALUES (?1, ?2, ?3)";
            tx.execute(sql, binds![&code::kept(&fresh)[..], book, expires_ms])?;
            Ok(())
        })?;
        Ok((fresh, expires_ms))
    }

    /// Enrols a device with a code, which is used up. A code without a book is good for a book
    /// that no device has enrolled for yet, which the device names.
    ///
    /// # Errors
    /// `CodeInvalid` when the code is wrong, used or too old, or not for this book.
    pub fn enrol(&self, code: &str, book: Option<Uuid>, member: &Member) -> Result<Uuid> {
        let now_ms = member.seen_ms;
        self.write(|tx| {
            let sql = "DELETE FROM code WHERE hash = ?1 RETURNING book, expires_ms";
            let found = tx.first(sql, binds![&code::kept(code)[..]])?;
            let mut found = found.ok_or(HubError::CodeInvalid)?;
            let (of_code, expires_ms): (Option<Uuid>, i64) = (found.take()?, found.take()?);
            let book = match (of_code, book) {
                (Some(own), None) => own,
                (Some(own), Some(named)) if own == named => own,
                (None, Some(named)) if !is_known(tx, named)? => named,
                _ => return Err(HubError::CodeInvalid),
            };
            if expires_ms <= now_ms {
                return Err(HubError::CodeInvalid);
            }
            let sql = "INSERT INTO member (key, book, device, name, prefix, enrolled_ms, seen_ms) \
                       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6)";
            tx.execute(
                sql,
                binds![
                    &member.key[..],
                    book,
                    member.device,
                    &member.name[..],
                    &member.prefix[..],
                    now_ms
                ],
            )?;
            Ok(book)
        })
    }

    /// The device of a public key.
    ///
    /// # Errors
    /// `Unauthorised` when there is none.
    pub fn member(&self, key: &[u8]) -> Result<Member> {
        self.read(|tx| {
            let found = tx.first(select_member!("WHERE key = ?1"), binds![key])?;
            found.map_or(Err(HubError::Unauthorised), of_row)
        })
    }

    /// All devices of a book.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn members(&self, book: Uuid) -> Result<Vec<Member>> {
        self.read(|tx| {
            let sql = select_member!("WHERE book = ?1 ORDER BY enrolled_ms, key");
            let rows = tx.query(sql, binds![book])?;
            rows.into_iter().map(of_row).collect()
        })
    }

    /// Notes that a device has called, and what it says of itself.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn seen(&self, member: &Member) -> Result<()> {
        self.write(|tx| {
            let sql = "UPDATE member SET device = ?2, name = ?3, prefix = ?4, seen_ms = ?5 \
                       WHERE key = ?1";
            tx.execute(
                sql,
                binds![
                    &member.key[..],
                    member.device,
                    &member.name[..],
                    &member.prefix[..],
                    member.seen_ms
                ],
            )?;
            Ok(())
        })
    }

    /// Revokes what writes a device's journal: it fetches nothing any more, and nobody starts from
    /// a snapshot that it may have made.
    ///
    /// # Errors
    /// `Unknown` when the book has no such device.
    pub fn revoke(&self, book: Uuid, device: Uuid, now_ms: i64) -> Result<()> {
        self.write(|tx| {
            let sql = "UPDATE member SET revoked_ms = coalesce(revoked_ms, ?3) \
                       WHERE book = ?1 AND device = ?2";
            match tx.execute(sql, binds![book, device, now_ms])? {
                0 => Err(HubError::Unknown),
                _ => snapshots::drop_of(tx, book),
            }
        })
    }
}

/// Whether a device has enrolled for a book. Of two servers that ask for one book, the second
/// waits until the first has done what it asked for.
fn is_known(tx: &mut Tx<'_>, book: Uuid) -> Result<bool> {
    tx.wait_for(book)?;
    let found = tx.first(
        "SELECT key FROM member WHERE book = ?1 LIMIT 1",
        binds![book],
    )?;
    Ok(found.is_some())
}

fn of_row(mut row: Row) -> Result<Member> {
    Ok(Member {
        key: row.take()?,
        book: row.take()?,
        device: row.take()?,
        name: row.take()?,
        prefix: row.take()?,
        seen_ms: row.take()?,
        revoked_ms: row.take()?,
    })
}
