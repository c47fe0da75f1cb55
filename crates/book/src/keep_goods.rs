//! Keeping the days of goods that reports add up (ADR 47). Whoever is about to ask for them has
//! them kept before, a few products at a time, so that no other writer waits for long; whether that
//! worked changes no figure.

use crate::book::Book;
use crate::error::Result;
use crate::read::Read;
use rusqlite::TransactionBehavior;
use std::time::{Duration, Instant};

/// How long others wait at most for products to be kept.
const TURN: Duration = Duration::from_millis(20);

/// Books with fewer movements are read through in no time.
const MOVES_WORTH_KEEPING: i64 = 20_000;

/// So many stale products are walked again while a report is made, without being kept anew.
const STALE_TO_LEAVE: usize = 128;

const IS_BIG: &str = "-- scan: steps over as many entries of the index as make it worth it.\n\
    SELECT 1 FROM stock_move LIMIT 1 OFFSET ?1";

impl Book {
    /// Keeps the days of all goods that are stale, or of all when none are kept.
    ///
    /// # Errors
    /// What keeps the file from being written.
    pub fn keep_goods(&self) -> Result<()> {
        self.check_writable()?;
        self.sum_up()?;
        while !self.keep_some_goods()? {}
        Ok(())
    }

    /// The same where reports gain by it. Where it cannot be done, they are made without.
    pub fn keep_goods_soon(&self) {
        let worth_it = self.read(|read| read.goods_worth_keeping());
        if self.read_only().is_none() && worth_it.unwrap_or(false) {
            // A busy or full disk is no reason to refuse a report: it walks over the movements.
            let _ = self.keep_goods();
        }
    }

    /// Keeps goods for a while; true when nothing is left to do.
    fn keep_some_goods(&self) -> Result<bool> {
        let mut writer = self.writer();
        let tx = writer
            .conn
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        let read = Read {
            conn: &tx,
            terms: &self.terms,
            open: None,
        };
        if !read.are_goods_kept()? {
            read.begin_to_keep_goods()?;
        }
        let began = Instant::now();
        read.keep_stale_goods(&mut || began.elapsed() < TURN)?;
        let done = read.stale_goods()?.is_empty();
        tx.commit()?;
        Ok(done)
    }
}

impl Read<'_> {
    fn goods_worth_keeping(&self) -> Result<bool> {
        if self.are_goods_kept()? {
            return Ok(self.stale_goods()?.len() > STALE_TO_LEAVE);
        }
        let mut big = self.conn.prepare_cached(IS_BIG)?;
        Ok(big.exists([MOVES_WORTH_KEEPING])?)
    }
}
