//! The stock of a product at the places that are ours; what customers hold is not counted.

use super::Read;
use super::locations::DEEPEST;
use crate::dto::{Order, StockLevel};
use crate::error::Result;
use domain::product::enough_for_milli;
use domain::stock::{MAIN, is_virtual};
use rusqlite::{OptionalExtension as _, Statement};
use std::collections::BTreeMap;
use std::sync::Arc;
use uuid::Uuid;

pub(super) const STOCK_OF_PRODUCT: &str = include_str!("sql/stock_of_product.sql");
const SAFETY_AT: &str =
    "SELECT quantity_milli FROM safety_stock WHERE product = ?1 AND location = ?2";
const OWN_SAFETY: &str = "SELECT safety_milli FROM product WHERE no = ?1";

/// What there is of a product, all own places together or some of them, thousandths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stock {
    /// What is there.
    pub on_hand_milli: i64,
    /// What of that lies where nothing is sold.
    pub unsellable_milli: i64,
    /// What is held for orders.
    pub allocated_milli: i64,
    /// What is kept back.
    pub safety_milli: i64,
}

impl Stock {
    /// What is free to sell.
    pub fn available_milli(&self) -> i64 {
        let sellable = self.on_hand_milli.saturating_sub(self.unsellable_milli);
        let free = sellable.saturating_sub(self.allocated_milli);
        free.saturating_sub(self.safety_milli)
    }

    /// How many whole bundles the stocks of its components are enough for, each with how much of
    /// it one bundle takes. Held and kept back is what stands between what is there and what is
    /// free, so that the sum stays the same as for goods.
    pub(super) fn of_bundle(parts: impl Iterator<Item = (i64, Self)>) -> Self {
        let mut least: Option<[i64; 3]> = None;
        for (each_milli, stock) in parts {
            let available = stock.available_milli();
            let free = available.saturating_add(stock.safety_milli);
            let own = [stock.on_hand_milli, free, available]
                .map(|milli| enough_for_milli(each_milli, milli));
            least = Some(least.map_or(own, |least| {
                std::array::from_fn(|at| least[at].min(own[at]))
            }));
        }
        let [on_hand, free, available] = least.unwrap_or_default();
        Self {
            on_hand_milli: on_hand,
            unsellable_milli: 0,
            allocated_milli: on_hand.saturating_sub(free),
            safety_milli: free.saturating_sub(available),
        }
    }

    pub(super) fn add(&mut self, own: &Self) {
        self.on_hand_milli = self.on_hand_milli.saturating_add(own.on_hand_milli);
        self.unsellable_milli = self.unsellable_milli.saturating_add(own.unsellable_milli);
        self.allocated_milli = self.allocated_milli.saturating_add(own.allocated_milli);
        self.safety_milli = own.safety_milli;
    }
}

/// The stock of a product at one place.
pub(super) struct Level {
    /// Its key.
    pub location: Arc<str>,
    /// What is there. What is kept back is that of all places.
    pub stock: Stock,
    /// Some places say their own of what is kept back of the product.
    pub places_say: bool,
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
        for level in self.levels(query, product_no)? {
            sum.add(&level.stock);
        }
        Ok(sum)
    }

    /// The stock of a product at a place and in what lies in it. Where there is one place alone,
    /// nothing more is asked than what lies there.
    pub(crate) fn stock_at(&self, product_no: i64, location: &str) -> Result<Stock> {
        let mut query = self.conn.prepare_cached(STOCK_OF_PRODUCT)?;
        let (mut sum, mut places_say) = (Stock::default(), false);
        for level in self.levels(&mut query, product_no)? {
            sum.safety_milli = level.stock.safety_milli;
            places_say = level.places_say;
            if self.lies_in(&level.location, location)? {
                sum.add(&level.stock);
            }
        }
        if places_say {
            sum.safety_milli = self.safety_of(product_no, location)?;
        }
        Ok(sum)
    }

    /// What is kept back of a product at a place: as it says itself, or the place that it lies in,
    /// else as the product says.
    fn safety_of(&self, product_no: i64, location: &str) -> Result<i64> {
        let mut at = Some(location.to_owned());
        for _ in 0..DEEPEST {
            let Some(place) = at else { break };
            if let Some(milli) = self.safety_at(product_no, &place)? {
                return Ok(milli);
            }
            at = self.parent_of(&place)?;
        }
        let mut query = self.conn.prepare_cached(OWN_SAFETY)?;
        let own: Option<Option<i64>> =
            query.query_row([product_no], |row| row.get(0)).optional()?;
        Ok(own.flatten().unwrap_or(0))
    }

    /// What a place itself says that is kept back of a product.
    fn safety_at(&self, product_no: i64, location: &str) -> Result<Option<i64>> {
        let Some(place) = self.place_no(location)? else {
            return Ok(None);
        };
        let mut query = self.conn.prepare_cached(SAFETY_AT)?;
        let found = query.query_row([product_no, place], |row| row.get(0));
        Ok(found.optional()?)
    }

    /// Whether a product is there that has a stock.
    pub fn is_goods(&self, product: Uuid) -> Result<bool> {
        let no = crate::journal::subject_no(self.conn, product)?;
        let sql = "SELECT 1 FROM product WHERE no = ?1 AND service = 0 AND varied = 0 \
                   AND NOT EXISTS (SELECT 1 FROM bundle WHERE product = ?1 AND kind = 0)";
        Ok(self.conn.prepare_cached(sql)?.exists([no])?)
    }

    /// What there is of a product, place by place.
    pub fn levels_of(&self, product: Uuid) -> Result<Vec<StockLevel>> {
        self.stock_levels(self.no_of(product, "product")?)
    }

    /// What lies of a product at one place, thousandths.
    pub fn on_hand_at(&self, product: Uuid, location: &str) -> Result<i64> {
        let levels = self.stock_levels(self.no_of(product, "product")?)?;
        let level = levels.iter().find(|level| level.location == location);
        Ok(level.map_or(0, |level| level.on_hand_milli))
    }

    /// What lies where, place by place.
    pub(super) fn levels(&self, query: &mut Statement<'_>, product_no: i64) -> Result<Vec<Level>> {
        let mut rows = query.query([product_no])?;
        let mut levels = Vec::new();
        while let Some(row) = rows.next()? {
            let location = self.terms.text(self.conn, row.get(0)?)?;
            if is_virtual(&location) {
                continue;
            }
            let on_hand_milli = row.get(1)?;
            let sellable: bool = row.get(3)?;
            let stock = Stock {
                on_hand_milli,
                unsellable_milli: if sellable { 0 } else { on_hand_milli },
                allocated_milli: row.get(2)?,
                safety_milli: row.get::<_, Option<i64>>(4)?.unwrap_or(0),
            };
            levels.push(Level {
                location,
                stock,
                places_say: row.get(5)?,
            });
        }
        Ok(levels)
    }

    /// Where the goods of an order lie: of each product the place that holds most of it.
    pub fn places_of(&self, order: &Order) -> Result<BTreeMap<Uuid, String>> {
        let mut places = BTreeMap::new();
        let lines = order.lines.iter();
        let goods = lines.flat_map(|line| {
            let parts = line.components.iter().map(|one| one.product);
            let own = line.product.filter(|_| line.components.is_empty());
            own.into_iter().chain(parts)
        });
        for product in goods {
            let levels = self.stock_levels(self.no_of(product, "product")?)?;
            let most = levels.into_iter().max_by_key(|level| level.on_hand_milli);
            if let Some(level) = most {
                places.insert(product, level.name);
            }
        }
        Ok(places)
    }

    /// The stock of a product by place, the main one first.
    pub(crate) fn stock_levels(&self, product_no: i64) -> Result<Vec<StockLevel>> {
        let mut query = self.conn.prepare_cached(STOCK_OF_PRODUCT)?;
        let levels = self.levels(&mut query, product_no)?;
        let levels = levels.iter();
        let levels = levels.map(|level| self.stock_level(product_no, level));
        let mut levels: Vec<StockLevel> = levels.collect::<Result<_>>()?;
        levels.sort_by(|one, other| {
            let key = |level: &StockLevel| (level.location != MAIN, level.name.clone());
            key(one).cmp(&key(other))
        });
        Ok(levels)
    }

    /// What lies at one place. What the product keeps back wherever it is sold is no place's.
    pub(super) fn stock_level(&self, product_no: i64, level: &Level) -> Result<StockLevel> {
        let Level {
            location, stock, ..
        } = level;
        let safety_milli = match level.places_say {
            true => self.safety_at(product_no, location)?,
            false => None,
        };
        let free = Stock {
            safety_milli: safety_milli.unwrap_or(0),
            ..*stock
        };
        Ok(StockLevel {
            location: location.to_string(),
            name: self.location_name(location)?,
            on_hand_milli: stock.on_hand_milli,
            allocated_milli: stock.allocated_milli,
            safety_milli,
            available_milli: free.available_milli(),
        })
    }
}
