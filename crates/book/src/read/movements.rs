//! The movements of a product in stock, the newest first, with what was there afterwards.

use super::Read;
use super::locations::record_kind;
use super::moment::local;
use crate::dto::{Movement, Page, RecordKind};
use crate::error::Result;
use domain::stock::is_virtual;
use rusqlite::{Row, params};
use uuid::Uuid;

pub(crate) const PRODUCT_MOVES: &str = include_str!("sql/product_moves.sql");
pub(crate) const MOVES_AT: &str = include_str!("sql/product_moves_at.sql");
pub(crate) const MOVE_COUNT: &str = "SELECT count(*) FROM stock_move
    WHERE product = ?1 AND (?2 IS NULL OR from_location = ?2 OR to_location = ?2)";
pub(crate) const CAUSE_OF_MOVE: &str = include_str!("sql/cause_of_move.sql");

impl Read<'_> {
    /// A window of a product's movements, at all own places or at one. The way to a deep window
    /// leads over the newer ones, because what was there afterwards is what is there now less what
    /// came later.
    pub fn movements(
        &self,
        product: Uuid,
        location: Option<&str>,
        (offset, limit): (i64, i64),
    ) -> Result<Page<Movement>> {
        let no = self.no_of(product, "product")?;
        let (offset, limit) = (offset.max(0), limit.clamp(0, crate::views::WINDOW_ROWS));
        let place = location.map(|key| self.place_no(key)).transpose()?;
        let place = place.map(|no| no.unwrap_or(0));
        let mut on_hand_milli = self.level_of(no, location)?;
        let mut rows = Vec::new();
        let sql = place.map_or(PRODUCT_MOVES, |_| MOVES_AT);
        let mut query = self.conn.prepare_cached(sql)?;
        let mut moves = match place {
            None => query.query([no])?,
            Some(place) => query.query([no, place])?,
        };
        let mut at = 0;
        while let Some(row) = moves.next()? {
            if at >= offset + limit {
                break;
            }
            let change = self.change(row, place)?;
            if at >= offset {
                rows.push(self.movement(row, change, on_hand_milli)?);
            }
            on_hand_milli = on_hand_milli.saturating_sub(change);
            at += 1;
        }
        let mut count = self.conn.prepare_cached(MOVE_COUNT)?;
        let total = count.query_row(params![no, place], |row| row.get(0))?;
        Ok(Page {
            total,
            complete: true,
            offset,
            rows,
        })
    }

    /// What lies at one place, or at all.
    fn level_of(&self, product_no: i64, location: Option<&str>) -> Result<i64> {
        let Some(location) = location else {
            return Ok(self.stock_of(product_no)?.on_hand_milli);
        };
        let levels = self.stock_levels(product_no)?;
        let level = levels.iter().find(|level| level.location == location);
        Ok(level.map_or(0, |level| level.on_hand_milli))
    }

    /// What a move changes at our own places, or at one of them, thousandths.
    fn change(&self, row: &Row<'_>, place: Option<i64>) -> Result<i64> {
        let quantity: i64 = row.get(5)?;
        let ours = |column| -> Result<bool> {
            let no: i64 = row.get(column)?;
            match place {
                Some(place) => Ok(no == place),
                None => Ok(!is_virtual(&self.terms.text(self.conn, no)?)),
            }
        };
        Ok(match (ours(3)?, ours(4)?) {
            (true, false) => -quantity,
            (false, true) => quantity,
            _ => 0,
        })
    }

    fn movement(&self, row: &Row<'_>, change: i64, after: i64) -> Result<Movement> {
        let place = |column| -> Result<String> {
            Ok(self.terms.text(self.conn, row.get(column)?)?.to_string())
        };
        let cause = self.cause(row.get(2)?)?;
        Ok(Movement {
            at_local: local(row.get(0)?, row.get(1)?),
            kind: cause.kind,
            subject: cause.id,
            label: cause.label,
            from: place(3)?,
            to: place(4)?,
            quantity_milli: change,
            on_hand_after_milli: after,
        })
    }

    /// What moved something: an order, an adjustment, a transfer or a count.
    pub(super) fn cause(&self, no: i64) -> Result<Cause> {
        let mut query = self.conn.prepare_cached(CAUSE_OF_MOVE)?;
        Ok(query.query_row([no], |row| {
            Ok(Cause {
                kind: record_kind(row.get(0)?),
                id: Uuid::from_bytes(row.get(1)?),
                label: row.get::<_, Option<String>>(2)?.unwrap_or_default(),
            })
        })?)
    }
}

/// The record that moved something.
pub(super) struct Cause {
    pub kind: RecordKind,
    pub id: Uuid,
    pub label: String,
}
