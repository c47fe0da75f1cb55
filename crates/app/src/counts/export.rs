//! `counts.export`: what a count found beside what should be there, written to a CSV file.
use crate::App;
use crate::error::AppError;
use crate::language::Language;
use crate::outlet::unwritable;
use crate::settings::replace;
use book::dto::{Count, CountLine};
use domain::currency::Currency;
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

const ENGLISH: [&str; 8] = [
    "SKU",
    "Title",
    "Counted at",
    "Counted",
    "Expected",
    "Difference",
    "Cost",
    "Value",
];
const GERMAN: [&str; 8] = [
    "SKU",
    "Titel",
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
        writer.row(&cells(line, digits))?;
    }
    writer.finish()
}

fn cells(line: &CountLine, digits: u32) -> [Cell<'_>; 8] {
    let figure = |value: Option<i64>, digits| {
        value.map_or(Cell::Empty, |value| Cell::Decimal { value, digits })
    };
    let money = line.difference_minor;
    [
        Cell::Text(&line.sku),
        Cell::Text(&line.title),
        Cell::Text(line.counted_local.as_deref().unwrap_or_default()),
        figure(line.counted_milli, 3),
        figure(line.expected_milli, 3),
        figure(line.difference_milli, 3),
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
        assert!(rows[0].ends_with("SKU,Titel,Gezählt am,Gezählt,Soll,Differenz,Einstand,Wert"));
        assert!(
            rows[1].starts_with("MUG,MUG,2026-11-23T10:01,18"),
            "{}",
            rows[1]
        );
        assert!(rows[1].ends_with("-5.00"), "{}", rows[1]);
    }
}
