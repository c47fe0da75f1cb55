//! `documents.export_purchase`: a purchase order written to a file: PDF for people, CSV for the
//! supplier's machines.
use std::path::Path;

use book::dto::Purchase;
use documents::{Kind, Pdf};
use exchange::{Cell, CsvWriter};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::export::WrittenDocument;
use super::figures::digits;
use super::issue::digest;
use super::preview::refused;
use super::purchase::{PurchasePaperInput, made};
use crate::App;
use crate::error::AppError;
use crate::request::{Part, With};
use crate::settings::replace;

/// What a purchase order is written as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PurchaseFormat {
    /// For people.
    #[default]
    Pdf,
    /// For machines: a row for each line, as they are now.
    Csv,
}

/// Where it goes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct PurchaseTarget {
    /// The file; replaced when it is there.
    #[ts(optional = false)]
    pub path: String,
    /// What it is written as; a PDF when absent.
    pub format: Option<PurchaseFormat>,
}

impl Part for PurchaseTarget {
    const KEYS: &'static [&'static str] = &["path", "format"];
}

/// What it takes.
pub type Input = With<PurchaseTarget, PurchasePaperInput>;
/// What it gives.
pub type Output = WrittenDocument;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let data = match input.part.format.unwrap_or_default() {
        PurchaseFormat::Pdf => pdf(app, &input.body)?,
        PurchaseFormat::Csv => {
            let purchase = app.read_rows(|read| read.purchase(input.body.purchase))?;
            csv(&purchase).map_err(|error| AppError::broken("internal").with(error))?
        }
    };
    let path = input.part.path;
    replace(Path::new(&path), &data).map_err(|error| {
        AppError::unavailable("file_unwritable")
            .in_field("path")
            .with(error)
    })?;
    Ok(WrittenDocument {
        path,
        bytes: data.len() as i64,
        sha256: digest(&data),
    })
}

fn pdf(app: &App, asked: &PurchasePaperInput) -> Result<Vec<u8>, AppError> {
    let (content, template) = made(app, asked)?;
    let made = app.typesetter().pdf(&template, &content, &Pdf::default());
    made.map_err(|error| refused(error, Kind::PurchaseOrder))
}

const HEADS: [&str; 11] = [
    "order",
    "line",
    "code",
    "sku",
    "title",
    "quantity",
    "pack",
    "unit_cost",
    "total",
    "currency",
    "expected",
];

fn csv(purchase: &Purchase) -> std::io::Result<Vec<u8>> {
    let mut out = CsvWriter::new(Vec::new(), false)?;
    out.row(&HEADS.map(Cell::Text))?;
    let digits = u32::from(digits(&purchase.currency));
    for line in &purchase.lines {
        let text = |said: &'_ Option<String>| said.clone().unwrap_or_default();
        let (number, code) = (text(&purchase.row.number), text(&line.code));
        let expected = text(&line.expected_day);
        let milli = |value| Cell::Decimal { value, digits: 3 };
        out.row(&[
            Cell::Text(&number),
            Cell::Integer(line.line.into()),
            Cell::Text(&code),
            Cell::Text(&line.sku),
            Cell::Text(&line.title),
            milli(line.quantity_milli),
            line.pack_milli.map_or(Cell::Empty, milli),
            unit_cost(line.unit_cost_micro, digits),
            Cell::Fixed {
                value: line.total_minor,
                digits,
            },
            Cell::Text(&purchase.currency),
            Cell::Text(&expected),
        ])?;
    }
    out.finish()
}

/// A cost with the digits of its currency, and more where it has more.
fn unit_cost(micro: i64, digits: u32) -> Cell<'static> {
    let whole = 10_i64.pow(6_u32.saturating_sub(digits));
    match micro % whole {
        0 => Cell::Fixed {
            value: micro / whole,
            digits,
        },
        _ => Cell::Decimal {
            value: micro,
            digits: 6,
        },
    }
}
