//! Days of goods that are kept beside the movements that they were computed from (ADR 47), and
//! every product's days for whoever reports on them: what is kept where it still holds, else the
//! walk over the movements. Whether something is kept changes no figure.

use super::days::{GoodsDay, walked};
use super::packed::{packed, unpack};
use super::walk::Reader;
use crate::error::Result;
use crate::read::Read;
use domain::valuation::{Goods, Method, StatedCosts};
use rusqlite::{Connection, OptionalExtension as _, params};
use std::collections::BTreeSet;

/// Under this name `meta` tells by which rules the days were computed that are kept.
const RULES: &str = "goods_kept";

const KEPT: &str = "-- scan: a row a product, in their order.\n\
    SELECT product, days FROM goods_kept ORDER BY product";
const STALE: &str = "-- scan: products that moved since they were kept.\n\
    SELECT product FROM goods_stale ORDER BY product";
/// What came out of assemblies is worth what others were: they are walked together, always.
const ASSEMBLED: &str = "-- scan: assemblies are few beside sales.\n\
    SELECT DISTINCT product FROM assembly";
/// Every product that ever moved, one step of the index each.
const MOVED: &str = include_str!("../sql/goods_moved.sql");

/// What is done with each product: its row number and its days.
pub(in crate::read) type VisitDays<'v> = dyn FnMut(i64, &[GoodsDay]) -> Result<()> + 'v;

impl Read<'_> {
    /// Visits every product that moved, with its days, in the order of their row numbers.
    pub(in crate::read) fn each_goods_days(
        &self,
        method: Method,
        visit: &mut VisitDays<'_>,
    ) -> Result<()> {
        if method != self.valuation()? || !self.are_goods_kept()? {
            return self.each_walked(method, visit);
        }
        let mut anew = self.goods_anew()?.into_iter().peekable();
        let mut reader = Reader::of(self, self.assembly_worth()?)?;
        let mut walk = Walk::new(method);
        let mut query = self.conn.prepare_cached(KEPT)?;
        let mut rows = query.query([])?;
        let mut days = Vec::new();
        while let Some(row) = rows.next()? {
            let product: i64 = row.get(0)?;
            while let Some(before) = anew.next_if(|one| *one < product) {
                visit(before, walk.of(&mut reader, before)?)?;
            }
            let holds = anew.next_if_eq(&product).is_none();
            let bytes = row.get_ref(1)?.as_blob().unwrap_or_default();
            match holds.then(|| unpack(bytes, &mut days)).flatten() {
                Some(()) => visit(product, &days)?,
                None => visit(product, walk.of(&mut reader, product)?)?,
            }
        }
        for product in anew {
            visit(product, walk.of(&mut reader, product)?)?;
        }
        Ok(())
    }

    /// The days of one product.
    pub(in crate::read) fn goods_days_of(&self, product: i64) -> Result<Vec<GoodsDay>> {
        let mut reader = Reader::of(self, self.assembly_worth_of(product)?)?;
        let mut walk = Walk::new(self.valuation()?);
        walk.of(&mut reader, product)?;
        Ok(walk.days)
    }

    fn each_walked(&self, method: Method, visit: &mut VisitDays<'_>) -> Result<()> {
        let mut walk = Walk::new(method);
        self.each_goods(&mut |product, moves, said| {
            walked(&mut walk.goods, moves, said, &mut walk.days);
            visit(product, &walk.days)
        })
    }

    /// Whether days are kept, computed as the book computes them today.
    pub(crate) fn are_goods_kept(&self) -> Result<bool> {
        let sql = "SELECT value FROM meta WHERE key = ?1";
        let mut query = self.conn.prepare_cached(sql)?;
        let said: Option<String> = query.query_row([RULES], |row| row.get(0)).optional()?;
        Ok(said.is_some() && said == Some(self.goods_rules()?))
    }

    /// What the days of goods depend on beside movements and stated costs.
    fn goods_rules(&self) -> Result<String> {
        let hour = self.settings()?.cutoff_hour();
        Ok(format!("1 {:?} {hour}", self.valuation()?).to_lowercase())
    }

    /// Products whose kept days do not hold, or that have none.
    fn goods_anew(&self) -> Result<BTreeSet<i64>> {
        let mut anew = self.assembled_products()?;
        anew.extend(self.stale_goods()?);
        Ok(anew)
    }

    fn assembled_products(&self) -> Result<BTreeSet<i64>> {
        let mut query = self.conn.prepare_cached(ASSEMBLED)?;
        let rows = query.query_map([], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Products that moved since their days were kept.
    pub(crate) fn stale_goods(&self) -> Result<Vec<i64>> {
        let mut query = self.conn.prepare_cached(STALE)?;
        let rows = query.query_map([], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Forgets what is kept and begins to keep: at first the days of every product are stale.
    pub(crate) fn begin_to_keep_goods(&self) -> Result<()> {
        forget_goods(self.conn)?;
        self.conn.prepare_cached(MOVED)?.execute([])?;
        let sql = "INSERT INTO meta (key, value) VALUES (?1, ?2)";
        let rules = self.goods_rules()?;
        self.conn.prepare_cached(sql)?.execute([RULES, &rules])?;
        Ok(())
    }

    /// Keeps the days of stale products, as long as there is time: `go_on` is asked after each.
    pub(crate) fn keep_stale_goods(&self, go_on: &mut dyn FnMut() -> bool) -> Result<()> {
        let assembled = self.assembled_products()?;
        let mut reader = Reader::of(self, self.assembly_worth()?)?;
        let mut walk = Walk::new(self.valuation()?);
        for product in self.stale_goods()? {
            let keeps = !assembled.contains(&product);
            let days = walk.of(&mut reader, product)?;
            if keeps && !days.is_empty() {
                let sql = "INSERT OR REPLACE INTO goods_kept (product, days) VALUES (?1, ?2)";
                let row = params![product, packed(days)];
                self.conn.prepare_cached(sql)?.execute(row)?;
            } else {
                let sql = "DELETE FROM goods_kept WHERE product = ?1";
                self.conn.prepare_cached(sql)?.execute([product])?;
            }
            let sql = "DELETE FROM goods_stale WHERE product = ?1";
            self.conn.prepare_cached(sql)?.execute([product])?;
            if !go_on() {
                break;
            }
        }
        Ok(())
    }

    /// Products whose kept days are not those of their movements; none in a sound book.
    pub(crate) fn goods_kept_wrong(&self) -> Result<(usize, Vec<i64>)> {
        let (mut kept, mut wrong) = (0, Vec::new());
        if !self.are_goods_kept()? {
            return Ok((kept, wrong));
        }
        let anew = self.goods_anew()?;
        let mut walk = Walk::new(self.valuation()?);
        let mut reader = Reader::of(self, self.assembly_worth()?)?;
        let mut query = self.conn.prepare_cached(KEPT)?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            let product: i64 = row.get(0)?;
            if !anew.contains(&product) {
                kept += 1;
                let days = packed(walk.of(&mut reader, product)?);
                if row.get_ref(1)?.as_blob().ok() != Some(days.as_slice()) {
                    wrong.push(product);
                }
            }
        }
        Ok((kept, wrong))
    }
}

/// Takes away all that is kept.
pub(crate) fn forget_goods(conn: &Connection) -> Result<()> {
    for sql in [
        "-- scan: all of it goes.\nDELETE FROM main.goods_kept",
        "-- scan: all of it goes.\nDELETE FROM main.goods_stale",
        "DELETE FROM main.meta WHERE key = 'goods_kept'",
    ] {
        conn.execute(sql, [])?;
    }
    Ok(())
}

/// Walks over one product after another.
struct Walk {
    goods: Goods,
    days: Vec<GoodsDay>,
}

impl Walk {
    fn new(method: Method) -> Self {
        Self {
            goods: Goods::new(method),
            days: Vec::new(),
        }
    }

    fn of(&mut self, reader: &mut Reader<'_>, product: i64) -> Result<&[GoodsDay]> {
        let (moves, stated) = reader.moves_of(product)?;
        walked(
            &mut self.goods,
            &moves,
            StatedCosts(&stated),
            &mut self.days,
        );
        Ok(&self.days)
    }
}
