//! The products that sell most, or least of those that sell at all.

use super::question::Question;
use super::table::Table;
use crate::dto::ColumnUnit::{Count, Milli, Minor, Text};
use crate::error::Result;
use crate::number_map::NumberMap;
use crate::read::Read;
use rusqlite::{OptionalExtension as _, params};
use serde_json::json;
use std::cmp::Ordering;

pub(crate) const PRODUCTS_EVER: &str = "-- scan: one row per product, a fraction of the lines.\n\
     SELECT product, lines, units_milli, revenue_minor FROM product_total";
pub(crate) const PRODUCTS_OF_PERIODS: &str = include_str!("../sql/products_of_periods.sql");
pub(crate) const PRODUCT_NAME: &str = "SELECT sku, title FROM product WHERE no = ?1";

/// Sums of a product: lines, units, revenue.
type Sums = [i64; 3];

/// The report on the best or the least selling products.
pub(super) fn top(read: &Read<'_>, question: &Question) -> Result<Table> {
    let mut table = Table::of(&[
        ("sku", "SKU", Text),
        ("title", "Title", Text),
        ("lines", "Lines", Count),
        ("units_milli", "Units", Milli),
        ("revenue_minor", "Revenue", Minor),
    ]);
    let found = sums(read, question)?;
    let mut total = [0; 3];
    for (_, sums) in &found {
        add(&mut total, sums);
    }
    for (key, figure) in ["lines", "units_milli", "revenue_minor"]
        .into_iter()
        .zip(total)
    {
        table.total(key, figure);
    }
    for (sku, title, sums) in ranked(read, question, found)? {
        let [lines, units, revenue] = sums;
        table.row([
            json!(sku),
            json!(title),
            json!(lines),
            json!(units),
            json!(revenue),
        ]);
    }
    Ok(table)
}

fn add(total: &mut Sums, sums: &Sums) {
    for (total, sum) in total.iter_mut().zip(sums) {
        *total += sum;
    }
}

/// The sums of the products that sold in the period.
pub(super) fn sums(read: &Read<'_>, question: &Question) -> Result<Vec<(i64, Sums)>> {
    let of_row =
        |row: &rusqlite::Row<'_>| Ok((row.get(0)?, [row.get(1)?, row.get(2)?, row.get(3)?]));
    if question.is_all_time() {
        let mut query = read.conn.prepare_cached(PRODUCTS_EVER)?;
        let rows = query.query_map([], of_row)?;
        return Ok(rows.collect::<Result<_, _>>()?);
    }
    let mut sums: NumberMap<Sums> = NumberMap::default();
    let mut query = read.conn.prepare_cached(PRODUCTS_OF_PERIODS)?;
    for (grain, first, last) in question.periods() {
        let mut rows = query.query(params![grain.code(), first.0, last.0])?;
        while let Some(row) = rows.next()? {
            let (product, figures) = of_row(row)?;
            add(sums.entry(product).or_default(), &figures);
        }
    }
    Ok(sums.into_iter().collect())
}

type Named = (String, String, Sums);

/// The first ones by the figure that is asked for, ties by SKU.
fn ranked(read: &Read<'_>, question: &Question, mut found: Vec<(i64, Sums)>) -> Result<Vec<Named>> {
    let by = question.by.as_deref().unwrap_or_default();
    let place = if by.starts_with("units") { 1 } else { 2 };
    let bottom = by.ends_with("bottom");
    let rank = |a: &Sums, b: &Sums| -> Ordering {
        if bottom {
            a[place].cmp(&b[place])
        } else {
            b[place].cmp(&a[place])
        }
    };
    if found.len() > question.limit {
        // All that tie with the last one stay in, so that the tie is broken by SKU.
        let last = question.limit - 1;
        found.select_nth_unstable_by(last, |a, b| rank(&a.1, &b.1));
        let edge = found[last].1;
        found.retain(|(_, sums)| rank(sums, &edge).is_le());
    }
    let mut query = read.conn.prepare_cached(PRODUCT_NAME)?;
    let mut named: Vec<Named> = Vec::with_capacity(found.len());
    for (product, sums) in found {
        let name = query.query_row([product], |row| Ok((row.get(0)?, row.get(1)?)));
        let (sku, title) = name.optional()?.unwrap_or_default();
        named.push((sku, title, sums));
    }
    named.sort_by(|a, b| rank(&a.2, &b.2).then_with(|| a.0.cmp(&b.0)));
    named.truncate(question.limit);
    Ok(named)
}
