//! `documents.print`: a document on paper, through the system's printers and without a dialog.
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::export::file;
use super::made::{DocumentInput, made};
use crate::App;
use crate::error::AppError;
use crate::print::{Sheet, send};
use crate::request::{Part, With};

/// How it is printed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct DocumentPrinting {
    /// The printer; this installation's, or the system's, when absent.
    pub printer: Option<String>,
    /// How many copies, at most 99; one when absent.
    pub copies: Option<u32>,
    /// Marks an issued document as a copy.
    pub copy: Option<bool>,
}

impl Part for DocumentPrinting {
    const KEYS: &'static [&'static str] = &["printer", "copies", "copy"];
}

/// What was printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct PrintedDocument {
    /// The printer that it went to.
    pub printer: String,
    /// How many copies.
    pub copies: u32,
}

/// What it takes.
pub type Input = With<DocumentPrinting, DocumentInput>;
/// What it gives.
pub type Output = PrintedDocument;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let made = made(app, &input.body)?;
    let number = made.content.number.clone().unwrap_or_default();
    let title = format!("{} {number}", made.content.title);
    let pdf = file(app, made, input.body.kind, input.part.copy.unwrap_or(false))?;
    let copies = input.part.copies.unwrap_or(1);
    let sheet = Sheet {
        title: title.trim(),
        pdf: &pdf,
        copies,
    };
    let printer = send(app, input.part.printer.as_deref(), &sheet)?;
    Ok(PrintedDocument { printer, copies })
}
