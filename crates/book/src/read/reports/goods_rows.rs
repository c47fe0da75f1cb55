//! What the reports about goods have in common: the period, names, rows of a ranking.

use super::question::Question;
use crate::error::Result;
use crate::read::Read;
use crate::read::goods::{Figures, Period};
use domain::currency::Currency;
use domain::valuation::to_minor;
use rusqlite::OptionalExtension as _;

pub(crate) const PRODUCT_FACE: &str =
    "SELECT sku, title, category, unit_price_micro FROM product WHERE no = ?1";

/// What a product is called and where it belongs.
#[derive(Clone, Debug, Default)]
pub(super) struct Named {
    pub sku: String,
    pub title: String,
    pub category: String,
    pub unit_price_micro: i64,
}

/// The names of a product; empty ones when it was taken back with its import.
pub(super) fn names_of(read: &Read<'_>, product: i64) -> Result<Named> {
    let mut query = read.conn.prepare_cached(PRODUCT_FACE)?;
    let found = query.query_row([product], |row| {
        Ok(Named {
            sku: row.get(0)?,
            title: row.get(1)?,
            category: row.get::<_, Option<String>>(2)?.unwrap_or_default(),
            unit_price_micro: row.get(3)?,
        })
    });
    Ok(found.optional()?.unwrap_or_default())
}

/// The period that is asked for; `None` in a book without movements.
pub(super) fn period(question: &Question) -> Option<Period> {
    let (from, to) = question.days?;
    Some(Period {
        from,
        to,
        method: question.method,
        by_week: question.info.report == "abc-xyz",
        by_month: question.by.as_deref() == Some("month"),
    })
}

/// The figures of every product in the period.
pub(super) fn figures(read: &Read<'_>, question: &Question) -> Result<Vec<Figures>> {
    period(question).map_or_else(|| Ok(Vec::new()), |period| read.goods_figures(period))
}

/// Days of the period.
pub(super) fn days(question: &Question) -> i64 {
    question
        .days
        .map_or(0, |(from, to)| i64::from(to.0 - from.0) + 1)
}

/// `part * scale / whole`, nearest; `None` of nothing.
pub(super) fn ratio(part: i128, scale: i128, whole: i128) -> Option<i64> {
    if whole == 0 {
        return None;
    }
    let found = domain::rounding::div_round_half_away(part.checked_mul(scale)?, whole);
    i64::try_from(found).ok()
}

impl Read<'_> {
    /// Decimals of the book's currency.
    pub(in crate::read) fn digits(&self) -> Result<u32> {
        let settings = self.settings()?;
        Ok(Currency::parse(settings.currency()).map_or(2, Currency::minor_digits))
    }
}

/// A value as an amount of the book's currency.
pub(super) fn minor(value_nano: i128, digits: u32) -> serde_json::Value {
    to_minor(value_nano, digits).into()
}
