//! What the stock is worth: on hand times cost, or price where no cost is known.

use super::products::PRODUCT_NAME;
use super::question::Question;
use super::table::Table;
use crate::dto::ColumnUnit::{Milli, Minor, Text};
use crate::error::Result;
use crate::read::Read;
use domain::currency::Currency;
use domain::money::UnitPrice;
use domain::pricing::line_total_minor;
use domain::quantity::Quantity;
use serde_json::json;
use std::cmp::Reverse;

pub(crate) const STOCK_AND_COST: &str = include_str!("../sql/stock_and_cost.sql");

/// A product with its value; names are looked up for the rows that are shown.
struct Valued {
    product: i64,
    on_hand_milli: i64,
    unit_micro: i64,
    basis: &'static str,
    value_minor: i64,
}

/// The report on the value of the stock, the most valuable first.
pub(super) fn by_product(read: &Read<'_>, question: &Question) -> Result<Table> {
    let mut table = Table::of(&[
        ("sku", "SKU", Text),
        ("title", "Title", Text),
        ("on_hand_milli", "On hand", Milli),
        ("unit_minor", "Per unit", Minor),
        ("basis", "Valued at", Text),
        ("value_minor", "Value", Minor),
    ]);
    let digits = Currency::parse(read.settings()?.currency()).map_or(2, Currency::minor_digits);
    let mut found = valued(read, digits)?;
    let sum = |figure: fn(&Valued) -> i64| found.iter().map(figure).fold(0, i64::saturating_add);
    table.total("on_hand_milli", sum(|row| row.on_hand_milli));
    table.total("value_minor", sum(|row| row.value_minor));
    found.sort_by_key(|row| (Reverse(row.value_minor), row.product));
    let mut name = read.conn.prepare_cached(PRODUCT_NAME)?;
    for row in found.into_iter().take(question.limit) {
        let (sku, title): (String, String) =
            name.query_row([row.product], |row| Ok((row.get(0)?, row.get(1)?)))?;
        table.row([
            json!(sku),
            json!(title),
            json!(row.on_hand_milli),
            json!(value(row.unit_micro, 1_000, digits)),
            json!(row.basis),
            json!(row.value_minor),
        ]);
    }
    Ok(table)
}

fn valued(read: &Read<'_>, digits: u32) -> Result<Vec<Valued>> {
    let mut query = read.conn.prepare_cached(STOCK_AND_COST)?;
    let mut rows = query.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let cost: Option<i64> = row.get(2)?;
        let on_hand_milli = row.get(1)?;
        let unit_micro = match cost {
            Some(cost) => cost,
            None => row.get(3)?,
        };
        found.push(Valued {
            product: row.get(0)?,
            on_hand_milli,
            unit_micro,
            basis: if cost.is_some() { "cost" } else { "price" },
            value_minor: value(unit_micro, on_hand_milli, digits),
        });
    }
    Ok(found)
}

/// Rounded once per product, half away from zero; held at the end of the range beyond it.
fn value(unit_micro: i64, quantity_milli: i64, digits: u32) -> i64 {
    let (price, quantity) = (
        UnitPrice::from_micro(unit_micro),
        Quantity::from_milli(quantity_milli),
    );
    line_total_minor(price, quantity, digits).unwrap_or(i64::MAX)
}
