//! How long the stock lasts at the pace of the period; what is there beyond it, and what nobody
//! bought at all.

use super::goods_rows::{days, figures, minor, names_of, ratio};
use super::question::Question;
use super::table::Table;
use crate::dto::ColumnUnit::{Count, Milli, Minor, Ppm, Text};
use crate::error::Result;
use crate::read::Read;
use crate::read::goods::Figures;
use domain::valuation::{Lot, to_minor};
use serde_json::json;
use std::cmp::Reverse;

/// The report on days of cover, the shortest first.
pub(super) fn cover(read: &Read<'_>, question: &Question) -> Result<Table> {
    let mut table = Table::of(&[
        ("sku", "SKU", Text),
        ("title", "Title", Text),
        ("on_hand_milli", "On hand", Milli),
        ("sold_milli", "Sold", Milli),
        ("per_day_milli", "Sold a day", Milli),
        ("cover_days", "Days of cover", Count),
    ]);
    let days = days(question);
    let mut rows = figures(read, question)?;
    rows.retain(|one| one.sold_milli > 0 && one.closing.0 > 0);
    let lasts = |one: &Figures| ratio(one.closing.0.into(), days.into(), one.sold_milli.into());
    rows.sort_by_key(|one| (lasts(one), Reverse(one.sold_milli)));
    for one in rows.into_iter().take(question.limit) {
        let named = names_of(read, one.product)?;
        table.row([
            json!(named.sku),
            json!(named.title),
            json!(one.closing.0),
            json!(one.sold_milli),
            json!(ratio(one.sold_milli.into(), 1, days.into())),
            json!(lasts(&one)),
        ]);
    }
    Ok(table)
}

/// The report on overstock: what is there beyond what was sold in a period as long.
pub(super) fn overstock(read: &Read<'_>, question: &Question) -> Result<Table> {
    let mut table = Table::of(&[
        ("sku", "SKU", Text),
        ("title", "Title", Text),
        ("on_hand_milli", "On hand", Milli),
        ("sold_milli", "Sold", Milli),
        ("over_milli", "Too many", Milli),
        ("value_minor", "Value of these", Minor),
    ]);
    let digits = read.digits()?;
    let over = |one: &Figures| one.closing.0.saturating_sub(one.sold_milli);
    let worth = |one: &Figures| Lot::new(one.closing.0, one.closing.1).like(over(one));
    let mut rows = figures(read, question)?;
    rows.retain(|one| one.sold_milli > 0 && over(one) > 0);
    rows.sort_by_key(|one| (Reverse(worth(one)), Reverse(over(one)), one.product));
    table.total("over_milli", rows.iter().map(over).sum());
    table.total(
        "value_minor",
        rows.iter().map(|one| to_minor(worth(one), digits)).sum(),
    );
    for one in rows.into_iter().take(question.limit) {
        let named = names_of(read, one.product)?;
        table.row([
            json!(named.sku),
            json!(named.title),
            json!(one.closing.0),
            json!(one.sold_milli),
            json!(over(&one)),
            minor(worth(&one), digits),
        ]);
    }
    Ok(table)
}

/// The report on dead stock: what is there and was not sold in the period.
pub(super) fn dead(read: &Read<'_>, question: &Question) -> Result<Table> {
    let mut table = Table::of(&[
        ("sku", "SKU", Text),
        ("title", "Title", Text),
        ("on_hand_milli", "On hand", Milli),
        ("last_sold", "Last sold", crate::dto::ColumnUnit::Day),
        ("idle_days", "Days since", Count),
        ("value_minor", "Value", Minor),
        ("share_ppm", "Share", Ppm),
    ]);
    let digits = read.digits()?;
    let mut rows = figures(read, question)?;
    let all: i128 = rows.iter().map(|one| one.closing.1.max(0)).sum();
    rows.retain(|one| one.sold_milli == 0 && one.closing.0 > 0);
    rows.sort_by_key(|one| (Reverse(one.closing.1), one.last_sold, one.product));
    table.total("on_hand_milli", rows.iter().map(|one| one.closing.0).sum());
    table.total(
        "value_minor",
        rows.iter().map(|one| to_minor(one.closing.1, digits)).sum(),
    );
    let to = question.days.map(|(_, to)| to);
    for one in rows.into_iter().take(question.limit) {
        let named = names_of(read, one.product)?;
        let idle = one.last_sold.zip(to).map(|(sold, to)| to.0 - sold.0);
        table.row([
            json!(named.sku),
            json!(named.title),
            json!(one.closing.0),
            json!(one.last_sold.map(|day| day.to_string())),
            json!(idle),
            minor(one.closing.1, digits),
            json!(ratio(one.closing.1, 1_000_000, all)),
        ]);
    }
    Ok(table)
}
