//! The product that a code means: a till's question, answered by four look-ups at most.

use super::Read;
use crate::dto::ProductRow;
use crate::error::Result;
use crate::fold_text::words;

const BARCODE: &str = include_str!("sql/product_of_barcode.sql");
const PACK: &str = include_str!("sql/product_of_pack.sql");
const SKU: &str = include_str!("sql/product_of_sku.sql");
const ANY_CASE: &str = include_str!("sql/product_of_words.sql");

/// What a code means.
#[derive(Clone, Debug, PartialEq)]
pub enum OfCode {
    /// Nothing that is offered.
    None,
    /// One product; so much of it, thousandths, where the code is a pack's.
    One(Box<ProductRow>, Option<i64>),
    /// Several products, none of which goes before the others.
    Several,
}

/// A product's number, and how much of it a pack holds.
type Meant = (i64, Option<i64>);

impl Read<'_> {
    /// The product on offer whose barcode or whose pack's this is; else the one whose SKU it is;
    /// else the only one whose SKU it is but for the case of its letters; else the one of which a
    /// supplier's pack has it.
    pub fn product_of_code(&self, code: &str) -> Result<OfCode> {
        let mut found = self.two(BARCODE, code)?;
        if found.is_empty() {
            found = self.two(SKU, code)?;
        }
        if found.is_empty() {
            found = self.in_any_case(code)?;
        }
        if found.is_empty() {
            found = self.two(PACK, code)?;
        }
        match found.as_slice() {
            [] => Ok(OfCode::None),
            [(no, milli)] => {
                let row = self.product_row(*no)?;
                Ok(row.map_or(OfCode::None, |row| OfCode::One(Box::new(row), *milli)))
            }
            _ => Ok(OfCode::Several),
        }
    }

    fn two(&self, sql: &str, code: &str) -> Result<Vec<Meant>> {
        let mut query = self.conn.prepare_cached(sql)?;
        let rows = query.query_map([code], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The search index finds the words of a SKU in any case; the SKU itself is then compared.
    fn in_any_case(&self, code: &str) -> Result<Vec<Meant>> {
        let all: Vec<String> = words(code)
            .iter()
            .map(|word| format!("\"{word}\""))
            .collect();
        if all.is_empty() {
            return Ok(Vec::new());
        }
        let sought = code.to_lowercase();
        let mut query = self.conn.prepare_cached(ANY_CASE)?;
        let mut rows = query.query([all.join(" AND ")])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            if row.get::<_, String>(1)?.to_lowercase() == sought {
                found.push((row.get(0)?, None));
            }
        }
        Ok(found)
    }
}
