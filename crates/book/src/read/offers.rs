//! Price lists and promotions: for the sale that asks what applies, and for their screens.

use super::Read;
use crate::dto::{self, DiscountClass, ListedProduct, Page, PriceListRow, PriceStep, PromotionRow};
use crate::error::{BookError, Result};
use crate::journal;
use domain::price_list::{PriceBreak, PriceListTerms};
use domain::promotion::{Promotion, PromotionEffect, PromotionTerms};
use domain::{Entry, PriceListId, ProductId, PromotionId, SubjectKind};
use rusqlite::{OptionalExtension as _, Row, params};
use serde::de::DeserializeOwned;
use uuid::Uuid;

const PRICE_LISTS: &str = include_str!("sql/price_lists.sql");
const PROMOTIONS: &str = include_str!("sql/promotions.sql");
const PRICES_OF: &str = include_str!("sql/prices_of_product.sql");
const LISTED: &str = include_str!("sql/listed_products.sql");
const LISTED_COUNT: &str = include_str!("sql/listed_count.sql");
const STEPS: &str = "SELECT from_milli, unit_price_micro FROM price \
                     WHERE product = ?1 AND list = ?2 ORDER BY from_milli";
const USES: &str = include_str!("sql/promotion_uses.sql");

impl Read<'_> {
    /// All price lists with their terms.
    pub fn price_list_terms(&self) -> Result<Vec<(PriceListId, PriceListTerms)>> {
        let found = self.terms_of::<PriceListTerms>(PRICE_LISTS)?;
        let lists = found
            .into_iter()
            .map(|(id, terms, _)| (PriceListId(id), terms));
        Ok(lists.collect())
    }

    /// The name of a price list.
    pub(crate) fn price_list_name(&self, list: Option<PriceListId>) -> Result<Option<String>> {
        let Some(list) = list else { return Ok(None) };
        let known = self.price_list_terms()?;
        let found = known.into_iter().find(|(id, _)| *id == list);
        Ok(found.and_then(|(_, terms)| terms.name))
    }

    /// What lists say of a product.
    pub fn prices_of(&self, product: ProductId) -> Result<Vec<(PriceListId, PriceBreak)>> {
        let Some(no) = journal::subject_no(self.conn, product.0)? else {
            return Ok(Vec::new());
        };
        let mut query = self.conn.prepare_cached(PRICES_OF)?;
        let rows = query.query_map([no], |row| {
            let list = PriceListId(Uuid::from_bytes(row.get(0)?));
            Ok((list, price_break(row, 1)?))
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// All promotions.
    pub fn promotion_states(&self) -> Result<Vec<Promotion>> {
        let found = self.terms_of::<PromotionTerms>(PROMOTIONS)?;
        let promotions = found.into_iter().map(|(id, terms, version)| Promotion {
            id: Some(PromotionId(id)),
            terms,
            exists: true,
            version,
        });
        Ok(promotions.collect())
    }

    /// How many orders use a promotion.
    pub fn promotion_uses(&self, promotion: PromotionId) -> Result<i64> {
        match journal::subject_no(self.conn, promotion.0)? {
            Some(no) => Ok(self.uses(no)?.0),
            None => Ok(0),
        }
    }

    /// Whether a product is there to be priced.
    pub fn knows_product(&self, id: Uuid) -> Result<bool> {
        let no = journal::subject_no(self.conn, id)?;
        let mut query = self
            .conn
            .prepare_cached("SELECT 1 FROM product WHERE no = ?1")?;
        Ok(query.exists([no])?)
    }

    /// The price lists as a screen shows them, by name.
    pub fn price_lists(&self) -> Result<Vec<PriceListRow>> {
        let found = self.terms_of::<PriceListTerms>(PRICE_LISTS)?;
        let rows = found.into_iter().map(|found| self.price_list_row(found));
        let mut rows = rows.collect::<Result<Vec<_>>>()?;
        rows.sort_by(|a, b| (a.archived, &a.name, a.id).cmp(&(b.archived, &b.name, b.id)));
        Ok(rows)
    }

    /// A price list by id.
    pub fn price_list(&self, id: Uuid) -> Result<dto::PriceList> {
        let found = self.terms_of::<PriceListTerms>(PRICE_LISTS)?;
        let found = found.into_iter().find(|(own, _, _)| *own == id);
        let found = found.ok_or(BookError::NotFound("price_list"))?;
        Ok(dto::PriceList {
            row: self.price_list_row(found)?,
            timeline: self.timeline(&self.entries_of(id, SubjectKind::PriceList)?)?,
        })
    }

    /// A window of the products on a list, by SKU.
    pub fn listed_products(
        &self,
        list: Uuid,
        text: &str,
        offset: i64,
        limit: i64,
    ) -> Result<Page<ListedProduct>> {
        let no = self.no_of(list, "price_list")?;
        let words = format!("%{}%", crate::fold_text::fold(text));
        let total = self
            .conn
            .prepare_cached(LISTED_COUNT)?
            .query_row(params![no, words], |row| row.get(0))?;
        let mut query = self.conn.prepare_cached(LISTED)?;
        let rows = query.query_map(params![no, words, limit, offset], |row| {
            let product = ListedProduct {
                product: Uuid::from_bytes(row.get(1)?),
                sku: row.get(2)?,
                title: row.get(3)?,
                usual_price_micro: row.get(4)?,
                breaks: Vec::new(),
            };
            Ok((row.get::<_, i64>(0)?, product))
        })?;
        let mut listed = Vec::new();
        for row in rows {
            let (product_no, mut product) = row?;
            product.breaks = self.steps(product_no, no)?;
            listed.push(product);
        }
        Ok(Page {
            total,
            complete: true,
            offset,
            rows: listed,
        })
    }

    /// The promotions as a screen shows them, the newest first.
    pub fn promotions(&self) -> Result<Vec<PromotionRow>> {
        let found = self.terms_of::<PromotionTerms>(PROMOTIONS)?;
        let rows = found.into_iter().map(|found| self.promotion_row(found));
        let mut rows = rows.collect::<Result<Vec<_>>>()?;
        rows.sort_by_key(|row| (row.archived, std::cmp::Reverse(row.id)));
        Ok(rows)
    }

    /// A promotion by id.
    pub fn promotion(&self, id: Uuid) -> Result<dto::Promotion> {
        let found = self.terms_of::<PromotionTerms>(PROMOTIONS)?;
        let found = found.into_iter().find(|(own, _, _)| *own == id);
        let found = found.ok_or(BookError::NotFound("promotion"))?;
        let products = found.1.products.clone().unwrap_or_default();
        let products = products.into_iter().map(|id| self.promotion_product(id));
        let products: Vec<_> = products.collect::<Result<_>>()?;
        Ok(dto::Promotion {
            row: self.promotion_row(found)?,
            products: products.into_iter().flatten().collect(),
            timeline: self.timeline(&self.entries_of(id, SubjectKind::Promotion)?)?,
        })
    }

    fn promotion_product(&self, id: ProductId) -> Result<Option<dto::PromotionProduct>> {
        let Some(no) = journal::subject_no(self.conn, id.0)? else {
            return Ok(None);
        };
        Ok(self.product_row(no)?.map(|row| dto::PromotionProduct {
            id: row.id,
            sku: row.sku,
            title: row.title,
        }))
    }

    pub(super) fn entries_of(&self, id: Uuid, kind: SubjectKind) -> Result<Vec<Entry>> {
        let no = self.no_of(id, kind.word())?;
        let mut entries = journal::entries(self.conn, self.terms, no)?;
        entries.sort_by_key(Entry::order_key);
        Ok(entries)
    }

    /// Ids, terms and versions of all records of a small table.
    fn terms_of<T: DeserializeOwned>(&self, sql: &str) -> Result<Vec<(Uuid, T, u32)>> {
        let mut query = self.conn.prepare_cached(sql)?;
        let mut rows = query.query([])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let terms: String = row.get(1)?;
            let terms = serde_json::from_str(&terms)
                .map_err(|error| BookError::Inconsistent(format!("terms: {error}")))?;
            found.push((Uuid::from_bytes(row.get(0)?), terms, row.get(2)?));
        }
        Ok(found)
    }

    fn price_list_row(
        &self,
        (id, terms, version): (Uuid, PriceListTerms, u32),
    ) -> Result<PriceListRow> {
        let no = self.no_of(id, "price_list")?;
        let sql = "SELECT count(DISTINCT product) FROM price WHERE list = ?1";
        let products = self
            .conn
            .prepare_cached(sql)?
            .query_row([no], |row| row.get(0))?;
        let validity = terms.validity.unwrap_or_default();
        Ok(PriceListRow {
            id,
            name: terms.name.unwrap_or_default(),
            currency: terms.currency.unwrap_or_default(),
            from: validity.from.map(|day| day.to_string()),
            to: validity.to.map(|day| day.to_string()),
            tags: terms.tags.unwrap_or_default(),
            everyone: terms.everyone.unwrap_or(false),
            channels: terms.channels.unwrap_or_default(),
            products,
            archived: terms.archived.unwrap_or(false),
            version: i64::from(version),
        })
    }

    fn promotion_row(
        &self,
        (id, terms, version): (Uuid, PromotionTerms, u32),
    ) -> Result<PromotionRow> {
        let (uses, given_minor) = self.uses(self.no_of(id, "promotion")?)?;
        let validity = terms.validity.unwrap_or_default();
        let effect = terms.effect.unwrap_or_default();
        Ok(PromotionRow {
            id,
            name: terms.name.unwrap_or_default(),
            effect: shown_effect(effect),
            class: shown_class(effect.class()),
            rate_ppm: terms.rate_ppm,
            amount_minor: terms.amount_minor,
            buy_units: terms.buy_units,
            get_units: terms.get_units,
            categories: terms.categories.unwrap_or_default(),
            tags: terms.tags.unwrap_or_default(),
            channels: terms.channels.unwrap_or_default(),
            minimum_minor: terms.minimum_minor,
            from: validity.from.map(|day| day.to_string()),
            to: validity.to.map(|day| day.to_string()),
            coupon: terms.coupon,
            use_limit: terms.use_limit,
            stacks: terms.stacks.unwrap_or(false),
            uses,
            given_minor,
            archived: terms.archived.unwrap_or(false),
            version: i64::from(version),
        })
    }

    /// How many orders use a promotion, and what it took off them.
    fn uses(&self, no: i64) -> Result<(i64, i64)> {
        let mut query = self.conn.prepare_cached(USES)?;
        let found = query.query_row([no], |row| Ok((row.get(0)?, row.get(1)?)));
        Ok(found.optional()?.unwrap_or_default())
    }

    fn steps(&self, product: i64, list: i64) -> Result<Vec<PriceStep>> {
        let mut query = self.conn.prepare_cached(STEPS)?;
        let rows = query.query_map([product, list], |row| {
            let step = price_break(row, 0)?;
            Ok(PriceStep {
                from_milli: step.from_milli,
                unit_price_micro: step.unit_price_micro,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

fn price_break(row: &Row<'_>, first: usize) -> rusqlite::Result<PriceBreak> {
    Ok(PriceBreak {
        from_milli: row.get(first)?,
        unit_price_micro: row.get(first + 1)?,
    })
}

fn shown_effect(effect: PromotionEffect) -> dto::PromotionEffect {
    match effect {
        PromotionEffect::LinePercent => dto::PromotionEffect::LinePercent,
        PromotionEffect::OrderPercent => dto::PromotionEffect::OrderPercent,
        PromotionEffect::LineFixed => dto::PromotionEffect::LineFixed,
        PromotionEffect::OrderFixed => dto::PromotionEffect::OrderFixed,
        PromotionEffect::BuyGet => dto::PromotionEffect::BuyGet,
        PromotionEffect::FreeShipping => dto::PromotionEffect::FreeShipping,
    }
}

/// The class of a discount in the words of the wire.
pub(super) fn shown_class(class: domain::pricing::DiscountClass) -> DiscountClass {
    use domain::pricing::DiscountClass as Own;
    match class {
        Own::LinePercent => DiscountClass::LinePercent,
        Own::OrderPercent => DiscountClass::OrderPercent,
        Own::LineFixed => DiscountClass::LineFixed,
        Own::OrderFixed => DiscountClass::OrderFixed,
    }
}
