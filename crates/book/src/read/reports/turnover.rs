//! How often the stock was turned over, and how much of what there was to sell was sold.

use super::goods_rows::{days, figures, minor, names_of, ratio};
use super::question::Question;
use super::table::Table;
use crate::dto::ColumnUnit::{Count, Milli, Minor, Ppm, Text};
use crate::error::Result;
use crate::read::Read;
use crate::read::goods::Figures;
use serde_json::json;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Values of a row, billionths.
#[derive(Clone, Copy, Default)]
struct Worth {
    opening: i128,
    closing: i128,
    cost: i128,
}

impl Worth {
    /// The mean of what there was before and after; nothing turns where that is not above zero.
    fn mean(self) -> i128 {
        ((self.opening + self.closing) / 2).max(0)
    }

    fn is_any(self) -> bool {
        (self.opening, self.closing, self.cost) != (0, 0, 0)
    }
}

/// The report on turnover: cost of goods sold over the mean value of the stock.
pub(super) fn by(read: &Read<'_>, question: &Question) -> Result<Table> {
    let by_category = question.by.as_deref() == Some("category");
    let first: &[_] = if by_category {
        &[("category", "Category", Text)]
    } else {
        &[("sku", "SKU", Text), ("title", "Title", Text)]
    };
    let rest = [
        ("opening_minor", "Value before", Minor),
        ("closing_minor", "Value after", Minor),
        ("cost_minor", "Cost of goods", Minor),
        ("turns_milli", "Turns", Milli),
        ("stock_days", "Days of stock", Count),
    ];
    let mut table = Table::of(&[first, &rest].concat());
    let mut rows: Vec<(i64, String, Worth)> = Vec::new();
    let mut categories: BTreeMap<String, Worth> = BTreeMap::new();
    for product in figures(read, question)? {
        let worth = Worth {
            opening: product.opening.1,
            closing: product.closing.1,
            cost: product.cost_nano,
        };
        if by_category {
            let sum = categories
                .entry(names_of(read, product.product)?.category)
                .or_default();
            sum.opening += worth.opening;
            sum.closing += worth.closing;
            sum.cost += worth.cost;
        } else if worth.is_any() {
            rows.push((product.product, String::new(), worth));
        }
    }
    let named = categories.into_iter().filter(|(_, worth)| worth.is_any());
    rows.extend(named.map(|(name, worth)| (0, name, worth)));
    rows.sort_by_key(|(_, _, worth)| Reverse(ratio(worth.cost, 1_000_000, worth.mean())));
    let (digits, days) = (read.digits()?, days(question));
    for (product, category, worth) in rows.into_iter().take(question.limit) {
        let mut cells = match by_category {
            true => vec![json!(category)],
            false => {
                let named = names_of(read, product)?;
                vec![json!(named.sku), json!(named.title)]
            }
        };
        cells.extend([
            minor(worth.opening, digits),
            minor(worth.closing, digits),
            minor(worth.cost, digits),
            json!(ratio(worth.cost, 1_000, worth.mean())),
            json!(ratio(worth.mean(), days.into(), worth.cost).filter(|days| *days >= 0)),
        ]);
        table.row(cells);
    }
    Ok(table)
}

/// The report on sell-through: of what was there and came in, how much was sold.
pub(super) fn sell_through(read: &Read<'_>, question: &Question) -> Result<Table> {
    let mut table = Table::of(&[
        ("sku", "SKU", Text),
        ("title", "Title", Text),
        ("opening_milli", "There before", Milli),
        ("received_milli", "Received", Milli),
        ("sold_milli", "Sold", Milli),
        ("closing_milli", "There after", Milli),
        ("sell_through_ppm", "Sold of it", Ppm),
    ]);
    let there = |product: &Figures| product.opening.0.max(0) + product.received_milli;
    let mut rows = figures(read, question)?;
    rows.retain(|product| there(product) > 0);
    let share = |product: &Figures| {
        let sold = i128::from(product.net_sold_milli().max(0));
        ratio(sold, 1_000_000, there(product).into())
    };
    rows.sort_by_key(|product| (Reverse(share(product)), Reverse(product.sold_milli)));
    let sum = |figure: &dyn Fn(&Figures) -> i64| rows.iter().map(figure).sum::<i64>();
    table.total("opening_milli", sum(&|one| one.opening.0));
    table.total("received_milli", sum(&|one| one.received_milli));
    table.total("sold_milli", sum(&Figures::net_sold_milli));
    table.total("closing_milli", sum(&|one| one.closing.0));
    for product in rows.into_iter().take(question.limit) {
        let named = names_of(read, product.product)?;
        table.row([
            json!(named.sku),
            json!(named.title),
            json!(product.opening.0),
            json!(product.received_milli),
            json!(product.net_sold_milli()),
            json!(product.closing.0),
            json!(share(&product)),
        ]);
    }
    Ok(table)
}
