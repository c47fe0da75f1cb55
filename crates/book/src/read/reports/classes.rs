//! Products by what they bring (ABC) and by how evenly they sell (XYZ).

use super::goods_rows::{figures, names_of, ratio};
use super::products::sums;
use super::question::Question;
use super::table::Table;
use crate::dto::ColumnUnit::{Count, Minor, Ppm, Text};
use crate::error::Result;
use crate::number_map::NumberMap;
use crate::read::Read;
use serde_json::json;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Up to this share of all revenue a product is an A, up to the next a B.
const A_PPM: i64 = 800_000;
const B_PPM: i64 = 950_000;
/// Up to this variation of its weeks a product is an X, up to the next a Y.
const X_PPM: i64 = 500_000;
const Y_PPM: i64 = 1_000_000;

struct Classed {
    product: i64,
    revenue_minor: i64,
    share_ppm: i64,
    /// The standard deviation of its weeks over their mean; `None` when nothing was sold.
    variation_ppm: Option<i64>,
    class: [char; 2],
}

/// The report on classes, by product or by class.
pub(super) fn by(read: &Read<'_>, question: &Question) -> Result<Table> {
    let found = classed(read, question)?;
    if question.by.as_deref() == Some("class") {
        return Ok(by_class(&found));
    }
    let mut table = Table::of(&[
        ("sku", "SKU", Text),
        ("title", "Title", Text),
        ("class", "Class", Text),
        ("revenue_minor", "Revenue", Minor),
        ("share_ppm", "Share", Ppm),
        ("variation_ppm", "Variation", Ppm),
    ]);
    table.total(
        "revenue_minor",
        found.iter().map(|one| one.revenue_minor).sum(),
    );
    for one in found.into_iter().take(question.limit) {
        let named = names_of(read, one.product)?;
        table.row([
            json!(named.sku),
            json!(named.title),
            json!(one.class.iter().collect::<String>()),
            json!(one.revenue_minor),
            json!(one.share_ppm),
            json!(one.variation_ppm),
        ]);
    }
    Ok(table)
}

fn by_class(found: &[Classed]) -> Table {
    let mut table = Table::of(&[
        ("class", "Class", Text),
        ("products", "Products", Count),
        ("revenue_minor", "Revenue", Minor),
        ("share_ppm", "Share", Ppm),
    ]);
    let all: i64 = found.iter().map(|one| one.revenue_minor).sum();
    let mut classes: BTreeMap<[char; 2], (i64, i64)> = BTreeMap::new();
    for one in found {
        let (products, revenue_minor) = classes.entry(one.class).or_default();
        *products += 1;
        *revenue_minor += one.revenue_minor;
    }
    table.total("products", found.len() as i64);
    table.total("revenue_minor", all);
    for (class, (products, revenue_minor)) in classes {
        table.row([
            json!(class.iter().collect::<String>()),
            json!(products),
            json!(revenue_minor),
            json!(ratio(revenue_minor.into(), 1_000_000, all.into())),
        ]);
    }
    table
}

/// Every product that brought something, the one that brought most first.
fn classed(read: &Read<'_>, question: &Question) -> Result<Vec<Classed>> {
    let mut weeks: NumberMap<Vec<i64>> = NumberMap::default();
    for product in figures(read, question)? {
        weeks.insert(product.product, product.weeks_milli);
    }
    let mut revenue: Vec<(i64, i64)> = sums(read, question)?
        .into_iter()
        .map(|(product, [_, _, revenue_minor])| (product, revenue_minor))
        .filter(|(_, revenue_minor)| *revenue_minor > 0)
        .collect();
    revenue.sort_by_key(|(product, revenue_minor)| (Reverse(*revenue_minor), *product));
    let all: i128 = revenue
        .iter()
        .map(|(_, revenue)| i128::from(*revenue))
        .sum();
    let mut before = 0;
    let classed = revenue.into_iter().map(|(product, revenue_minor)| {
        let reached_ppm = ratio(before, 1_000_000, all).unwrap_or(0);
        before += i128::from(revenue_minor);
        let variation_ppm = weeks.get(&product).and_then(|weeks| variation(weeks));
        Classed {
            product,
            revenue_minor,
            share_ppm: ratio(revenue_minor.into(), 1_000_000, all).unwrap_or(0),
            variation_ppm,
            class: [
                letter(reached_ppm, "ABC", (A_PPM, B_PPM)),
                evenness(variation_ppm),
            ],
        }
    });
    Ok(classed.collect())
}

fn letter(figure: i64, letters: &str, (first, second): (i64, i64)) -> char {
    let place = usize::from(figure >= first) + usize::from(figure >= second);
    letters.chars().nth(place).unwrap_or('C')
}

fn evenness(variation_ppm: Option<i64>) -> char {
    letter(
        variation_ppm.unwrap_or(i64::MAX),
        "XYZ",
        (X_PPM + 1, Y_PPM + 1),
    )
}

/// The standard deviation over the mean, parts per million: the root of
/// `n * sum(x^2) / sum(x)^2 - 1`.
fn variation(weeks_milli: &[i64]) -> Option<i64> {
    let sum: i128 = weeks_milli.iter().map(|week| i128::from(*week)).sum();
    let squares: i128 = weeks_milli
        .iter()
        .map(|week| i128::from(*week).pow(2))
        .sum();
    if sum <= 0 {
        return None;
    }
    let over = squares.checked_mul(weeks_milli.len() as i128)? - sum.checked_mul(sum)?;
    // Both shrink alike until the square of a million fits beside them.
    let (mut over, mut below) = (over, sum * sum);
    while over > i128::MAX / 1_000_000_000_000 {
        (over, below) = (over / 4, below / 4);
    }
    let squared = over * 1_000_000_000_000 / below.max(1);
    i64::try_from(squared.isqrt()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weeks_that_are_alike_do_not_vary_and_one_of_four_varies_by_the_root_of_three() {
        assert_eq!(variation(&[5_000; 9]), Some(0));
        assert_eq!(variation(&[8_000, 0, 0, 0]), Some(1_732_050));
        assert_eq!(variation(&[0, 0]), None);
        assert_eq!(variation(&[i64::MAX / 1_000_000, 0, 0, 0]), Some(1_732_050));
    }

    #[test]
    fn a_class_is_where_the_revenue_before_it_ends() {
        let classes =
            [0, 799_999, 800_000, 950_000].map(|reached| letter(reached, "ABC", (A_PPM, B_PPM)));
        assert_eq!(classes, ['A', 'A', 'B', 'C']);
        assert_eq!(
            [Some(500_000), Some(1_000_000), None].map(evenness),
            ['X', 'Y', 'Z']
        );
    }
}
