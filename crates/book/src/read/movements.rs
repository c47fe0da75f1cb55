//! The movements of a product in stock, the newest first, with what was there afterwards.

use super::Read;
use super::moment::local;
use crate::dto::{Movement, Page, RecordKind};
use crate::error::Result;
use domain::SubjectKind;
use domain::stock::is_virtual;
use rusqlite::Row;
use uuid::Uuid;

pub(crate) const PRODUCT_MOVES: &str = include_str!("sql/product_moves.sql");
pub(crate) const MOVE_COUNT: &str = "SELECT count(*) FROM stock_move WHERE product = ?1";
pub(crate) const CAUSE_OF_MOVE: &str = include_str!("sql/cause_of_move.sql");

impl Read<'_> {
    /// A window of a product's movements. The way to a deep window leads over the newer ones,
    /// because what was there afterwards is what is there now less what came later.
    pub fn movements(&self, product: Uuid, offset: i64, limit: i64) -> Result<Page<Movement>> {
        let no = self.no_of(product, "product")?;
        let (offset, limit) = (offset.max(0), limit.clamp(0, crate::views::WINDOW_ROWS));
        let mut on_hand_milli = self.stock_of(no)?.on_hand_milli;
        let mut rows = Vec::new();
        let mut query = self.conn.prepare_cached(PRODUCT_MOVES)?;
        let mut moves = query.query([no])?;
        let mut place = 0;
        while let Some(row) = moves.next()? {
            if place >= offset + limit {
                break;
            }
            let change = self.change(row)?;
            if place >= offset {
                rows.push(self.movement(row, change, on_hand_milli)?);
            }
            on_hand_milli = on_hand_milli.saturating_sub(change);
            place += 1;
        }
        let mut count = self.conn.prepare_cached(MOVE_COUNT)?;
        let total = count.query_row([no], |row| row.get(0))?;
        Ok(Page {
            total,
            complete: true,
            offset,
            rows,
        })
    }

    /// What a move changes at our own places, thousandths.
    fn change(&self, row: &Row<'_>) -> Result<i64> {
        let quantity: i64 = row.get(5)?;
        let ours = |column| -> Result<bool> {
            Ok(!is_virtual(&self.terms.text(self.conn, row.get(column)?)?))
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

    /// The order or stock document that moved something.
    fn cause(&self, no: i64) -> Result<Cause> {
        let mut query = self.conn.prepare_cached(CAUSE_OF_MOVE)?;
        Ok(query.query_row([no], |row| {
            let kind = SubjectKind::of_code(row.get(0)?);
            let is_order = kind == SubjectKind::Order;
            Ok(Cause {
                kind: if is_order {
                    RecordKind::Order
                } else {
                    RecordKind::Stock
                },
                id: Uuid::from_bytes(row.get(1)?),
                label: row.get::<_, Option<String>>(2)?.unwrap_or_default(),
            })
        })?)
    }
}

struct Cause {
    kind: RecordKind,
    id: Uuid,
    label: String,
}
