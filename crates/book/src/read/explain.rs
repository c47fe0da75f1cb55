//! Why a stock is what it is: the count that it begins with, what moved since, what orders hold of
//! it and what is kept back.

use super::Read;
use super::moment::local;
use super::stock::STOCK_OF_PRODUCT;
use crate::dto::{Allocation, BundleKind, CountedAt, StockExplained};
use crate::error::{BookError, Result};
use domain::ProductId;
use domain::order::OrderLine;
use rusqlite::{OptionalExtension as _, params};
use uuid::Uuid;

const OPEN_ORDERS: &str = include_str!("sql/open_orders_of.sql");
const ANCHOR: &str = include_str!("sql/anchor_before.sql");
const MOVES_SINCE: &str = "SELECT count(*),
        coalesce(sum(iif(to_location = ?2, quantity_milli, -quantity_milli)), 0)
    FROM stock_move
    WHERE product = ?1 AND at_ms > ?3 AND (from_location = ?2) <> (to_location = ?2)";
/// Rows of each part at most.
const SHOWN: usize = 200;

/// The count that a stock begins with.
struct Anchor {
    at_ms: i64,
    shown: CountedAt,
}

impl Read<'_> {
    /// The stock of a product at a location, explained.
    pub fn explain_stock(&self, product: Uuid, location: &str) -> Result<StockExplained> {
        let no = self.no_of(product, "product")?;
        let row = self
            .product_row(no)?
            .ok_or(BookError::NotFound("product"))?;
        let is_virtual = row.bundle == Some(BundleKind::Virtual);
        let stock = match is_virtual {
            true => self.bundle_stock(no, Some(location))?,
            false => self.stock_at(no, location)?,
        };
        let anchor = self.anchor(no, location)?;
        let since_ms = anchor.as_ref().map_or(i64::MIN, |anchor| anchor.at_ms);
        let (count, moved_milli) = self.moved_since(no, location, since_ms)?;
        let shown = count.clamp(0, SHOWN as i64);
        let page = self.movements(product, Some(location), (0, shown))?;
        Ok(StockExplained {
            product,
            sku: row.sku,
            title: row.title,
            location: location.to_owned(),
            name: self.location_name(location)?,
            on_hand_milli: stock.on_hand_milli,
            unsellable_milli: stock.unsellable_milli,
            allocated_milli: stock.allocated_milli,
            safety_milli: stock.safety_milli,
            available_milli: stock.available_milli(),
            places: self.places_within(no, location)?,
            counted: anchor.map(|anchor| anchor.shown),
            moved_milli,
            movements: page.rows,
            movement_count: count,
            tracking: row.tracking,
            components: match is_virtual {
                true => self.bundle_parts(no, Some(location))?,
                false => Vec::new(),
            },
            orders: self.allocations(no, ProductId(product), location)?,
        })
    }

    fn places_within(&self, no: i64, location: &str) -> Result<Vec<crate::dto::StockLevel>> {
        let mut query = self.conn.prepare_cached(STOCK_OF_PRODUCT)?;
        let mut found = Vec::new();
        for level in self.levels(&mut query, no)? {
            if self.lies_in(&level.location, location)? {
                found.push(self.stock_level(no, &level)?);
            }
        }
        Ok(found)
    }

    /// The newest count of a product at a location.
    fn anchor(&self, no: i64, location: &str) -> Result<Option<Anchor>> {
        let place = self.place_no(location)?.unwrap_or(0);
        let mut query = self.conn.prepare_cached(ANCHOR)?;
        let found = query.query_row([no, place], |row| {
            Ok(Anchor {
                at_ms: row.get(0)?,
                shown: CountedAt {
                    count: Uuid::from_bytes(row.get(4)?),
                    title: row.get(5)?,
                    at_local: local(row.get(0)?, row.get(2)?),
                    counted_milli: row.get(3)?,
                },
            })
        });
        Ok(found.optional()?)
    }

    /// How many movements there were after a time, and what they changed.
    fn moved_since(&self, no: i64, location: &str, since_ms: i64) -> Result<(i64, i64)> {
        let place = self.place_no(location)?.unwrap_or(0);
        let mut query = self.conn.prepare_cached(MOVES_SINCE)?;
        let asked = params![no, place, since_ms];
        Ok(query.query_row(asked, |row| Ok((row.get(0)?, row.get(1)?)))?)
    }

    /// The orders that hold something of a product at a location.
    fn allocations(&self, no: i64, product: ProductId, location: &str) -> Result<Vec<Allocation>> {
        let mut query = self.conn.prepare_cached(OPEN_ORDERS)?;
        let mut rows = query.query([no])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let order = self.folded_order(row.get(0)?)?.0;
            let lines = order.lines.values();
            let held = lines.fold(0_i64, |sum, line| {
                sum.saturating_add(held_by(line, order.allocated_milli(line), product))
            });
            if held == 0 || !self.lies_in(order.location(), location)? {
                continue;
            }
            found.push(Allocation {
                order: Uuid::from_bytes(row.get(1)?),
                number: row.get::<_, Option<String>>(2)?.unwrap_or_default(),
                placed_local: local(row.get(3)?, row.get(4)?),
                allocated_milli: held,
            });
            if found.len() == SHOWN {
                break;
            }
        }
        Ok(found)
    }
}

/// What a line holds of a product: of its goods, or of a bundle that is the product itself.
fn held_by(line: &OrderLine, allocated_milli: i64, product: ProductId) -> i64 {
    if line.is_bundle() && line.product == Some(product) {
        return allocated_milli;
    }
    let own = line.goods(allocated_milli);
    let own = own.filter(|(goods, _)| *goods == product);
    own.fold(0_i64, |sum, (_, milli)| sum.saturating_add(milli))
}
