//! The lots of goods that moved, as screens show them, and which of them went out too late.

use super::Read;
use crate::dto::LotShown;
use crate::error::Result;
use crate::journal::subject_no;
use domain::lot::LotPart;
use domain::{Day, Entry, ProductId};
use rusqlite::params;
use serde::Deserialize;

const EXPIRES: &str = include_str!("sql/lot_expires.sql");

/// The lots that an entry says.
#[derive(Default, Deserialize)]
struct Named {
    #[serde(default)]
    lots: Vec<LotPart>,
}

impl Read<'_> {
    /// Lots as screens show them; those whose last day was over on a day are marked.
    pub(super) fn lots_shown(
        &self,
        parts: &[LotPart],
        sold_on: Option<Day>,
    ) -> Result<Vec<LotShown>> {
        let shown = parts.iter().map(|part| {
            let expired = match sold_on {
                Some(day) => self.was_over(part.product, &part.lot, day)?,
                None => false,
            };
            Ok(LotShown {
                product: part.product.0,
                lot: part.lot.clone(),
                quantity_milli: part.quantity_milli,
                line: part.line.map(i64::from),
                expired,
            })
        });
        shown.collect()
    }

    /// The lots that went out with an entry although their last day was over.
    pub(super) fn sold_late(&self, entry: &Entry) -> Result<Vec<String>> {
        if !matches!(entry.kind.as_str(), "order.sold" | "order.fulfilled") {
            return Ok(Vec::new());
        }
        let said: Named = serde_json::from_str(&entry.payload).unwrap_or_default();
        let mut late = Vec::new();
        for part in said.lots.iter().filter(|part| part.quantity_milli > 0) {
            if self.was_over(part.product, &part.lot, entry.business_day)? {
                late.push(part.lot.clone());
            }
        }
        Ok(late)
    }

    fn was_over(&self, product: ProductId, lot: &str, day: Day) -> Result<bool> {
        let no = subject_no(self.conn, product.0)?;
        let last = no
            .map(|no| self.lot_expires(no, lot))
            .transpose()?
            .flatten();
        Ok(last.is_some_and(|last| last < day))
    }

    /// The last day of a lot.
    pub(super) fn lot_expires(&self, no: i64, lot: &str) -> Result<Option<Day>> {
        let mut query = self.conn.prepare_cached(EXPIRES)?;
        let day: Option<i32> = query.query_row(params![no, lot], |row| row.get(0))?;
        Ok(day.map(Day))
    }
}
