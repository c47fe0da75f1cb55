//! Products at their reorder point: of how many there are, and those that lack most.
//!
//! Both tables are read once, side by side in the order of the products, which is quicker than to
//! look up the balances of one product after the other.

use super::Read;
use super::stock::Stock;
use crate::dto::LowStock;
use crate::error::Result;
use crate::number_map::NumberMap;
use domain::stock::is_virtual;
use rusqlite::{Row, Rows};
use std::cmp::Reverse;
use uuid::Uuid;

const TO_REORDER: &str = "\
    -- scan: the products that have a reorder point, in the order of their index.\n\
    SELECT no, reorder_point_milli, kept_back_milli\n\
    FROM product INDEXED BY product_with_reorder_point\n\
    WHERE reorder_point_milli IS NOT NULL AND archived = 0 AND service = 0\n\
    ORDER BY no";
const BALANCES: &str = "\
    -- scan: a few rows a product, in the order of the table.\n\
    SELECT product, location, on_hand_milli, allocated_milli FROM stock_balance ORDER BY product";
const UNSELLABLE: &str = "\
    -- scan: places are few.\n\
    SELECT place FROM location WHERE sellable = 0";
const NAMED: &str = "\
    SELECT subject.id, sku, title FROM product JOIN subject USING (no) WHERE product.no = ?1";

/// Products at or below their reorder point.
#[derive(Debug, Default)]
pub(super) struct Low {
    /// Those that lack most, the worst first.
    pub first: Vec<LowStock>,
    /// How many there are.
    pub low: i64,
    /// How many of them have nothing left.
    pub out: i64,
}

/// A product that is low, not yet named.
struct Lacking {
    product: i64,
    lack_milli: i64,
    on_hand_milli: i64,
    reorder_point_milli: i64,
}

/// Whether what lies at a place is ours, and for sale.
#[derive(Clone, Copy)]
struct Kept {
    own: bool,
    sellable: bool,
}

impl Read<'_> {
    /// Products at or below their reorder point, `shown` of them by name.
    pub(super) fn low_stock(&self, shown: usize) -> Result<Low> {
        let mut lacking = self.lacking()?;
        let out = lacking.iter().filter(|one| one.on_hand_milli <= 0).count();
        Ok(Low {
            low: lacking.len() as i64,
            out: out as i64,
            first: self.worst(&mut lacking, shown)?,
        })
    }

    fn lacking(&self) -> Result<Vec<Lacking>> {
        let mut balances = self.conn.prepare_cached(BALANCES)?;
        let mut balances = Balances::of(self, balances.query([])?)?;
        let mut products = self.conn.prepare_cached(TO_REORDER)?;
        let mut rows = products.query([])?;
        let mut lacking = Vec::new();
        while let Some(row) = rows.next()? {
            let (product, reorder_point_milli): (i64, i64) = (row.get(0)?, row.get(1)?);
            let mut stock = balances.of_product(product)?;
            stock.safety_milli = row.get::<_, Option<i64>>(2)?.unwrap_or(0);
            let lack_milli = reorder_point_milli.saturating_sub(stock.available_milli());
            if lack_milli >= 0 {
                lacking.push(Lacking {
                    product,
                    lack_milli,
                    on_hand_milli: stock.on_hand_milli,
                    reorder_point_milli,
                });
            }
        }
        Ok(lacking)
    }

    /// The first by what they lack, then by article number. Only those that can be among them are
    /// named.
    fn worst(&self, lacking: &mut Vec<Lacking>, shown: usize) -> Result<Vec<LowStock>> {
        lacking.sort_unstable_by_key(|one| Reverse(one.lack_milli));
        let least_milli = lacking.get(shown.saturating_sub(1));
        let least_milli = least_milli.map_or(i64::MIN, |one| one.lack_milli);
        lacking.retain(|one| one.lack_milli >= least_milli);
        let mut named = Vec::with_capacity(lacking.len());
        let mut query = self.conn.prepare_cached(NAMED)?;
        for one in lacking.iter() {
            let row = query.query_row([one.product], |row| one.named(row))?;
            named.push((Reverse(one.lack_milli), row));
        }
        named.sort_by(|(lack, one), (other_lack, other)| {
            (lack, &one.sku, one.product).cmp(&(other_lack, &other.sku, other.product))
        });
        let rows = named.into_iter().map(|(_, row)| row);
        Ok(rows.take(shown).collect())
    }
}

impl Lacking {
    fn named(&self, row: &Row<'_>) -> rusqlite::Result<LowStock> {
        Ok(LowStock {
            product: Uuid::from_bytes(row.get(0)?),
            sku: row.get(1)?,
            title: row.get(2)?,
            on_hand_milli: self.on_hand_milli,
            reorder_point_milli: self.reorder_point_milli,
        })
    }
}

/// The balances, product by product.
struct Balances<'r> {
    read: &'r Read<'r>,
    rows: Rows<'r>,
    unsellable: Vec<i64>,
    places: NumberMap<Kept>,
    /// The row that belongs to a later product.
    next: Option<(i64, Stock)>,
}

impl<'r> Balances<'r> {
    fn of(read: &'r Read<'r>, rows: Rows<'r>) -> Result<Self> {
        let mut query = read.conn.prepare_cached(UNSELLABLE)?;
        let unsellable = query.query_map([], |row| row.get(0))?;
        let mut balances = Self {
            read,
            rows,
            unsellable: unsellable.collect::<rusqlite::Result<_>>()?,
            places: NumberMap::default(),
            next: None,
        };
        balances.next = balances.step()?;
        Ok(balances)
    }

    /// All that is there of a product; products are asked for in their order.
    fn of_product(&mut self, product: i64) -> Result<Stock> {
        let mut sum = Stock::default();
        while let Some((owner, stock)) = self.next.filter(|(owner, _)| *owner <= product) {
            if owner == product {
                sum.add(&stock);
            }
            self.next = self.step()?;
        }
        Ok(sum)
    }

    /// The next balance at a place of ours.
    fn step(&mut self) -> Result<Option<(i64, Stock)>> {
        while let Some(row) = self.rows.next()? {
            let place = row.get(1)?;
            let (product, on_hand_milli) = (row.get(0)?, row.get(2)?);
            let allocated_milli = row.get(3)?;
            let kept = kept(self.read, &mut self.places, &self.unsellable, place)?;
            if kept.own {
                let stock = Stock {
                    on_hand_milli,
                    unsellable_milli: if kept.sellable { 0 } else { on_hand_milli },
                    allocated_milli,
                    safety_milli: 0,
                };
                return Ok(Some((product, stock)));
            }
        }
        Ok(None)
    }
}

/// What kind of place it is; asked once of each.
fn kept(
    read: &Read<'_>,
    places: &mut NumberMap<Kept>,
    unsellable: &[i64],
    place: i64,
) -> Result<Kept> {
    if let Some(known) = places.get(&place) {
        return Ok(*known);
    }
    let found = Kept {
        own: !is_virtual(&read.terms.text(read.conn, place)?),
        sellable: !unsellable.contains(&place),
    };
    places.insert(place, found);
    Ok(found)
}
