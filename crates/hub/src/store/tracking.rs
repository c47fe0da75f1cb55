//! Pages that tell customers how far an order is, each under a link that nobody guesses. The hub
//! knows the link by its hash alone.

use uuid::Uuid;

use super::cell::binds;
use super::{Result, Store};
use crate::HubError;
use crate::code;
use crate::limits::PAGES;

/// A page as a device publishes it.
#[derive(Clone, Copy, Debug)]
pub struct Published<'a> {
    /// The link.
    pub link: &'a str,
    /// Grows with every change of what it tells; an older one never takes the place of a newer.
    pub revision: i64,
    /// The page.
    pub page: &'a str,
    /// When the link ends, UTC milliseconds.
    pub expires_ms: i64,
}

impl Store {
    /// Puts a page under its link, or in the place of an older one. A link that was withdrawn
    /// stays so.
    ///
    /// # Errors
    /// `Unknown` when the link is another book's, `Full` when the book has too many.
    pub fn publish(&self, book: Uuid, told: Published<'_>, now_ms: i64) -> Result<()> {
        let link = code::hash(told.link.as_bytes());
        self.write(|tx| {
            let sql = "DELETE FROM tracking WHERE expires_ms <= ?1";
            tx.execute(sql, binds![now_ms])?;
            let sql = "SELECT count(*) FROM tracking WHERE book = ?1 AND link <> ?2";
            if tx.count(sql, binds![book, &link[..]])? >= PAGES {
                return Err(HubError::Full);
            }
            let sql = "INSERT INTO tracking (link, book, revision, page, published_ms, \
                       expires_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6) \
                       ON CONFLICT (link) DO UPDATE SET revision = excluded.revision, \
                       page = excluded.page, published_ms = excluded.published_ms, \
                       expires_ms = excluded.expires_ms WHERE tracking.book = excluded.book \
                       AND tracking.page IS NOT NULL \
                       AND tracking.revision <= excluded.revision";
            tx.execute(
                sql,
                binds![
                    &link[..],
                    book,
                    told.revision,
                    told.page.as_bytes(),
                    now_ms,
                    told.expires_ms
                ],
            )?;
            let sql = "SELECT count(*) FROM tracking WHERE link = ?1 AND book = ?2";
            match tx.count(sql, binds![&link[..], book])? {
                0 => Err(HubError::Unknown),
                _ => Ok(()),
            }
        })
    }

    /// Withdraws a page: its link leads nowhere from now on, whatever late devices publish.
    ///
    /// # Errors
    /// `Unknown` when the book has no such link.
    pub fn withdraw(&self, book: Uuid, link: &str) -> Result<()> {
        let link = code::hash(link.as_bytes());
        self.write(|tx| {
            let sql = "UPDATE tracking SET page = NULL WHERE book = ?1 AND link = ?2";
            match tx.execute(sql, binds![book, &link[..]])? {
                0 => Err(HubError::Unknown),
                _ => Ok(()),
            }
        })
    }

    /// The page under a link that is good.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn page_at(&self, link: &str, now_ms: i64) -> Result<Option<Vec<u8>>> {
        let link = code::hash(link.as_bytes());
        self.read(|tx| {
            let sql = "SELECT page FROM tracking \
                       WHERE link = ?1 AND expires_ms > ?2 AND page IS NOT NULL";
            let found = tx.first(sql, binds![&link[..], now_ms])?;
            found.map(|mut row| row.take()).transpose()
        })
    }
}
