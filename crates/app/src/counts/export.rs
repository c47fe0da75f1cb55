//! `counts.export`: what a count found beside what should be there, written to a CSV file.
use crate::App;
use crate::error::AppError;
use crate::language::Language;
use crate::outlet::unwritable;
use crate::settings::replace;
use book::dto::{Count, CountLine, CountLotLine};
use domain::currency::Currency;
use domain::money::UnitPrice;
use domain::pricing::line_total_minor;
use domain::quantity::Quantity;
use exchange::{Cell, CsvWriter};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::path::Path;
use ts_rs::TS;
use uuid::Uuid;

/// Where the differences of a count go.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct CountExport {
    /// The count.
    #[ts(optional = false)]
    pub id: Uuid,
    /// The file; replaced when it is there.
    #[ts(optional = false)]
    pub path: String,
    /// The language of the headings; English when absent.
    pub language: Option<Language>,
}

/// The file written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct CountExported {
    /// The file.
    pub path: String,
    /// Its size.
    pub bytes: i64,
}

/// What it takes.
pub type Input = CountExport;
/// What it gives.
pub type Output = CountExported;

const ENGLISH: [&str; 10] = [
    "SKU",
    "Title",
    "Lot or serial number",
    "Expires",
    "Counted at",
    "Counted",
    "Expected",
    "Difference",
    "Cost",
    "Value",
];
const GERMAN: [&str; 10] = [
    "SKU",
    "Titel",
    "Charge oder Seriennummer",
    "Haltbar bis",
    "Gezählt am",
    "Gezählt",
    "Soll",
    "Differenz",
    "Einstand",
    "Wert",
];

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let (count, currency) = app.read(|read| {
        let currency = read.settings()?.currency().to_owned();
        Ok((read.count(input.id, false)?, currency))
    })?;
    let digits = Currency::parse(&currency).map_or(2, Currency::minor_digits);
    let written = table(&count, digits, input.language.unwrap_or_default());
    let data = written.map_err(|error| AppError::broken("internal").with(error))?;
    replace(Path::new(&input.path), &data).map_err(unwritable)?;
    Ok(CountExported {
        path: input.path,
        bytes: data.len() as i64,
    })
}

fn table(count: &Count, digits: u32, language: Language) -> std::io::Result<Vec<u8>> {
    let mut writer = CsvWriter::new(Vec::new(), true)?;
    let titles = match language {
        Language::De => GERMAN,
        Language::En => ENGLISH,
    };
    writer.row(&titles.map(Cell::Text))?;
    for line in count.lines.iter().chain(&count.missing) {
        for part in parts(line, digits) {
            writer.row(&cells(line, &part, digits))?;
        }
    }
    writer.finish()
}

/// A row of the file: a lot of a product, or what of it has none.
#[derive(Default)]
struct Row<'a> {
    lot: &'a str,
    expires: &'a str,
    counted_milli: Option<i64>,
    expected_milli: Option<i64>,
    difference_milli: Option<i64>,
    difference_minor: Option<i64>,
}

/// A product as rows that add up to it: its lots, and what lies without one, where there is any.
fn parts(line: &CountLine, digits: u32) -> Vec<Row<'_>> {
    let mut rest = Row {
        counted_milli: line.counted_milli,
        expected_milli: line.expected_milli,
        difference_milli: line.difference_milli,
        difference_minor: line.difference_minor,
        ..Row::default()
    };
    let mut rows: Vec<Row<'_>> = Vec::with_capacity(line.lots.len() + 1);
    for lot in &line.lots {
        let row = Row {
            lot: &lot.lot,
            expires: lot.expires.as_deref().unwrap_or_default(),
            counted_milli: lot.counted_milli,
            expected_milli: lot.expected_milli,
            difference_milli: lot.difference_milli,
            difference_minor: worth(line, lot, digits),
        };
        for (all, own) in [
            (&mut rest.counted_milli, row.counted_milli),
            (&mut rest.expected_milli, row.expected_milli),
            (&mut rest.difference_milli, row.difference_milli),
            (&mut rest.difference_minor, row.difference_minor),
        ] {
            *all = all.map(|all| all.saturating_sub(own.unwrap_or(0)));
        }
        rows.push(row);
    }
    let quantities = [
        rest.counted_milli,
        rest.expected_milli,
        rest.difference_milli,
    ];
    if rows.is_empty() || quantities.into_iter().flatten().any(|milli| milli != 0) {
        rows.push(rest);
    } else if let Some(last) = rows.last_mut() {
        // What rounding left belongs to somebody.
        let left = rest.difference_minor.unwrap_or(0);
        last.difference_minor = last.difference_minor.map(|own| own.saturating_add(left));
    }
    rows
}

/// What the difference of a lot is worth at the cost of its product.
fn worth(line: &CountLine, lot: &CountLotLine, digits: u32) -> Option<i64> {
    line.difference_minor?;
    let cost = UnitPrice::from_micro(line.cost_micro?);
    let difference = Quantity::from_milli(lot.difference_milli?);
    line_total_minor(cost, difference, digits)
}

fn cells<'a>(line: &'a CountLine, row: &Row<'a>, digits: u32) -> [Cell<'a>; 10] {
    let figure = |value: Option<i64>, digits| {
        value.map_or(Cell::Empty, |value| Cell::Decimal { value, digits })
    };
    let money = row.difference_minor;
    [
        Cell::Text(&line.sku),
        Cell::Text(&line.title),
        Cell::Text(row.lot),
        Cell::Text(row.expires),
        Cell::Text(line.counted_local.as_deref().unwrap_or_default()),
        figure(row.counted_milli, 3),
        figure(row.expected_milli, 3),
        figure(row.difference_milli, 3),
        figure(line.cost_micro, 6),
        money.map_or(Cell::Empty, |value| Cell::Fixed { value, digits }),
    ]
}

#[cfg(test)]
mod tests {
    use book::dto::*;
    use serde_json::{Value, json};

    use crate::testing::{NOON_MS, Shop};

    #[test]
    fn the_differences_are_written_with_what_they_are_worth() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 1_000_000);
        let patch = json!({
            "id": mug.row.id, "expected_version": mug.row.version, "cost_micro": 2_500_000
        });
        shop.write::<Product>("products.amend", patch);
        shop.clock.set(NOON_MS + 60_000);
        let count: Count = shop.write("counts.open", json!({ "location": "main" }));
        let line = json!([{ "product": mug.row.id, "quantity_milli": 18_000 }]);
        let found = json!({ "id": count.row.id, "counter": "A", "lines": line });
        let count: Count = shop.write("counts.count", found);
        assert_eq!((count.over_minor, count.under_minor), (0, -500));
        let path = shop.path("count.csv");
        let asked = json!({ "id": count.row.id, "path": path, "language": "de" });
        shop.call::<Value>("counts.export", asked);
        let text = std::fs::read_to_string(path).unwrap();
        let rows: Vec<&str> = text.lines().collect();
        assert!(rows[0].ends_with(
            "SKU,Titel,Charge oder Seriennummer,Haltbar bis,Gezählt am,Gezählt,Soll,Differenz,\
             Einstand,Wert"
        ));
        assert!(
            rows[1].starts_with("MUG,MUG,,,2026-11-23T10:01,18"),
            "{}",
            rows[1]
        );
        assert!(rows[1].ends_with("-5.00"), "{}", rows[1]);
    }

    fn lot(lot: &str, found: i64, expected: i64) -> CountLotLine {
        CountLotLine {
            lot: lot.into(),
            expires: Some("2027-01-31".into()),
            counted_milli: Some(found),
            counters: Vec::new(),
            expected_milli: Some(expected),
            difference_milli: Some(found - expected),
        }
    }

    #[test]
    fn lots_are_rows_that_add_up_to_their_product_with_what_has_none() {
        let mut line = CountLine {
            product: uuid::Uuid::nil(),
            sku: "TEA".into(),
            title: "Tea".into(),
            counted_local: None,
            counted_milli: Some(7_000),
            counters: Vec::new(),
            expected_milli: Some(10_000),
            difference_milli: Some(-3_000),
            cost_micro: Some(1_333_000),
            difference_minor: Some(-400),
            tracking: Tracking::Lot,
            lots: vec![lot("L1", 1_000, 2_000), lot("L2", 4_000, 5_000)],
        };
        let figures = |line: &CountLine| -> Vec<(String, [Option<i64>; 4])> {
            let rows = super::parts(line, 2).into_iter();
            let figures = rows.map(|row| {
                let quantities = [row.counted_milli, row.expected_milli, row.difference_milli];
                let [counted, expected, difference] = quantities;
                let worth = row.difference_minor;
                (row.lot.to_owned(), [counted, expected, difference, worth])
            });
            figures.collect()
        };
        let said = |lot: &str, figures: [i64; 4]| (lot.to_owned(), figures.map(Some));
        assert_eq!(
            figures(&line),
            [
                said("L1", [1_000, 2_000, -1_000, -133]),
                said("L2", [4_000, 5_000, -1_000, -133]),
                said("", [2_000, 3_000, -1_000, -134]),
            ]
        );
        (line.counted_milli, line.expected_milli) = (Some(5_000), Some(7_000));
        (line.difference_milli, line.difference_minor) = (Some(-2_000), Some(-267));
        let last = figures(&line).pop().unwrap();
        assert_eq!(last, said("L2", [4_000, 5_000, -1_000, -134]));
    }
}
