//! A text that documents about goods are looked for by: a part of what they say, of what the places
//! are called that they name, or goods of theirs by SKU, title or barcode.

use super::Read;
use super::suppliers::like;
use crate::error::Result;
use crate::fold_text::{fold, fts_query};
use serde_json::json;

/// So many products are looked for at most; more say nothing of a document.
const PRODUCTS_MAX: i64 = 500;
const FOUND: &str = "SELECT rowid FROM product_search(?1) LIMIT ?2";
const OF_SKU: &str = "SELECT no FROM product WHERE sku = ?1";

/// A text with what it means; nothing asked means every document.
pub(super) struct GoodsText {
    /// A pattern of LIKE for words; empty when nothing is asked.
    pub words: String,
    /// Row numbers of products, a JSON array.
    pub products: String,
    /// Numbers of places, a JSON array.
    pub places: String,
}

impl Read<'_> {
    /// What a text means.
    pub(super) fn goods_text(&self, text: Option<&str>) -> Result<GoodsText> {
        let text = text.unwrap_or_default().trim();
        let words = like(text);
        let (mut products, mut places) = (Vec::new(), Vec::new());
        if !words.is_empty() {
            products = self.products_of_text(text)?;
            places = self.places_of_text(&fold(text))?;
        }
        Ok(GoodsText {
            words,
            products: json!(products).to_string(),
            places: json!(places).to_string(),
        })
    }

    fn products_of_text(&self, text: &str) -> Result<Vec<i64>> {
        let mut query = self.conn.prepare_cached(OF_SKU)?;
        let rows = query.query_map([text], |row| row.get(0))?;
        let mut found: Vec<i64> = rows.collect::<rusqlite::Result<_>>()?;
        if let Some(words) = fts_query(text) {
            let mut query = self.conn.prepare_cached(FOUND)?;
            let rows = query.query_map((words, PRODUCTS_MAX), |row| row.get(0))?;
            for product in rows {
                found.push(product?);
            }
        }
        Ok(found)
    }

    fn places_of_text(&self, folded: &str) -> Result<Vec<i64>> {
        let mut found = Vec::new();
        for row in self.locations()? {
            if fold(&row.name).contains(folded) {
                found.extend(self.place_no(&row.location)?);
            }
        }
        Ok(found)
    }
}
