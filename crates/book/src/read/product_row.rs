//! The row of a product, as lists show it.

use super::Read;
use super::bundles::kind_word;
use super::custom;
use super::stock::{STOCK_OF_PRODUCT, Stock};
use crate::dto::{ProductRow, Tracking};
use crate::error::Result;
use crate::files::digits;
use rusqlite::Row;
use uuid::Uuid;

pub(crate) const PRODUCT_ROW: &str = include_str!("sql/product_row.sql");

impl Read<'_> {
    /// The row of a product, or `None` when lists do not show it.
    pub fn product_row(&self, no: i64) -> Result<Option<ProductRow>> {
        let mut query = self.conn.prepare_cached(PRODUCT_ROW)?;
        let mut rows = query.query([no])?;
        let Some(row) = rows.next()? else {
            return Ok(None);
        };
        let stock = match is_virtual(row)? {
            true => self.bundle_stock(no, None)?,
            false => self.stock_of(no)?,
        };
        Ok(Some(read_row(row, stock)?))
    }

    /// The rows of a window; numbers that are gone are left out.
    pub fn product_rows(&self, window: &[u32]) -> Result<Vec<ProductRow>> {
        let mut query = self.conn.prepare_cached(PRODUCT_ROW)?;
        let mut stock = self.conn.prepare_cached(STOCK_OF_PRODUCT)?;
        let mut found = Vec::with_capacity(window.len());
        for no in window {
            let mut rows = query.query([no])?;
            let Some(row) = rows.next()? else {
                continue;
            };
            let stock = match is_virtual(row)? {
                true => self.bundle_stock(i64::from(*no), None)?,
                false => self.stock_by(&mut stock, i64::from(*no))?,
            };
            found.push(read_row(row, stock)?);
        }
        Ok(found)
    }
}

/// Whether it is a bundle whose goods are those of its components.
fn is_virtual(row: &Row<'_>) -> rusqlite::Result<bool> {
    Ok(row.get::<_, Option<u8>>(17)? == Some(0))
}

fn read_row(row: &Row<'_>, stock: Stock) -> rusqlite::Result<ProductRow> {
    Ok(ProductRow {
        id: Uuid::from_bytes(row.get(0)?),
        sku: row.get(1)?,
        title: row.get(2)?,
        category: row.get(3)?,
        unit_price_micro: row.get(4)?,
        cost_micro: row.get(5)?,
        tax: row.get(6)?,
        service: row.get(7)?,
        archived: row.get(8)?,
        on_hand_milli: stock.on_hand_milli,
        allocated_milli: stock.allocated_milli,
        available_milli: stock.available_milli(),
        reorder_point_milli: row.get(9)?,
        units_sold_milli: row.get::<_, Option<i64>>(10)?.unwrap_or(0),
        revenue_minor: row.get::<_, Option<i64>>(11)?.unwrap_or(0),
        version: row.get(12)?,
        varied: row.get(13)?,
        variant_of: row.get::<_, Option<[u8; 16]>>(14)?.map(Uuid::from_bytes),
        image_sha256: row
            .get::<_, Option<[u8; 32]>>(15)?
            .map(|hash| digits(&hash)),
        tracking: match row.get::<_, Option<u8>>(16)? {
            Some(1) => Tracking::Lot,
            Some(2) => Tracking::Serial,
            _ => Tracking::None,
        },
        bundle: row.get::<_, Option<u8>>(17)?.map(kind_word),
        custom: custom::stored(row.get_ref(18)?.as_str()?)?,
    })
}
