//! Locations: their names, how they lie in each other, and what lies in them.

use super::Read;
use crate::dto::{LocationKind, LocationRow, Page, StockRow};
use crate::error::{BookError, Result};
use crate::fold_text::fts_query;
use domain::currency::Currency;
use domain::location::{MAIN_ID, key_of};
use domain::money::UnitPrice;
use domain::pricing::line_total_minor;
use domain::quantity::Quantity;
use domain::stock::MAIN;
use domain::{LocationId, SubjectKind};
use rusqlite::{OptionalExtension as _, Row, params};
use uuid::Uuid;

const ROWS: &str = include_str!("sql/location_rows.sql");
const AT: &str = include_str!("sql/stock_at_location.sql");
const FOUND: &str = include_str!("sql/stock_found.sql");
const COUNT: &str = "SELECT count(*) FROM stock_balance
    WHERE location = ?1 AND (on_hand_milli <> 0 OR allocated_milli <> 0)";
const NAME: &str = "SELECT name FROM location WHERE place = ?1";
const PARENT: &str = "SELECT parent FROM location WHERE place = ?1";

/// Locations that lie in each other are looked through so deep at most: two devices apart may have
/// put two of them into each other.
pub(super) const DEEPEST: usize = 8;

impl Read<'_> {
    /// Every location, the main one first.
    pub fn locations(&self) -> Result<Vec<LocationRow>> {
        let mut query = self.conn.prepare_cached(ROWS)?;
        let mut rows = query.query([])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(self.location_row(row)?);
        }
        if !found.iter().any(|row| row.location == MAIN) {
            found.push(self.unnamed_main()?);
        }
        found.sort_by_key(|row| row.location != MAIN);
        Ok(found)
    }

    /// A location by its record.
    pub fn location(&self, id: Uuid) -> Result<LocationRow> {
        let rows = self.locations()?;
        let found = rows.into_iter().find(|row| row.id == id);
        found.ok_or(BookError::NotFound("location"))
    }

    /// The locations that can be named: kept in use, or holding goods still.
    pub fn knows_location(&self, key: &str) -> Result<Option<(bool, bool)>> {
        if key == MAIN && self.place_no(key)?.is_none() {
            return Ok(Some((true, false)));
        }
        let Some(place) = self.place_no(key)? else {
            return Ok(None);
        };
        let sql = "SELECT sellable, archived FROM location WHERE place = ?1";
        let mut query = self.conn.prepare_cached(sql)?;
        let found = query.query_row([place], |row| Ok((row.get(0)?, row.get(1)?)));
        if let Some(found) = found.optional()? {
            return Ok(Some(found));
        }
        // Before locations had records, a book took any word for one: what lies there stays ours.
        let sql = "SELECT 1 FROM stock_balance WHERE location = ?1";
        let used = key == MAIN || self.conn.prepare_cached(sql)?.exists([place])?;
        Ok(used.then_some((true, false)))
    }

    /// The location whose code was scanned.
    pub fn location_of_code(&self, code: &str) -> Result<Option<String>> {
        let sql = "SELECT place FROM location WHERE code = ?1 AND archived = 0 LIMIT 1";
        let mut query = self.conn.prepare_cached(sql)?;
        let place: Option<i64> = query.query_row([code], |row| row.get(0)).optional()?;
        let text = place.map(|no| self.terms.text(self.conn, no)).transpose()?;
        Ok(text.map(|key| key.to_string()))
    }

    /// What people call a location. One that was never named is called by its key, with a capital.
    pub(crate) fn location_name(&self, key: &str) -> Result<String> {
        let found = match self.place_no(key)? {
            None => None,
            Some(place) => {
                let mut query = self.conn.prepare_cached(NAME)?;
                query
                    .query_row([place], |row| row.get::<_, String>(0))
                    .optional()?
            }
        };
        let key = if key.is_empty() { MAIN } else { key };
        Ok(named(found.unwrap_or_default(), key))
    }

    /// Whether a location is another one or lies in it.
    pub(crate) fn lies_in(&self, key: &str, outer: &str) -> Result<bool> {
        let mut at = key.to_owned();
        for _ in 0..DEEPEST {
            if at == outer {
                return Ok(true);
            }
            // What every book has lies in nothing.
            if at == MAIN {
                return Ok(false);
            }
            match self.parent_of(&at)? {
                Some(parent) => at = parent,
                None => return Ok(false),
            }
        }
        Ok(false)
    }

    /// A window of what lies at a location, by SKU; with words, what they find.
    pub fn stock_rows(
        &self,
        location: &str,
        text: Option<&str>,
        (offset, limit): (i64, i64),
    ) -> Result<Page<StockRow>> {
        let place = self.place_no(location)?.unwrap_or(0);
        if let Some(words) = text.and_then(fts_query) {
            let rows = self.stock_listed(FOUND, params![place, words])?;
            return Ok(Page {
                total: rows.len() as i64,
                complete: true,
                offset: 0,
                rows,
            });
        }
        let mut count = self.conn.prepare_cached(COUNT)?;
        Ok(Page {
            total: count.query_row([place], |row| row.get(0))?,
            complete: true,
            offset,
            rows: self.stock_listed(AT, params![place, limit, offset])?,
        })
    }

    fn stock_listed(&self, sql: &str, asked: impl rusqlite::Params) -> Result<Vec<StockRow>> {
        let currency = self.settings()?.currency().to_owned();
        let digits = Currency::parse(&currency).map_or(2, Currency::minor_digits);
        let mut query = self.conn.prepare_cached(sql)?;
        let rows = query.query_map(asked, |row| {
            let (on_hand_milli, cost_micro) = (row.get(3)?, row.get::<_, Option<i64>>(5)?);
            Ok(StockRow {
                product: Uuid::from_bytes(row.get(0)?),
                sku: row.get(1)?,
                title: row.get(2)?,
                on_hand_milli,
                allocated_milli: row.get(4)?,
                cost_micro,
                value_minor: cost_micro.and_then(|cost| worth(cost, on_hand_milli, digits)),
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The number that rows hold for a location.
    pub(super) fn place_no(&self, key: &str) -> Result<Option<i64>> {
        self.terms.find(self.conn, key)
    }

    pub(super) fn parent_of(&self, key: &str) -> Result<Option<String>> {
        let Some(place) = self.place_no(key)? else {
            return Ok(None);
        };
        let mut query = self.conn.prepare_cached(PARENT)?;
        let parent: Option<Option<i64>> = query.query_row([place], |row| row.get(0)).optional()?;
        let text = parent.flatten().map(|no| self.terms.text(self.conn, no));
        Ok(text.transpose()?.map(|key| key.to_string()))
    }

    fn location_row(&self, row: &Row<'_>) -> Result<LocationRow> {
        let parent: Option<i64> = row.get(2)?;
        let parent = parent
            .map(|no| self.terms.text(self.conn, no))
            .transpose()?;
        let key = self.terms.text(self.conn, row.get(1)?)?;
        Ok(LocationRow {
            id: Uuid::from_bytes(row.get(0)?),
            location: key.to_string(),
            parent: parent.map(|key| key.to_string()),
            name: named(row.get(3)?, &key),
            code: row.get(4)?,
            kind: kind(row.get(5)?),
            sellable: row.get(6)?,
            archived: row.get(7)?,
            products: row.get(8)?,
            version: row.get(9)?,
        })
    }

    /// The location that every book has, while nothing was said of it.
    fn unnamed_main(&self) -> Result<LocationRow> {
        let place = self.place_no(MAIN)?.unwrap_or(0);
        let mut count = self.conn.prepare_cached(COUNT)?;
        Ok(LocationRow {
            id: MAIN_ID.0,
            location: key_of(MAIN_ID),
            name: capital(MAIN),
            code: None,
            kind: LocationKind::Shop,
            parent: None,
            sellable: true,
            archived: false,
            products: count.query_row([place], |row| row.get(0))?,
            version: 0,
        })
    }

    /// Whether nothing lies at a location, none lies in it and no transfer is under way to it.
    pub fn location_is_empty(&self, id: LocationId) -> Result<bool> {
        let Some(place) = self.place_no(&key_of(id))? else {
            return Ok(true);
        };
        let held = "SELECT 1 FROM stock_balance WHERE location = ?1
            AND (on_hand_milli <> 0 OR allocated_milli <> 0)";
        let inner = "SELECT 1 FROM location WHERE parent = ?1 AND archived = 0";
        let coming = "-- scan: the index holds those under way alone.
            SELECT 1 FROM transfer INDEXED BY transfer_under_way
            WHERE state = 1 AND (to_location = ?1 OR from_location = ?1)";
        for sql in [held, inner, coming] {
            if self.conn.prepare_cached(sql)?.exists([place])? {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

/// What a quantity is worth at a cost, minor units.
pub(super) fn worth(cost_micro: i64, quantity_milli: i64, digits: u32) -> Option<i64> {
    let price = UnitPrice::from_micro(cost_micro);
    line_total_minor(price, Quantity::from_milli(quantity_milli), digits)
}

/// The kind of a stored code; one of a later version is a shop.
fn kind(code: u8) -> LocationKind {
    match code {
        1 => LocationKind::Warehouse,
        2 => LocationKind::Shelf,
        3 => LocationKind::Bin,
        _ => LocationKind::Shop,
    }
}

/// A name, or the key with a capital where nobody gave one.
fn named(name: String, key: &str) -> String {
    if name.is_empty() { capital(key) } else { name }
}

fn capital(key: &str) -> String {
    let mut letters = key.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

/// The kind of record that a journal's subject is, where movements and lists name it.
pub(super) fn record_kind(code: u8) -> crate::dto::RecordKind {
    use crate::dto::RecordKind;
    match SubjectKind::of_code(code) {
        SubjectKind::Order => RecordKind::Order,
        SubjectKind::Transfer => RecordKind::Transfer,
        SubjectKind::Count => RecordKind::Count,
        SubjectKind::Purchase => RecordKind::Purchase,
        _ => RecordKind::Stock,
    }
}
