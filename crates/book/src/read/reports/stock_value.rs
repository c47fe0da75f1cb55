//! What the stock is worth at the end of a day: first in first out, or at the moving average.

use super::goods_rows::{Named, names_of};
use super::question::Question;
use super::table::Table;
use crate::dto::ColumnUnit::{Milli, Minor, Text};
use crate::error::Result;
use crate::read::Read;
use crate::read::goods::standing;
use domain::valuation::{Basis, Lot, to_minor};
use serde_json::json;
use std::cmp::Reverse;

/// A product with its value; names are looked up for the rows that are shown.
struct Valued {
    product: i64,
    on_hand_milli: i64,
    /// Of one unit.
    unit_minor: i64,
    basis: Basis,
    value_minor: i64,
}

/// The report on the value of the stock, the most valuable first.
pub(super) fn by_product(read: &Read<'_>, question: &Question) -> Result<Table> {
    let mut table = Table::of(&[
        ("sku", "SKU", Text),
        ("title", "Title", Text),
        ("on_hand_milli", "On hand", Milli),
        ("unit_minor", "Per unit", Minor),
        ("basis", "Cost from", Text),
        ("value_minor", "Value", Minor),
    ]);
    let mut found = valued(read, question)?;
    let sum = |figure: fn(&Valued) -> i64| found.iter().map(figure).fold(0, i64::saturating_add);
    table.total("on_hand_milli", sum(|row| row.on_hand_milli));
    table.total("value_minor", sum(|row| row.value_minor));
    found.sort_by_key(|row| (Reverse(row.value_minor), row.product));
    for row in found.into_iter().take(question.limit) {
        let Named { sku, title, .. } = names_of(read, row.product)?;
        table.row([
            json!(sku),
            json!(title),
            json!(row.on_hand_milli),
            json!(row.unit_minor),
            json!(word(row.basis)),
            json!(row.value_minor),
        ]);
    }
    Ok(table)
}

/// What there is of each product after the last day asked for.
fn valued(read: &Read<'_>, question: &Question) -> Result<Vec<Valued>> {
    let digits = read.digits()?;
    let last = question.days.map(|(_, last)| last);
    let mut found = Vec::new();
    read.each_goods_days(question.method, &mut |product, days| {
        let Some(there) = last.and_then(|last| standing(days, last)) else {
            return Ok(());
        };
        let (on_hand_milli, value_nano) = there.closing;
        if on_hand_milli != 0 {
            found.push(Valued {
                product,
                on_hand_milli,
                unit_minor: to_minor(Lot::new(on_hand_milli, value_nano).like(1_000), digits),
                basis: there.basis,
                value_minor: to_minor(value_nano, digits),
            });
        }
        Ok(())
    })?;
    Ok(found)
}

/// The word for where a cost comes from.
pub(in crate::read) fn word(basis: Basis) -> &'static str {
    match basis {
        Basis::Known => "known",
        Basis::Stated => "stated",
        Basis::Unknown => "unknown",
    }
}
