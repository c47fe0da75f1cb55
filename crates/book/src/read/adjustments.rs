//! Adjustments by hand and of imports, the newest first.

use super::Read;
use super::moment::local;
use crate::dto::{Adjustment, AdjustmentLine, Page};
use crate::error::{BookError, Result};
use crate::journal;
use domain::{State, SubjectKind};
use rusqlite::params;
use uuid::Uuid;

const ROWS: &str = include_str!("sql/adjustments.sql");
const HOW_MANY: &str = include_str!("sql/adjustment_count.sql");

impl Read<'_> {
    /// A window of the adjustments; those that a text finds and those with one reason, when they
    /// are named.
    pub fn adjustments(
        &self,
        text: Option<&str>,
        reason: Option<&str>,
        (offset, limit): (i64, i64),
    ) -> Result<Page<Adjustment>> {
        let text = self.goods_text(text)?;
        let mut query = self.conn.prepare_cached(ROWS)?;
        let window = params![
            reason,
            limit,
            offset,
            text.words,
            text.products,
            text.places
        ];
        let mut found = query.query(window)?;
        let mut rows = Vec::new();
        while let Some(row) = found.next()? {
            let (location, lines) = self.adjusted(row.get(0)?)?;
            rows.push(Adjustment {
                id: Uuid::from_bytes(row.get(1)?),
                reason: row.get(2)?,
                at_local: local(row.get(3)?, row.get(4)?),
                name: self.location_name(&location)?,
                location,
                lines,
            });
        }
        let mut count = self.conn.prepare_cached(HOW_MANY)?;
        Ok(Page {
            total: count.query_row(
                params![reason, text.words, text.products, text.places],
                |row| row.get(0),
            )?,
            complete: true,
            offset,
            rows,
        })
    }

    /// Where and what an adjustment changed.
    fn adjusted(&self, no: i64) -> Result<(String, Vec<AdjustmentLine>)> {
        let mut entries = journal::entries(self.conn, self.terms, no)?;
        let State::Stock(document) = domain::fold(SubjectKind::Stock, &mut entries) else {
            return Err(BookError::NotFound("stock"));
        };
        let Some(said) = document.adjusted else {
            return Ok((String::new(), Vec::new()));
        };
        let mut lines = Vec::new();
        for line in said.lines {
            let named = match journal::subject_no(self.conn, line.product.0)? {
                Some(no) => self.product_row(no)?,
                None => None,
            };
            lines.push(AdjustmentLine {
                product: line.product.0,
                sku: named
                    .as_ref()
                    .map_or_else(String::new, |row| row.sku.clone()),
                title: named.map_or_else(String::new, |row| row.title),
                quantity_milli: line.quantity_milli,
            });
        }
        Ok((said.location, lines))
    }
}
