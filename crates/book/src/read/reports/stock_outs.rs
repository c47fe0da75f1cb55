//! How long goods were missing, and what that may have cost in sales.

use super::goods_rows::{figures, names_of, ratio};
use super::question::Question;
use super::table::Table;
use crate::dto::ColumnUnit::{Count, Milli, Minor, Text};
use crate::error::Result;
use crate::read::Read;
use crate::read::goods::Figures;
use domain::money::UnitPrice;
use domain::pricing::line_total_minor;
use domain::quantity::Quantity;
use serde_json::{Value, json};
use std::cmp::Reverse;

/// The report on stock-outs: days that ended with nothing there, and what would have been sold on
/// them at the pace of the days with goods.
pub(super) fn by_product(read: &Read<'_>, question: &Question) -> Result<Table> {
    let mut table = Table::of(&[
        ("sku", "SKU", Text),
        ("title", "Title", Text),
        ("out_times", "Times out", Count),
        ("out_days", "Days out", Count),
        ("days", "Days looked at", Count),
        ("sold_milli", "Sold", Milli),
        ("missed_milli", "Missed, estimated", Milli),
        ("missed_minor", "Missed sales, estimated", Minor),
    ]);
    let digits = read.digits()?;
    let mut rows = Vec::new();
    for product in figures(read, question)? {
        if product.out_days > 0 && product.sold_milli > 0 {
            let named = names_of(read, product.product)?;
            let missed_milli = missed(&product);
            let price = UnitPrice::from_micro(named.unit_price_micro);
            let missed = Quantity::from_milli(missed_milli);
            let missed_minor = line_total_minor(price, missed, digits).unwrap_or(i64::MAX);
            rows.push((product, named, missed_milli, missed_minor));
        }
    }
    rows.sort_by_key(|(product, _, _, missed)| (Reverse(*missed), product.product));
    for (product, _, missed_milli, missed_minor) in &rows {
        add("out_times", product.out_times, &mut table);
        add("out_days", product.out_days, &mut table);
        add("missed_milli", *missed_milli, &mut table);
        add("missed_minor", *missed_minor, &mut table);
    }
    for (product, named, missed_milli, missed_minor) in rows.into_iter().take(question.limit) {
        table.row([
            json!(named.sku),
            json!(named.title),
            json!(product.out_times),
            json!(product.out_days),
            json!(product.days),
            json!(product.sold_milli),
            json!(missed_milli),
            json!(missed_minor),
        ]);
    }
    Ok(table)
}

fn add(key: &str, figure: i64, table: &mut Table) {
    let before = table.totals.get(key).and_then(Value::as_i64).unwrap_or(0);
    table.total(key, before.saturating_add(figure));
}

/// What would have been sold on the days without goods.
fn missed(product: &Figures) -> i64 {
    let there = product.days - product.out_days;
    let sold = i128::from(product.sold_milli);
    ratio(sold, product.out_days.into(), there.into()).unwrap_or(0)
}
