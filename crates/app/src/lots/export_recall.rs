//! `lots.export_recall`: who bought a lot, written to a CSV file.
use crate::App;
use crate::error::AppError;
use crate::language::Language;
use crate::outlet::unwritable;
use crate::settings::replace;
use book::dto::{LotBuyer, Recall};
use exchange::{Cell, CsvWriter};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::path::Path;
use ts_rs::TS;
use uuid::Uuid;

/// Where the buyers of a lot go.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct RecallExport {
    /// The product.
    #[ts(optional = false)]
    pub product: Uuid,
    /// The lot, or the serial number.
    #[ts(optional = false)]
    pub lot: String,
    /// The file; replaced when it is there.
    #[ts(optional = false)]
    pub path: String,
    /// The language of the headings; English when absent.
    pub language: Option<Language>,
}

/// The file written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct RecallExported {
    /// The file.
    pub path: String,
    /// Its size.
    pub bytes: i64,
}

/// What it takes.
pub type Input = RecallExport;
/// What it gives.
pub type Output = RecallExported;

const ENGLISH: [&str; 12] = [
    "SKU", "Title", "Lot", "Expires", "Supplier", "Order", "At", "Customer", "E-mail", "Phone",
    "Sold", "Returned",
];
const GERMAN: [&str; 12] = [
    "SKU",
    "Titel",
    "Charge",
    "Haltbar bis",
    "Lieferant",
    "Auftrag",
    "Am",
    "Kunde",
    "E-Mail",
    "Telefon",
    "Verkauft",
    "Zurück",
];

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let today = app.today()?;
    let recall = app.read(|read| read.recall(input.product, &input.lot, today))?;
    let written = table(&recall, input.language.unwrap_or_default());
    let data = written.map_err(|error| AppError::broken("internal").with(error))?;
    replace(Path::new(&input.path), &data).map_err(unwritable)?;
    Ok(RecallExported {
        path: input.path,
        bytes: data.len() as i64,
    })
}

fn table(recall: &Recall, language: Language) -> std::io::Result<Vec<u8>> {
    let mut writer = CsvWriter::new(Vec::new(), true)?;
    let titles = match language {
        Language::De => GERMAN,
        Language::En => ENGLISH,
    };
    writer.row(&titles.map(Cell::Text))?;
    let mut suppliers: Vec<&str> = recall
        .passages
        .iter()
        .filter_map(|one| one.party.as_deref())
        .collect();
    suppliers.sort_unstable();
    suppliers.dedup();
    let suppliers = suppliers.join("; ");
    for buyer in &recall.buyers {
        writer.row(&cells(recall, &suppliers, buyer))?;
    }
    writer.finish()
}

fn cells<'a>(recall: &'a Recall, suppliers: &'a str, buyer: &'a LotBuyer) -> [Cell<'a>; 12] {
    let text = |said: &'a Option<String>| Cell::Text(said.as_deref().unwrap_or_default());
    let figure = |value| Cell::Decimal { value, digits: 3 };
    [
        Cell::Text(&recall.sku),
        Cell::Text(&recall.title),
        Cell::Text(&recall.lot),
        text(&recall.expires),
        Cell::Text(suppliers),
        Cell::Text(&buyer.number),
        Cell::Text(&buyer.at_local),
        text(&buyer.name),
        text(&buyer.email),
        text(&buyer.phone),
        figure(buyer.quantity_milli),
        figure(buyer.returned_milli),
    ]
}
