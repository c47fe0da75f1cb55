//! Enrolled devices and the codes that they enrol with.

use rusqlite::{Connection, OptionalExtension as _, Row, params};
use uuid::Uuid;

use super::{Result, Store};
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

impl Store {
    /// A code to enrol with: for a book, or for one that is new here.
    ///
    /// # Errors
    /// When the book has too many that are good still.
    pub fn invite(&self, book: Option<Uuid>, now_ms: i64) -> Result<(String, i64)> {
        let fresh = code::fresh()?;
        let expires_ms = now_ms + CODE_MS;
        self.write(|conn| {
            let sql = "DELETE FROM code WHERE expires_ms <= ?1";
            conn.execute(sql, [now_ms])?;
            let book = book.map(Uuid::into_bytes);
            let sql = "SELECT count(*) FROM code WHERE book IS ?1";
            let open: i64 = conn.query_row(sql, [book], |row| row.get(0))?;
            if open >= OPEN_CODES {
                return Err(HubError::Full);
            }
            let sql = "INSERT INTO code (hash, book, expires_ms) VALUES (?1, ?2, ?3)";
            conn.execute(sql, params![code::kept(&fresh), book, expires_ms])?;
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
        self.write(|conn| {
            let sql = "DELETE FROM code WHERE hash = ?1 RETURNING book, expires_ms";
            let found: Option<(Option<[u8; 16]>, i64)> = conn
                .query_row(sql, [code::kept(code)], |row| {
                    Ok((row.get(0)?, row.get(1)?))
                })
                .optional()?;
            let (of_code, expires_ms) = found.ok_or(HubError::CodeInvalid)?;
            let of_code = of_code.map(Uuid::from_bytes);
            let book = match (of_code, book) {
                (Some(own), None) => own,
                (Some(own), Some(named)) if own == named => own,
                (None, Some(named)) if !is_known(conn, named)? => named,
                _ => return Err(HubError::CodeInvalid),
            };
            if expires_ms <= now_ms {
                return Err(HubError::CodeInvalid);
            }
            let sql = "INSERT INTO member (key, book, device, name, prefix, enrolled_ms, seen_ms) \
                       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6)";
            conn.execute(
                sql,
                params![
                    member.key,
                    book.as_bytes(),
                    member.device.as_bytes(),
                    member.name,
                    member.prefix,
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
        self.read(|conn| {
            let mut query = conn.prepare_cached("SELECT * FROM member WHERE key = ?1")?;
            let found = query.query_row([key], of_row).optional()?;
            found.ok_or(HubError::Unauthorised)
        })
    }

    /// All devices of a book.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn members(&self, book: Uuid) -> Result<Vec<Member>> {
        self.read(|conn| {
            let sql = "SELECT * FROM member WHERE book = ?1 ORDER BY enrolled_ms";
            let mut query = conn.prepare_cached(sql)?;
            let rows = query.query_map([book.as_bytes()], of_row)?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        })
    }

    /// Notes that a device has called, and what it says of itself.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn seen(&self, member: &Member) -> Result<()> {
        self.write(|conn| {
            let sql = "UPDATE member SET device = ?2, name = ?3, prefix = ?4, seen_ms = ?5 \
                       WHERE key = ?1";
            conn.execute(
                sql,
                params![
                    member.key,
                    member.device.as_bytes(),
                    member.name,
                    member.prefix,
                    member.seen_ms
                ],
            )?;
            Ok(())
        })
    }

    /// Revokes what writes a device's journal: it fetches nothing any more.
    ///
    /// # Errors
    /// `Unknown` when the book has no such device.
    pub fn revoke(&self, book: Uuid, device: Uuid, now_ms: i64) -> Result<()> {
        self.write(|conn| {
            let sql = "UPDATE member SET revoked_ms = coalesce(revoked_ms, ?3) \
                       WHERE book = ?1 AND device = ?2";
            let changed = conn.execute(sql, params![book.as_bytes(), device.as_bytes(), now_ms])?;
            if changed == 0 {
                Err(HubError::Unknown)
            } else {
                Ok(())
            }
        })
    }
}

fn is_known(conn: &Connection, book: Uuid) -> Result<bool> {
    let sql = "SELECT 1 FROM member WHERE book = ?1";
    Ok(conn.prepare_cached(sql)?.exists([book.as_bytes()])?)
}

fn of_row(row: &Row<'_>) -> rusqlite::Result<Member> {
    Ok(Member {
        key: row.get("key")?,
        book: Uuid::from_bytes(row.get("book")?),
        device: Uuid::from_bytes(row.get("device")?),
        name: row.get("name")?,
        prefix: row.get("prefix")?,
        seen_ms: row.get("seen_ms")?,
        revoked_ms: row.get("revoked_ms")?,
    })
}
