//! What lies of lots where, and which of them go out first.

use super::Read;
use super::moment::local;
use super::stock::STOCK_OF_PRODUCT;
use crate::dto::{self, LotLevel, LotRow, LotsOfProduct, ProductRow};
use crate::error::{BookError, Result};
use domain::Day;
use domain::lot::{LotStock, Tracking, put_in_order};
use domain::stock::{MAIN, TRANSIT, is_virtual};
use rusqlite::{OptionalExtension as _, params};
use std::collections::BTreeMap;
use std::sync::Arc;
use uuid::Uuid;

const TRACKING: &str = "SELECT tracking FROM product_tracking WHERE product = ?1";
const LOTS_AT: &str = include_str!("sql/lots_at.sql");
const PLACES: &str = include_str!("sql/lot_places.sql");
const PRODUCTS_OF_LOT: &str = include_str!("sql/products_of_lot.sql");
const SOLD_OF_LOT: &str = include_str!("sql/sold_of_lot.sql");
const BALANCES: &str = "SELECT on_hand_milli FROM lot_balance \
                        WHERE product = ?1 AND location = ?2 AND lot = ?3";

/// What lies of lots at one place.
struct LotsAt {
    location: Arc<str>,
    lots: Vec<LotStock>,
    /// What lies there without a lot, thousandths.
    loose_milli: i64,
}

impl Read<'_> {
    /// What tells the goods of a product apart.
    pub fn tracking_of(&self, product: Uuid) -> Result<Tracking> {
        match crate::journal::subject_no(self.conn, product)? {
            Some(no) => self.tracking(no),
            None => Ok(Tracking::None),
        }
    }

    pub(crate) fn tracking(&self, product_no: i64) -> Result<Tracking> {
        let mut query = self.conn.prepare_cached(TRACKING)?;
        let code: Option<u8> = query.query_row([product_no], |row| row.get(0)).optional()?;
        Ok(match code {
            Some(1) => Tracking::Lot,
            Some(2) => Tracking::Serial,
            _ => Tracking::None,
        })
    }

    /// Whether the goods of any product are told apart; in a book where they are not, no sale asks
    /// more than this.
    pub fn tracks_anything(&self) -> Result<bool> {
        let sql = "-- scan: the first row answers.\nSELECT 1 FROM product_tracking LIMIT 1";
        Ok(self.conn.prepare_cached(sql)?.exists([])?)
    }

    /// The lots that goods of a product can be taken from at a place and in what lies in it, and
    /// how much lies there without a lot, thousandths.
    pub fn lot_stock(&self, product: Uuid, location: &str) -> Result<(Vec<LotStock>, i64)> {
        let mut lots: BTreeMap<String, LotStock> = BTreeMap::new();
        let mut loose_milli: i64 = 0;
        for at in self.lots_by_place(self.no_of(product, "product")?)? {
            if !self.lies_in(&at.location, location)? {
                continue;
            }
            loose_milli = loose_milli.saturating_add(at.loose_milli);
            for lot in at.lots {
                add(&mut lots, lot);
            }
        }
        Ok((lots.into_values().collect(), loose_milli))
    }

    /// The lots of a product that lie somewhere of ours; with a place, what lies there.
    pub fn lots_of(
        &self,
        product: Uuid,
        within: Option<&str>,
        today: Day,
    ) -> Result<LotsOfProduct> {
        let no = self.no_of(product, "product")?;
        let row = self
            .product_row(no)?
            .ok_or(BookError::NotFound("product"))?;
        let (lots, loose) = self.lot_rows(no, within)?;
        Ok(LotsOfProduct {
            product,
            sku: row.sku,
            title: row.title,
            tracking: row.tracking,
            today: today.to_string(),
            lots,
            loose,
        })
    }

    /// The lots of a product by what there is of each, in the order in which they go out; with a
    /// place, what lies there and in what lies in it.
    pub(super) fn lot_rows(
        &self,
        no: i64,
        within: Option<&str>,
    ) -> Result<(Vec<LotRow>, Vec<LotLevel>)> {
        let mut sums: BTreeMap<String, LotStock> = BTreeMap::new();
        let mut places: BTreeMap<String, Vec<LotLevel>> = BTreeMap::new();
        let mut loose = Vec::new();
        for at in self.lots_by_place(no)? {
            if let Some(outer) = within
                && !self.lies_in(&at.location, outer)?
            {
                continue;
            }
            let level = |on_hand_milli| self.lot_level(&at.location, on_hand_milli);
            if at.loose_milli != 0 {
                loose.push(level(at.loose_milli)?);
            }
            for lot in at.lots {
                let levels = places.entry(lot.lot.clone()).or_default();
                levels.push(level(lot.on_hand_milli)?);
                add(&mut sums, lot);
            }
        }
        let mut sums: Vec<LotStock> = sums.into_values().collect();
        put_in_order(&mut sums);
        let row = |lot: LotStock| LotRow {
            places: places.remove(&lot.lot).unwrap_or_default(),
            lot: lot.lot,
            expires: lot.expires.map(|day| day.to_string()),
            came_local: local(lot.came_ms, 0),
            on_hand_milli: lot.on_hand_milli,
        };
        Ok((sums.into_iter().map(row).collect(), loose))
    }

    pub(super) fn lot_level(&self, location: &str, on_hand_milli: i64) -> Result<LotLevel> {
        let name = match is_virtual(location) {
            true => location.to_owned(),
            false => self.location_name(location)?,
        };
        Ok(LotLevel {
            location: location.to_owned(),
            name,
            on_hand_milli,
        })
    }

    /// Whether a serial number lies with us already, or is on its way between our places.
    pub fn serial_is_here(&self, product: Uuid, serial: &str) -> Result<bool> {
        let no = self.no_of(product, "product")?;
        let mut here = self.own_places(no)?;
        if let Some(transit) = self.place_no(TRANSIT)? {
            here.push((transit, TRANSIT.into()));
        }
        let mut sum: i64 = 0;
        let mut query = self.conn.prepare_cached(BALANCES)?;
        for (place, _) in here {
            let milli = query.query_row(params![no, place, serial], |row| row.get(0));
            sum = sum.saturating_add(milli.optional()?.unwrap_or(0));
        }
        Ok(sum > 0)
    }

    /// The products of which a lot or piece with this code lies with us, or customers hold one; two
    /// at most.
    pub fn products_of_lot(&self, code: &str, sold: bool) -> Result<Vec<ProductRow>> {
        let sql = if sold { SOLD_OF_LOT } else { PRODUCTS_OF_LOT };
        let mut query = self.conn.prepare_cached(sql)?;
        let rows = query.query_map([code], |row| row.get::<_, i64>(0))?;
        let numbers: Vec<i64> = rows.collect::<rusqlite::Result<_>>()?;
        let mut found = Vec::new();
        for no in numbers {
            found.extend(self.product_row(no)?.filter(|row| !row.archived));
        }
        Ok(found)
    }

    fn lots_by_place(&self, no: i64) -> Result<Vec<LotsAt>> {
        let mut stock = self.conn.prepare_cached(STOCK_OF_PRODUCT)?;
        let levels = self.levels(&mut stock, no)?;
        let there: BTreeMap<Arc<str>, i64> = levels
            .into_iter()
            .map(|level| (level.location, level.stock.on_hand_milli))
            .collect();
        let mut found = Vec::new();
        for (place, location) in self.own_places(no)? {
            let lots = self.lots_at(no, place)?;
            let named = lots.iter().map(|lot| lot.on_hand_milli);
            let named = named.fold(0, i64::saturating_add);
            let on_hand = there.get(&location).copied().unwrap_or(0);
            found.push(LotsAt {
                location,
                lots,
                loose_milli: on_hand.saturating_sub(named),
            });
        }
        Ok(found)
    }

    fn lots_at(&self, no: i64, place: i64) -> Result<Vec<LotStock>> {
        let mut query = self.conn.prepare_cached(LOTS_AT)?;
        let rows = query.query_map([no, place], |row| {
            Ok(LotStock {
                lot: row.get(0)?,
                on_hand_milli: row.get(1)?,
                came_ms: row.get::<_, Option<i64>>(2)?.unwrap_or(0),
                expires: row.get::<_, Option<i32>>(3)?.map(Day),
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The places that are ours, the main one first.
    pub(super) fn own_places(&self, no: i64) -> Result<Vec<(i64, Arc<str>)>> {
        let mut query = self.conn.prepare_cached(PLACES)?;
        let rows = query.query_map(params![no, MAIN], |row| row.get::<_, i64>(0))?;
        let numbers: Vec<i64> = rows.collect::<rusqlite::Result<_>>()?;
        let mut found = Vec::new();
        for number in numbers {
            let key = self.terms.text(self.conn, number)?;
            if !is_virtual(&key) {
                found.push((number, key));
            }
        }
        found.sort_by_key(|(_, key)| (&**key != MAIN, key.clone()));
        Ok(found)
    }
}

fn add(lots: &mut BTreeMap<String, LotStock>, lot: LotStock) {
    match lots.get_mut(&lot.lot) {
        Some(known) => {
            known.on_hand_milli = known.on_hand_milli.saturating_add(lot.on_hand_milli);
        }
        None => drop(lots.insert(lot.lot.clone(), lot)),
    }
}

/// The word of the wire for what tells goods apart.
pub(crate) fn tracking_word(tracking: Tracking) -> dto::Tracking {
    match tracking {
        Tracking::None => dto::Tracking::None,
        Tracking::Lot => dto::Tracking::Lot,
        Tracking::Serial => dto::Tracking::Serial,
    }
}
