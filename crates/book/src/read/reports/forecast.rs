//! What will be sold: of every product the next weeks, or of one its weeks before and to come.

use super::goods_rows::names_of;
use super::question::Question;
use super::table::Table;
use crate::dto::ColumnUnit::{Day as DayUnit, Milli, Ppm, Text};
use crate::error::Result;
use crate::read::Read;
use crate::read::demand::{Demand, WEEKS_AHEAD};
use domain::forecast::choose;
use serde_json::{Value, json};
use std::cmp::Reverse;

/// Weeks that the list of products looks ahead, and looks back at beside it.
const LIST_WEEKS: usize = 4;
/// Weeks before that the chart of one product shows.
const SHOWN_WEEKS: usize = 52;

/// The report on what will be sold.
pub(super) fn by(read: &Read<'_>, question: &Question) -> Result<Table> {
    match question.product {
        Some((product, _)) => of_product(read, question, product),
        None => by_product(read, question),
    }
}

fn by_product(read: &Read<'_>, question: &Question) -> Result<Table> {
    let mut table = Table::of(&[
        ("sku", "SKU", Text),
        ("title", "Title", Text),
        ("method", "Method", Text),
        ("before_milli", "Last 4 weeks", Milli),
        ("next_milli", "Next 4 weeks", Milli),
        ("on_hand_milli", "On hand", Milli),
        ("mase_ppm", "Error", Ppm),
        ("naive_ppm", "Error, naive", Ppm),
    ]);
    let Some((_, last)) = question.days else {
        return Ok(table);
    };
    let mut rows = Vec::new();
    read.each_goods_days(question.method, &mut |product, days| {
        let demand = Demand::of(days, last);
        if demand.weeks_milli.iter().any(|week| *week > 0) {
            let choice = choose(&demand.weeks_milli, LIST_WEEKS);
            let before = demand
                .weeks_milli
                .iter()
                .rev()
                .take(LIST_WEEKS)
                .sum::<i64>();
            let next = choice.weeks_milli.iter().sum::<i64>();
            rows.push((product, choice, before, next, demand.on_hand_milli));
        }
        Ok(())
    })?;
    rows.sort_by_key(|(product, _, _, next, _)| (Reverse(*next), *product));
    table.total("before_milli", rows.iter().map(|row| row.2).sum());
    table.total("next_milli", rows.iter().map(|row| row.3).sum());
    for (product, choice, before, next, on_hand) in rows.into_iter().take(question.limit) {
        let named = names_of(read, product)?;
        table.row([
            json!(named.sku),
            json!(named.title),
            json!(choice.method.word()),
            json!(before),
            json!(next),
            json!(on_hand),
            json!(choice.error().and_then(|tried| tried.mase_ppm)),
            json!(choice.naive().and_then(|tried| tried.mase_ppm)),
        ]);
    }
    Ok(table)
}

fn of_product(read: &Read<'_>, question: &Question, product: i64) -> Result<Table> {
    let mut table = Table::of(&[
        ("week", "Week", DayUnit),
        ("sold_milli", "Sold", Milli),
        ("forecast_milli", "Forecast", Milli),
    ]);
    let Some((_, last)) = question.days else {
        return Ok(table);
    };
    let demand = Demand::of(&read.goods_days_of(product)?, last);
    let choice = choose(&demand.weeks_milli, WEEKS_AHEAD);
    let shown = demand.weeks_milli.len().saturating_sub(SHOWN_WEEKS);
    let weeks = demand.weeks().zip(&demand.weeks_milli).skip(shown);
    for (week, sold) in weeks {
        table.row([json!(week.to_string()), json!(sold), Value::Null]);
    }
    let ahead = demand.weeks_ahead().zip(&choice.weeks_milli);
    for (week, forecast) in ahead {
        table.row([json!(week.to_string()), Value::Null, json!(forecast)]);
    }
    Ok(table)
}
