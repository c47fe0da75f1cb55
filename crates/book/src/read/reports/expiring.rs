//! What of lots expires until a day, the first first, with what it is worth.

use super::goods_rows::names_of;
use super::question::Question;
use super::table::Table;
use crate::dto::ColumnUnit::{Count, Day as DayUnit, Milli, Minor, Text};
use crate::error::Result;
use crate::journal::subject_id;
use crate::read::Read;
use domain::allocate::allocate;
use serde_json::json;
use std::collections::HashMap;

/// Lots that lie somewhere and have a last day.
const DATED: &str = include_str!("../sql/lots_dated.sql");

struct Lot {
    product: i64,
    lot: String,
    expires_day: i32,
    on_hand_milli: i64,
}

/// The report on lots that expire; those that have are among them.
pub(super) fn by_lot(read: &Read<'_>, question: &Question) -> Result<Table> {
    let mut table = Table::of(&[
        ("sku", "SKU", Text),
        ("title", "Title", Text),
        ("lot", "Lot", Text),
        ("expires", "Expires", DayUnit),
        ("days_left", "Days left", Count),
        ("on_hand_milli", "On hand", Milli),
        ("value_minor", "Value", Minor),
    ]);
    let (today, until) = question.ahead();
    let mut lots = lots(read, until.0)?;
    lots.sort_by(|one, other| {
        let key = |lot: &Lot| (lot.expires_day, lot.product);
        key(one)
            .cmp(&key(other))
            .then_with(|| one.lot.cmp(&other.lot))
    });
    let mut worth = Worth::default();
    let mut valued = Vec::new();
    for lot in lots {
        let value_minor = worth.of(read, &lot)?;
        valued.push((lot, value_minor));
    }
    table.total(
        "on_hand_milli",
        valued.iter().map(|(lot, _)| lot.on_hand_milli).sum(),
    );
    table.total("value_minor", valued.iter().map(|(_, value)| value).sum());
    for (lot, value_minor) in valued.into_iter().take(question.limit) {
        let named = names_of(read, lot.product)?;
        table.row([
            json!(named.sku),
            json!(named.title),
            json!(lot.lot),
            json!(domain::Day(lot.expires_day).to_string()),
            json!(lot.expires_day - today.0),
            json!(lot.on_hand_milli),
            json!(value_minor),
        ]);
    }
    Ok(table)
}

fn lots(read: &Read<'_>, until: i32) -> Result<Vec<Lot>> {
    let mut query = read.conn.prepare_cached(DATED)?;
    let rows = query.query_map([until], |row| {
        Ok(Lot {
            product: row.get(0)?,
            lot: row.get(1)?,
            on_hand_milli: row.get(2)?,
            expires_day: row.get(3)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// What a product is worth, asked once: a lot has its share of it.
#[derive(Default)]
struct Worth(HashMap<i64, (i64, i64)>);

impl Worth {
    fn of(&mut self, read: &Read<'_>, lot: &Lot) -> Result<i64> {
        let (quantity_milli, value_minor) = match self.0.get(&lot.product) {
            Some(known) => *known,
            None => {
                let worth = read.product_worth(subject_id(read.conn, lot.product)?)?;
                let found = (worth.quantity_milli, worth.value_minor);
                self.0.insert(lot.product, found);
                found
            }
        };
        let rest = quantity_milli.saturating_sub(lot.on_hand_milli).max(0);
        let shares = allocate(value_minor, &[lot.on_hand_milli, rest]);
        Ok(shares.first().copied().unwrap_or(0))
    }
}
