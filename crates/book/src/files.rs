//! The bytes of files at orders and of pictures of products, kept once by their content. They are
//! no projection: nothing else could make them again. What nothing names any more goes, and so do
//! the files of erased customers.

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

impl Tx<'_> {
    /// Keeps the small picture of one that is kept.
    pub fn keep_thumbnail(&mut self, sha256: &str, bytes: &[u8]) -> Result<()> {
        let Some(hash) = hash_of(sha256) else {
            return Ok(());
        };
        let sql = "INSERT OR IGNORE INTO thumbnail (sha256, bytes) VALUES (?1, ?2)";
        self.conn
            .prepare_cached(sql)?
            .execute(params![hash, bytes])?;
        Ok(())
    }
}

impl Read<'_> {
    /// The bytes of a picture that some product has, whole or small.
    ///
    /// # Errors
    /// No product has it, or its bytes are not in this book.
    pub fn picture(&self, sha256: &str, small: bool) -> Result<Vec<u8>> {
        let missing = || BookError::NotFound("image");
        let hash = hash_of(sha256).ok_or_else(missing)?;
        let sql = if small {
            include_str!("sql/thumbnail.sql")
        } else {
            include_str!("sql/picture.sql")
        };
        let mut query = self.conn.prepare_cached(sql)?;
        let bytes = query.query_row([hash], |row| row.get(0)).optional()?;
        bytes.ok_or_else(missing)
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

/// Lets go of bytes that nothing names.
pub(crate) fn sweep(conn: &Connection, hash: &[u8; 32]) -> Result<()> {
    for sql in [
        include_str!("sql/sweep_file.sql"),
        "DELETE FROM thumbnail WHERE sha256 = ?1 AND NOT EXISTS \
         (SELECT 1 FROM product_image WHERE sha256 = ?1)",
    ] {
        conn.prepare_cached(sql)?.execute([hash])?;
    }
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

/// A hash in hexadecimal digits.
pub(crate) fn digits(hash: &[u8; 32]) -> String {
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}
