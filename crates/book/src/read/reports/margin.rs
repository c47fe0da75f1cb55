//! What sales brought and what the goods cost, by product, category or month.

use super::goods_rows::{figures, names_of, ratio};
use super::products::sums;
use super::question::Question;
use super::table::Table;
use crate::dto::ColumnUnit::{Milli, Minor, Ppm, Text};
use crate::error::Result;
use crate::read::Read;
use crate::read::moment::month;
use domain::Day;
use domain::valuation::to_minor;
use serde_json::{Value, json};
use std::cmp::Reverse;
use std::collections::BTreeMap;

pub(crate) const REVENUE_OF_DAYS: &str = "-- scan: days of products, as many as are asked for.\n\
     SELECT period, sum(revenue_minor) FROM product_sales \
     WHERE grain = 0 AND period BETWEEN ?1 AND ?2 GROUP BY period";

/// Revenue, cost of goods and units of a row.
#[derive(Clone, Copy, Default)]
struct Sums {
    revenue_minor: i64,
    cost_nano: i128,
    units_milli: i64,
}

/// The report on costs and margins. Revenue counts on the day of the sale, cost on the day on
/// which the goods left or came back.
pub(super) fn by(read: &Read<'_>, question: &Question) -> Result<Table> {
    match question.by.as_deref() {
        Some("category") => by_category(read, question),
        Some("month") => by_month(read, question),
        _ => by_product(read, question),
    }
}

fn by_product(read: &Read<'_>, question: &Question) -> Result<Table> {
    let mut table = table(&[("sku", "SKU", Text), ("title", "Title", Text)]);
    let found = products(read, question)?;
    let mut rows: Vec<(i64, Sums)> = found.into_iter().collect();
    rows.sort_by_key(|(product, sums)| (Reverse(sums.revenue_minor), *product));
    total(read, &mut table, rows.iter().map(|(_, sums)| *sums))?;
    for (product, sums) in rows.into_iter().take(question.limit) {
        let named = names_of(read, product)?;
        fill(
            read,
            &mut table,
            vec![json!(named.sku), json!(named.title)],
            sums,
        )?;
    }
    Ok(table)
}

fn by_category(read: &Read<'_>, question: &Question) -> Result<Table> {
    let mut table = table(&[("category", "Category", Text)]);
    let mut categories: BTreeMap<String, Sums> = BTreeMap::new();
    for (product, sums) in products(read, question)? {
        let sum = categories
            .entry(names_of(read, product)?.category)
            .or_default();
        sum.add(sums);
    }
    let mut rows: Vec<(String, Sums)> = categories.into_iter().collect();
    rows.sort_by_key(|(_, sums)| Reverse(sums.revenue_minor));
    total(read, &mut table, rows.iter().map(|(_, sums)| *sums))?;
    for (category, sums) in rows.into_iter().take(question.limit) {
        fill(read, &mut table, vec![json!(category)], sums)?;
    }
    Ok(table)
}

fn by_month(read: &Read<'_>, question: &Question) -> Result<Table> {
    let mut table = table(&[("month", "Month", Text)]);
    let mut months: BTreeMap<Day, Sums> = BTreeMap::new();
    for (day, revenue_minor) in revenue(read, question)? {
        months.entry(day.month_start()).or_default().revenue_minor += revenue_minor;
    }
    for product in figures(read, question)? {
        for (month, units_milli, cost_nano) in product.months {
            let sums = months.entry(month).or_default();
            sums.units_milli += units_milli;
            sums.cost_nano += cost_nano;
        }
    }
    total(read, &mut table, months.values().copied())?;
    for (day, sums) in months {
        fill(read, &mut table, vec![json!(month(day))], sums)?;
    }
    Ok(table)
}

fn products(read: &Read<'_>, question: &Question) -> Result<BTreeMap<i64, Sums>> {
    let mut products: BTreeMap<i64, Sums> = BTreeMap::new();
    for (product, [_, _, revenue_minor]) in sums(read, question)? {
        products.entry(product).or_default().revenue_minor = revenue_minor;
    }
    for found in figures(read, question)? {
        if found.cost_nano != 0 || found.net_sold_milli() != 0 {
            let sums = products.entry(found.product).or_default();
            sums.units_milli = found.net_sold_milli();
            sums.cost_nano = found.cost_nano;
        }
    }
    Ok(products)
}

fn revenue(read: &Read<'_>, question: &Question) -> Result<Vec<(Day, i64)>> {
    let Some((from, to)) = question.days else {
        return Ok(Vec::new());
    };
    let mut query = read.conn.prepare_cached(REVENUE_OF_DAYS)?;
    let rows = query.query_map([from.0, to.0], |row| Ok((Day(row.get(0)?), row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

impl Sums {
    fn add(&mut self, other: Self) {
        self.revenue_minor += other.revenue_minor;
        self.cost_nano += other.cost_nano;
        self.units_milli += other.units_milli;
    }
}

fn table(first: &[(&str, &str, crate::dto::ColumnUnit)]) -> Table {
    let figures = [
        ("units_milli", "Units", Milli),
        ("revenue_minor", "Revenue", Minor),
        ("cost_minor", "Cost of goods", Minor),
        ("margin_minor", "Margin", Minor),
        ("margin_ppm", "Margin, share", Ppm),
    ];
    Table::of(&[first, &figures].concat())
}

fn fill(read: &Read<'_>, table: &mut Table, mut cells: Vec<Value>, sums: Sums) -> Result<()> {
    let cost_minor = to_minor(sums.cost_nano, read.digits()?);
    let margin_minor = sums.revenue_minor - cost_minor;
    cells.extend([
        json!(sums.units_milli),
        json!(sums.revenue_minor),
        json!(cost_minor),
        json!(margin_minor),
        json!(ratio(
            margin_minor.into(),
            1_000_000,
            sums.revenue_minor.into()
        )),
    ]);
    table.row(cells);
    Ok(())
}

/// The sums of the rounded rows, so that a column adds up to its end.
fn total(read: &Read<'_>, table: &mut Table, rows: impl Iterator<Item = Sums>) -> Result<()> {
    let digits = read.digits()?;
    let (mut all, mut cost_minor) = (Sums::default(), 0);
    for sums in rows {
        all.add(sums);
        cost_minor += to_minor(sums.cost_nano, digits);
    }
    let margin_minor = all.revenue_minor - cost_minor;
    table.total("units_milli", all.units_milli);
    table.total("revenue_minor", all.revenue_minor);
    table.total("cost_minor", cost_minor);
    table.total("margin_minor", margin_minor);
    if let Some(share) = ratio(margin_minor.into(), 1_000_000, all.revenue_minor.into()) {
        table.total("margin_ppm", share);
    }
    Ok(())
}
