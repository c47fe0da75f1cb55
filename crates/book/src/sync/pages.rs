//! Pages for customers at hubs: what each is to say is compared with what the hub was last told.
//! There is no queue: after any time apart a hub is told the last state, once.

use crate::book::Book;
use crate::error::Result;
use rusqlite::params;
use uuid::Uuid;

/// A page of which a hub was told something else, or nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageDue {
    /// Its link.
    pub link: String,
    /// The order that it tells of.
    pub order: Uuid,
    /// When it ends, UTC milliseconds.
    pub until_ms: i64,
    /// It is to be shown no more.
    pub is_gone: bool,
    /// What it is made of, to be kept when the hub was told.
    pub said: String,
}

impl Book {
    /// The pages that a hub is to be told of, those that end first before others.
    ///
    /// # Errors
    /// What keeps the file from being read.
    pub fn pages_due(&self, place: &str, now_ms: i64, most: i64) -> Result<Vec<PageDue>> {
        self.read_rows(|read| {
            let sql = include_str!("../sql/pages_due.sql");
            read.all(sql, params![place, now_ms, most], |row| {
                Ok(PageDue {
                    link: row.get(0)?,
                    order: Uuid::from_bytes(row.get(1)?),
                    until_ms: row.get(2)?,
                    is_gone: row.get(3)?,
                    said: row.get(4)?,
                })
            })
        })
    }

    /// Notes what a hub was told of a page, or why it refused.
    ///
    /// # Errors
    /// What keeps the file from being written.
    pub fn keep_page_sent(
        &self,
        place: &str,
        due: &PageDue,
        (sent_ms, failure): (i64, Option<&str>),
    ) -> Result<()> {
        self.check_writable()?;
        let writer = self.writer();
        let sql = "INSERT OR REPLACE INTO page_sent (link, place, said, sent_ms, failure) \
                   VALUES (?1, ?2, ?3, ?4, ?5)";
        let row = params![due.link, place, due.said, sent_ms, failure];
        let done = writer.conn.prepare_cached(sql)?.execute(row);
        done.map(drop).map_err(|error| self.named(error.into()))
    }

    /// Forgets what a hub was told: it has another history now.
    ///
    /// # Errors
    /// What keeps the file from being written.
    pub fn forget_pages_sent(&self, place: &str) -> Result<()> {
        self.check_writable()?;
        let writer = self.writer();
        let mut forget = writer.conn.prepare_cached(FORGET)?;
        forget.execute([place])?;
        Ok(())
    }
}

/// What a place was told of pages is of no use any more.
pub(super) const FORGET: &str = "-- scan: once in the life of a place.
    DELETE FROM page_sent WHERE place = ?1";
