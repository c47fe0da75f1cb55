//! Labels of products: what is asked for, and what stands on each.
use book::dto::Product;
use documents::codes::{Modules, code128, ean, qr};
use documents::{Drawn, Label, Labels, Sheet};
use domain::gtin::{Gtin, gtin};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::figures::{Figures, digits};
use crate::App;
use crate::error::AppError;
use crate::language::Language;

/// Labels of one run, all products together.
const MOST_LABELS: i64 = 5_000;
/// Products of one run.
const MOST_PRODUCTS: usize = 1_000;

/// How labels lie on the paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub enum LabelSheet {
    /// A4 with three columns of eight: 70 x 37 mm.
    #[serde(rename = "a4_3x8")]
    A4Of24,
    /// A4 with four columns of ten: 48.5 x 25.4 mm.
    #[serde(rename = "a4_4x10")]
    A4Of40,
    /// Single labels of 57 x 32 mm.
    #[serde(rename = "single_57x32")]
    Single,
}

/// What stands on a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum LabelField {
    /// What it is.
    Title,
    /// Its stock-keeping unit.
    Sku,
    /// What it costs.
    Price,
    /// What that buys.
    Unit,
    /// A code to scan.
    Code,
}

/// How the code is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum LabelCode {
    /// As an EAN where the barcode is one, as Code 128 where it fits, else as a QR code.
    #[default]
    Auto,
    /// As Code 128.
    Code128,
    /// As a QR code.
    Qr,
}

/// A product, and how many labels of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LabelItem {
    /// The product.
    pub product: Uuid,
    /// How many.
    pub count: i64,
}

/// Labels that are asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct LabelsInput {
    /// How they lie.
    #[ts(optional = false)]
    pub sheet: LabelSheet,
    /// What stands on them.
    #[ts(optional = false)]
    pub fields: Vec<LabelField>,
    /// How the code is drawn; fitting when absent.
    pub code: Option<LabelCode>,
    /// Labels of the first sheet that are used up; none when absent.
    pub skip: Option<i64>,
    /// The products.
    #[ts(optional = false)]
    pub items: Vec<LabelItem>,
    /// The language of their figures; English when absent.
    pub language: Option<Language>,
}

/// A product's label, before it is drawn or written for a printer.
pub(super) struct Worded {
    pub count: i64,
    pub title: Option<String>,
    pub sku: Option<String>,
    pub price: Option<String>,
    pub unit: Option<String>,
    /// The text of the code.
    pub code: Option<String>,
}

/// What a code is drawn as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Ean,
    Code128,
    Qr,
}

/// The measures of a sheet.
pub(super) fn sheet(asked: LabelSheet) -> Sheet {
    match asked {
        LabelSheet::A4Of24 => Sheet::A4_3X8,
        LabelSheet::A4Of40 => Sheet::A4_4X10,
        LabelSheet::Single => Sheet::SINGLE_57X32,
    }
}

/// What stands on the labels, product by product.
pub(super) fn worded(app: &App, asked: &LabelsInput) -> Result<Vec<Worded>, AppError> {
    check(asked)?;
    let figures_of =
        |currency: &str| Figures::new(asked.language.unwrap_or_default(), digits(currency));
    let (products, currency) = app.read(|read| {
        let ids = asked.items.iter().map(|item| read.product(item.product));
        let products: Vec<Product> = ids.collect::<book::Result<_>>()?;
        Ok((products, read.settings()?.currency().to_owned()))
    })?;
    let figures = figures_of(&currency);
    let has = |field| asked.fields.contains(&field);
    let worded = asked.items.iter().zip(products).map(|(item, product)| {
        let said = |field, text: String| has(field).then_some(text).filter(|text| !text.is_empty());
        let price = format!("{} {currency}", figures.price(product.row.unit_price_micro));
        Worded {
            count: item.count,
            code: said(LabelField::Code, code_of(&product)),
            title: said(LabelField::Title, product.row.title),
            sku: said(LabelField::Sku, product.row.sku),
            price: said(LabelField::Price, price),
            unit: said(LabelField::Unit, product.unit),
        }
    });
    Ok(worded.collect())
}

/// The labels laid on their sheets.
pub(super) fn laid(app: &App, asked: &LabelsInput) -> Result<Labels, AppError> {
    let sheet = sheet(asked.sheet);
    let mut labels = Vec::new();
    for (index, one) in worded(app, asked)?.into_iter().enumerate() {
        let code = match &one.code {
            Some(text) => Some(drawn(asked, &sheet, text).ok_or_else(|| {
                let field = format!("items.{index}.product");
                AppError::at(field, "label_code_too_long").with(text)
            })?),
            None => None,
        };
        let label = Label {
            title: one.title,
            sku: one.sku,
            price: one.price,
            unit: one.unit,
            code,
        };
        labels.extend(std::iter::repeat_n(label, one.count as usize));
    }
    Ok(Labels {
        sheet,
        skip: asked.skip.unwrap_or(0) as usize,
        title: title(asked.language.unwrap_or_default()).to_owned(),
        date: app.today()?.to_string(),
        language: asked.language.unwrap_or_default().tag().to_owned(),
        labels,
    })
}

/// What the file and the job of the printer are called.
pub(super) fn title(language: Language) -> &'static str {
    match language {
        Language::En => "Labels",
        Language::De => "Etiketten",
    }
}

/// What a text is drawn as: the first way that it can be.
pub(super) fn kinds(asked: Option<LabelCode>, text: &str) -> &'static [Kind] {
    let is_ean = gtin(text) == Gtin::Right && text.len() != 14;
    match asked.unwrap_or_default() {
        LabelCode::Auto if is_ean => &[Kind::Ean, Kind::Code128, Kind::Qr],
        LabelCode::Auto => &[Kind::Code128, Kind::Qr],
        LabelCode::Code128 => &[Kind::Code128],
        LabelCode::Qr => &[Kind::Qr],
    }
}

fn drawn(asked: &LabelsInput, sheet: &Sheet, text: &str) -> Option<Drawn> {
    let kinds = kinds(asked.code, text).iter();
    kinds
        .filter_map(|kind| modules(*kind, text))
        .find_map(|code| Drawn::on(sheet, &code, text))
}

/// The modules of a text; `None` when that kind has no letters for it.
pub(super) fn modules(kind: Kind, text: &str) -> Option<Modules> {
    match kind {
        Kind::Ean => ean(text),
        Kind::Code128 => code128(text),
        Kind::Qr => qr(text),
    }
}

/// The first barcode that is a sound article number, else the first, else the number of the shop.
fn code_of(product: &Product) -> String {
    let sound = |code: &&String| gtin(code) == Gtin::Right;
    let code = product.barcodes.iter().find(sound);
    let code = code.or(product.barcodes.first());
    code.unwrap_or(&product.row.sku).clone()
}

fn check(asked: &LabelsInput) -> Result<(), AppError> {
    if asked.items.is_empty() {
        return Err(AppError::at("items", "required"));
    }
    if asked.items.len() > MOST_PRODUCTS {
        return Err(AppError::at("items", "too_many").with(MOST_PRODUCTS));
    }
    if asked.fields.is_empty() {
        return Err(AppError::at("fields", "required"));
    }
    let mut labels = 0_i64;
    for (index, item) in asked.items.iter().enumerate() {
        labels = labels.saturating_add(item.count);
        if item.count < 1 || labels > MOST_LABELS {
            let field = format!("items.{index}.count");
            return Err(AppError::at(field, "out_of_range").with(MOST_LABELS));
        }
    }
    let places = sheet(asked.sheet).places() as i64;
    if !(0..places).contains(&asked.skip.unwrap_or(0)) {
        return Err(AppError::at("skip", "out_of_range").with(places - 1));
    }
    Ok(())
}
