//! The bytes of files at orders, kept once by their content. They are no projection: nothing else
//! could make them again. What no order names any more goes, and so do those of erased customers.

use crate::error::{BookError, Result};
use crate::read::Read;
use crate::write::Tx;
use domain::order::Attachment;
use rusqlite::{Connection, OptionalExtension as _, params};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

/// A file at an order, with its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptFile {
    /// What is known of it.
    pub attachment: Attachment,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl Tx<'_> {
    /// Keeps the bytes of a file under their hash, which it gives in hexadecimal digits.
    pub fn keep_file(&mut self, bytes: &[u8]) -> Result<String> {
        let hash: [u8; 32] = Sha256::digest(bytes).into();
        let sql = "INSERT OR IGNORE INTO attachment (sha256, bytes) VALUES (?1, ?2)";
        self.conn
            .prepare_cached(sql)?
            .execute(params![hash, bytes])?;
        Ok(digits(&hash))
    }
}

impl Read<'_> {
    /// A file at an order, with its bytes.
    ///
    /// # Errors
    /// When the order has no such file, or its bytes are not in this book: they were erased, or
    /// have not come from the device that has them.
    pub fn kept_file(&self, order: Uuid, attachment: Uuid) -> Result<KeptFile> {
        let missing = || BookError::NotFound("attachment");
        let (order, _) = self.folded_order(self.no_of(order, "order")?)?;
        let mut all = order.attachments.into_values();
        let found = all.find(|one| one.said.attachment.0 == attachment);
        let attachment = found.ok_or_else(missing)?;
        let sql = "SELECT bytes FROM attachment WHERE sha256 = ?1";
        let mut query = self.conn.prepare_cached(sql)?;
        let hash = hash_of(&attachment.said.sha256).ok_or_else(missing)?;
        let bytes = query.query_row([hash], |row| row.get(0)).optional()?;
        Ok(KeptFile {
            bytes: bytes.ok_or_else(missing)?,
            attachment,
        })
    }

    /// Whether the bytes of a file are in this book.
    pub(crate) fn is_kept(&self, sha256: &str) -> Result<bool> {
        let sql = "SELECT 1 FROM attachment WHERE sha256 = ?1";
        match hash_of(sha256) {
            Some(hash) => Ok(self.conn.prepare_cached(sql)?.exists([hash])?),
            None => Ok(false),
        }
    }
}

/// Lets go of bytes that no order names.
pub(crate) fn sweep(conn: &Connection, hash: &[u8; 32]) -> Result<()> {
    let sql = "DELETE FROM attachment WHERE sha256 = ?1 AND NOT EXISTS \
               (SELECT 1 FROM order_attachment WHERE sha256 = ?1)";
    conn.prepare_cached(sql)?.execute([hash])?;
    Ok(())
}

/// Lets go of the files of an order whose customer was erased; bytes that the order of somebody
/// else names as well stay.
pub(crate) fn erase(conn: &Connection, order_no: i64) -> Result<()> {
    conn.prepare_cached(include_str!("sql/erase_files.sql"))?
        .execute([order_no])?;
    Ok(())
}

/// How many files are kept, and the hash of the first whose bytes are not its own.
pub(crate) fn check(conn: &Connection) -> Result<(u64, Option<String>)> {
    let sql = "-- scan: every file is hashed.\nSELECT sha256, bytes FROM attachment";
    let mut query = conn.prepare(sql)?;
    let mut rows = query.query([])?;
    let mut count = 0;
    while let Some(row) = rows.next()? {
        let (hash, bytes): ([u8; 32], Vec<u8>) = (row.get(0)?, row.get(1)?);
        if Sha256::digest(&bytes).as_slice() != hash {
            return Ok((count, Some(digits(&hash))));
        }
        count += 1;
    }
    Ok((count, None))
}

/// The hash that hexadecimal digits write.
pub(crate) fn hash_of(digits: &str) -> Option<[u8; 32]> {
    let mut hash = [0; 32];
    if digits.len() != 64 {
        return None;
    }
    for (place, byte) in hash.iter_mut().enumerate() {
        let pair = digits.get(2 * place..2 * place + 2)?;
        *byte = u8::from_str_radix(pair, 16).ok()?;
    }
    Some(hash)
}

fn digits(hash: &[u8; 32]) -> String {
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}
