//! `documents.preview`: the pages of a document, to look at.
use documents::{Kind, TypesetError};
use einvoice::Invoice;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::electronic;
use super::export::DocumentFormat;
use super::made::{DocumentInput, made};
use crate::App;
use crate::error::AppError;

/// What it takes.
pub type Input = DocumentInput;

/// A document to look at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Preview {
    /// What it is, in its language.
    pub title: String,
    /// Its number, if it has one.
    pub number: Option<String>,
    /// Its pages as SVG.
    pub pages: Vec<String>,
    /// Whether an invoice has its form for machines too; null of another kind.
    pub electronic: Option<bool>,
    /// What an invoice lacks for that, in English, by the rules of EN 16931.
    pub lacks: Vec<String>,
    /// The other forms for machines that it can be written in, and what it lacks for those.
    pub forms: Vec<ElectronicForm>,
}

/// A form of an invoice for machines.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct ElectronicForm {
    /// The form.
    pub format: DocumentFormat,
    /// What it lacks, in English, by the form's rules; nothing when it can be written.
    pub lacks: Vec<String>,
}

/// What it gives.
pub type Output = Preview;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let made = made(app, &input)?;
    let pages = app
        .typesetter()
        .pages(&made.template, &made.content)
        .map_err(|error| refused(error, input.kind.typeset_as()))?;
    let invoice = made.invoice.as_ref().and_then(|it| it.as_ref().ok());
    Ok(Preview {
        title: made.content.title,
        number: made.content.number,
        pages,
        electronic: made.electronic.as_ref().map(Result::is_ok),
        lacks: made.electronic.and_then(Result::err).unwrap_or_default(),
        forms: invoice.map(forms).unwrap_or_default(),
    })
}

/// What an invoice could be written as, and what it lacks for each.
fn forms(invoice: &Invoice) -> Vec<ElectronicForm> {
    let formats = [
        DocumentFormat::Ubl,
        DocumentFormat::Xrechnung,
        DocumentFormat::Peppol,
    ];
    let of = |format: DocumentFormat| {
        let written = electronic::ubl(invoice, format.profile()?);
        let lacks = written.err().unwrap_or_default();
        Some(ElectronicForm { format, lacks })
    };
    formats.into_iter().filter_map(of).collect()
}

/// A template of a kind that cannot be typeset, or not within its limits.
pub(super) fn refused(error: TypesetError, kind: Kind) -> AppError {
    let code = match error {
        TypesetError::OverTime { .. } => "template_over_time",
        TypesetError::OverMemory { .. } => "template_over_memory",
        TypesetError::Template { .. } | TypesetError::Form(_) => "template_wrong",
    };
    AppError::unavailable(code).with(format!("{}: {error}", kind.word()))
}
