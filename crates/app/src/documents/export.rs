//! `documents.export`: a document written to a PDF file, whole or not at all.
use std::path::Path;

use documents::{built_in, pdf};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::electronic;
use super::made::{DocumentInput, Made, made};
use super::preview::refused;
use super::words::Words;
use crate::App;
use crate::error::AppError;
use crate::language::Language;
use crate::request::{Part, With};
use crate::settings::replace;

/// What a document is written as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DocumentFormat {
    /// For people; an invoice carries its form for machines in it.
    #[default]
    Pdf,
    /// An issued invoice for machines alone: UN/CEFACT CII after EN 16931.
    Xml,
}

/// Where a document goes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct DocumentTarget {
    /// The file; replaced when it is there.
    #[ts(optional = false)]
    pub path: String,
    /// What it is written as; a PDF when absent.
    pub format: Option<DocumentFormat>,
    /// Marks an issued document as a copy; the original's very bytes when absent.
    pub copy: Option<bool>,
}

impl Part for DocumentTarget {
    const KEYS: &'static [&'static str] = &["path", "format", "copy"];
}

/// The file written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct WrittenDocument {
    /// The file.
    pub path: String,
    /// Its size.
    pub bytes: i64,
    /// SHA-256 of it, in hexadecimal digits.
    pub sha256: String,
}

/// What it takes.
pub type Input = With<DocumentTarget, DocumentInput>;
/// What it gives.
pub type Output = WrittenDocument;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let made = made(app, &input.body)?;
    let data = match input.part.format.unwrap_or_default() {
        DocumentFormat::Pdf => file(made, input.part.copy.unwrap_or(false))?,
        DocumentFormat::Xml => xml(made)?,
    };
    replace(Path::new(&input.part.path), &data).map_err(|error| {
        AppError::unavailable("file_unwritable")
            .in_field("path")
            .with(error)
    })?;
    Ok(WrittenDocument {
        path: input.part.path,
        bytes: data.len() as i64,
        sha256: super::issue::digest(&data),
    })
}

fn file(mut made: Made, copy: bool) -> Result<Vec<u8>, AppError> {
    if let (Some(issued), true) = (&made.issued, copy) {
        let words = Words::of(Language::of_tag(&issued.language));
        let mark = &mut made.content.mark;
        mark.get_or_insert_with(|| words.copy.to_owned());
    }
    // A preview is no invoice: it carries none.
    let xml = made.issued.as_ref().and(made.electronic.as_ref());
    let how = electronic::within(xml.and_then(|xml| xml.as_deref().ok()));
    pdf(&built_in(made.kind), &made.content, &how).map_err(refused)
}

fn xml(made: Made) -> Result<Vec<u8>, AppError> {
    match (made.issued, made.electronic) {
        (Some(_), Some(Ok(xml))) => Ok(xml.into_bytes()),
        _ => Err(AppError::unavailable("not_electronic").in_field("format")),
    }
}
