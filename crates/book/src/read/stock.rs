//! The stock of a product at the places that are ours; what customers hold is not counted.

use super::Read;
use crate::dto::{Order, StockLevel};
use crate::error::Result;
use domain::stock::{MAIN, is_virtual};
use rusqlite::Statement;
use std::collections::BTreeMap;
use uuid::Uuid;

pub(super) const STOCK_OF_PRODUCT: &str = include_str!("sql/stock_of_product.sql");

/// What there is of a product, all own places together, thousandths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stock {
    /// What is there.
    pub on_hand_milli: i64,
    /// What of that is held for orders.
    pub allocated_milli: i64,
}

impl Stock {
    /// What is free to sell.
    pub fn available_milli(&self) -> i64 {
        self.on_hand_milli.saturating_sub(self.allocated_milli)
    }
}

impl Read<'_> {
    /// The stock of a product, by row number.
    pub(crate) fn stock_of(&self, product_no: i64) -> Result<Stock> {
        let mut query = self.conn.prepare_cached(STOCK_OF_PRODUCT)?;
        self.stock_by(&mut query, product_no)
    }

    /// The stock of a product by a statement that a loop prepared once.
    pub(super) fn stock_by(&self, query: &mut Statement<'_>, product_no: i64) -> Result<Stock> {
        let mut sum = Stock::default();
        let mut rows = query.query([product_no])?;
        while let Some(row) = rows.next()? {
            if !is_virtual(&self.terms.text(self.conn, row.get(0)?)?) {
                sum.on_hand_milli = sum.on_hand_milli.saturating_add(row.get(1)?);
                sum.allocated_milli = sum.allocated_milli.saturating_add(row.get(2)?);
            }
        }
        Ok(sum)
    }

    /// Where the goods of an order lie: of each product the place that holds most of it.
    pub fn places_of(&self, order: &Order) -> Result<BTreeMap<Uuid, String>> {
        let mut places = BTreeMap::new();
        for product in order.lines.iter().filter_map(|line| line.product) {
            let levels = self.stock_levels(self.no_of(product, "product")?)?;
            let most = levels.into_iter().max_by_key(|level| level.on_hand_milli);
            if let Some(level) = most {
                places.insert(product, level.name);
            }
        }
        Ok(places)
    }

    /// The stock of a product by place.
    pub(crate) fn stock_levels(&self, product_no: i64) -> Result<Vec<StockLevel>> {
        let mut query = self.conn.prepare_cached(STOCK_OF_PRODUCT)?;
        let mut rows = query.query([product_no])?;
        let mut levels = Vec::new();
        while let Some(row) = rows.next()? {
            let location = self.terms.text(self.conn, row.get(0)?)?;
            if is_virtual(&location) {
                continue;
            }
            let stock = Stock {
                on_hand_milli: row.get(1)?,
                allocated_milli: row.get(2)?,
            };
            levels.push(StockLevel {
                location: location.to_string(),
                name: location_name(&location),
                on_hand_milli: stock.on_hand_milli,
                allocated_milli: stock.allocated_milli,
                available_milli: stock.available_milli(),
            });
        }
        Ok(levels)
    }
}

/// The name of a place for people: its id with a capital, until places are given names.
pub(crate) fn location_name(location: &str) -> String {
    let mut letters = location.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => location_name(MAIN),
    }
}
