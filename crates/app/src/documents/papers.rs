//! `documents.papers`: how the business's documents look, and its own templates.
use domain::settings::{self as rule, Papers};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::dress;
use crate::App;
use crate::error::AppError;
use crate::language::Language;
use crate::request::Nothing;

/// A kind of document, as looks and templates tell them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PaperKind {
    /// What an order would be.
    Quote,
    /// What was agreed.
    Confirmation,
    /// What is to be paid.
    Invoice,
    /// What is taken back of an invoice.
    CreditNote,
    /// What lies in the parcel.
    PackingSlip,
    /// What is to be fetched from the shelves.
    PickList,
    /// Where the parcel goes.
    Label,
    /// What was bought and how it was paid.
    Receipt,
    /// What a customer owes.
    Statement,
    /// What is ordered at a supplier.
    PurchaseOrder,
}

/// The size of a sheet of paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PaperSheet {
    /// 210 by 297 mm.
    A4,
    /// 8.5 by 11 inches.
    Letter,
}

/// A column of the table that can be left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PaperColumn {
    /// The SKU.
    Sku,
    /// The price of one unit.
    UnitPrice,
    /// The rate of the tax.
    Tax,
    /// What was sent before.
    Shipped,
}

/// What is said on documents; the text of the narrowest kind and language counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PaperText {
    /// Of which kind; null for all.
    pub kind: Option<PaperKind>,
    /// In which language; null for all.
    pub language: Option<Language>,
    /// Before the table.
    pub opening: String,
    /// After the sums.
    pub closing: String,
    /// At the foot of each page.
    pub foot: String,
}

/// How documents look.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PaperLook {
    /// The one colour, `#rrggbb`; the product's when empty.
    pub accent: String,
    /// The sheet.
    pub sheet: PaperSheet,
    /// The lines beside the mark; address and contact of the business when empty.
    pub letterhead: String,
    /// What is said on them.
    pub texts: Vec<PaperText>,
    /// Columns that are left out.
    pub hidden: Vec<PaperColumn>,
}

/// A template in place of the product's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PaperTemplate {
    /// Of which kind of document.
    pub kind: PaperKind,
    /// Its text, in the typesetter's language (Typst).
    pub source: String,
}

/// The papers of the business.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct DocumentPapers {
    /// The version of the book's settings, sent back with a change.
    pub version: i64,
    /// How they look.
    pub look: PaperLook,
    /// The mark: a PNG in base64.
    pub logo: Option<String>,
    /// Templates of the business's own.
    pub templates: Vec<PaperTemplate>,
}

/// What it takes.
pub type Input = Nothing;
/// What it gives.
pub type Output = DocumentPapers;

pub(crate) fn run(app: &App, _input: Input) -> Result<Output, AppError> {
    let book = app.book()?.book.id();
    let (papers, version) = app.read_rows(|read| {
        let version = read.settings()?.version;
        Ok((dress::now(read, book)?, version))
    })?;
    Ok(shown(papers, version))
}

/// The papers as they go over the wire.
pub(super) fn shown(papers: Papers, version: u32) -> DocumentPapers {
    let templates = papers.templates.iter().flatten();
    DocumentPapers {
        version: i64::from(version),
        logo: papers.logo().map(str::to_owned),
        templates: templates.filter_map(template).collect(),
        look: look(&papers.look.unwrap_or_default()),
    }
}

fn template(known: &rule::PaperTemplate) -> Option<PaperTemplate> {
    Some(PaperTemplate {
        kind: of_word(&known.kind)?,
        source: known.source.clone(),
    })
}

fn look(known: &rule::PaperLook) -> PaperLook {
    let text = |text: &rule::PaperText| PaperText {
        kind: of_word(&text.kind),
        language: of_word(&text.language),
        opening: text.opening.clone(),
        closing: text.closing.clone(),
        foot: text.foot.clone(),
    };
    PaperLook {
        accent: known.accent.clone(),
        sheet: match known.sheet {
            rule::Sheet::A4 => PaperSheet::A4,
            rule::Sheet::Letter => PaperSheet::Letter,
        },
        letterhead: known.letterhead.clone(),
        texts: known.texts.iter().map(text).collect(),
        hidden: known.hidden.iter().filter_map(|it| of_word(it)).collect(),
    }
}

/// The look as the journal keeps it.
pub(super) fn look_terms(said: &PaperLook) -> rule::PaperLook {
    let text = |text: &PaperText| rule::PaperText {
        kind: text.kind.map(|kind| word(&kind)).unwrap_or_default(),
        language: text.language.map(|it| word(&it)).unwrap_or_default(),
        opening: text.opening.clone(),
        closing: text.closing.clone(),
        foot: text.foot.clone(),
    };
    rule::PaperLook {
        accent: said.accent.clone(),
        sheet: match said.sheet {
            PaperSheet::A4 => rule::Sheet::A4,
            PaperSheet::Letter => rule::Sheet::Letter,
        },
        letterhead: said.letterhead.clone(),
        texts: said.texts.iter().map(text).collect(),
        hidden: said.hidden.iter().map(word).collect(),
    }
}

/// The template as the journal keeps it.
pub(super) fn template_terms(said: &PaperTemplate) -> rule::PaperTemplate {
    rule::PaperTemplate {
        kind: word(&said.kind),
        source: said.source.clone(),
    }
}

/// The word of a kind, a column or a language, as it goes over the wire.
pub(super) fn word(said: &impl Serialize) -> String {
    let word = serde_json::to_value(said).ok();
    let word = word.as_ref().and_then(|value| value.as_str());
    word.unwrap_or_default().to_owned()
}

/// What a word means; nothing of one that this version does not know.
fn of_word<T: serde::de::DeserializeOwned>(word: &str) -> Option<T> {
    serde_json::from_value(word.into()).ok()
}
