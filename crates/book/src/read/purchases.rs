//! The list of purchases.

use super::Read;
use crate::dto::{Page, PurchaseRow, PurchaseStage};
use crate::error::{BookError, Result};
use domain::Day;
use rusqlite::{Row, params};
use uuid::Uuid;

const PURCHASES: &str = include_str!("sql/purchases.sql");
const PURCHASE_COUNT: &str = include_str!("sql/purchase_count.sql");
const PURCHASE_ROW: &str = include_str!("sql/purchase_row.sql");

/// The stages by the numbers that rows hold.
const STAGES: [PurchaseStage; 7] = [
    PurchaseStage::Draft,
    PurchaseStage::Ordered,
    PurchaseStage::PartlyReceived,
    PurchaseStage::Received,
    PurchaseStage::Closed,
    PurchaseStage::Cancelled,
    PurchaseStage::Return,
];

/// Which purchases a list shows.
#[derive(Clone, Copy, Debug, Default)]
pub struct PurchasesAsked<'a> {
    /// A part of what it says or of its supplier's name, or goods of it.
    pub text: &'a str,
    /// Only those of this stage.
    pub stage: Option<PurchaseStage>,
    /// Only those at this supplier.
    pub supplier: Option<Uuid>,
}

impl Read<'_> {
    /// A window of the purchases, the newest first.
    pub fn purchases(
        &self,
        asked: &PurchasesAsked<'_>,
        offset: i64,
        limit: i64,
    ) -> Result<Page<PurchaseRow>> {
        let stage = asked.stage.map(code);
        let supplier = asked.supplier.map(|id| self.no_of(id, "supplier"));
        let supplier = supplier.transpose()?;
        let text = self.goods_text(Some(asked.text))?;
        let mut count = self.conn.prepare_cached(PURCHASE_COUNT)?;
        let total = count.query_row(
            params![stage, supplier, text.words, text.products, text.places],
            |row| row.get(0),
        )?;
        let mut query = self.conn.prepare_cached(PURCHASES)?;
        let window = params![
            stage,
            supplier,
            text.words,
            limit,
            offset,
            text.products,
            text.places
        ];
        let rows = query.query_map(window, purchase_row)?;
        Ok(Page {
            total,
            complete: true,
            offset,
            rows: rows.collect::<rusqlite::Result<_>>()?,
        })
    }

    /// The row of a purchase.
    pub(super) fn purchase_row(&self, no: i64) -> Result<PurchaseRow> {
        let mut query = self.conn.prepare_cached(PURCHASE_ROW)?;
        let mut rows = query.query_map([no], purchase_row)?;
        let row = rows.next().ok_or(BookError::NotFound("purchase"))?;
        Ok(row?)
    }
}

fn code(stage: PurchaseStage) -> u8 {
    let at = STAGES.iter().position(|other| *other == stage);
    at.unwrap_or_default() as u8
}

fn purchase_row(row: &Row<'_>) -> rusqlite::Result<PurchaseRow> {
    let day = |column| -> rusqlite::Result<Option<String>> {
        Ok(row
            .get::<_, Option<i32>>(column)?
            .map(|day| Day(day).to_string()))
    };
    let stage: usize = row.get::<_, u8>(4)?.into();
    Ok(PurchaseRow {
        id: Uuid::from_bytes(row.get(0)?),
        number: row.get(1)?,
        supplier: Uuid::from_bytes(row.get(2)?),
        supplier_name: row.get::<_, Option<String>>(3)?.unwrap_or_default(),
        stage: STAGES.get(stage).copied().unwrap_or(PurchaseStage::Draft),
        began_day: day(5)?.unwrap_or_default(),
        ordered_day: day(6)?,
        expected_day: day(7)?,
        line_count: row.get(8)?,
        ordered_milli: row.get(9)?,
        open_milli: row.get(10)?,
        total_minor: row.get(11)?,
        version: row.get(12)?,
    })
}
