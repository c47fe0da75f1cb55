//! `documents.export`: a document written to a PDF file, whole or not at all.
use std::path::Path;

use einvoice::Profile;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::electronic;
use super::made::{DocumentInput, DocumentKind, Made, made};
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
    /// The same as UBL 2.1 after EN 16931.
    Ubl,
    /// The same as UBL 2.1 for German authorities (XRechnung).
    Xrechnung,
    /// The same as UBL 2.1 for the network of Peppol.
    Peppol,
}

impl DocumentFormat {
    /// What UBL is written for; none of another format.
    pub(super) const fn profile(self) -> Option<Profile> {
        match self {
            Self::Pdf | Self::Xml => None,
            Self::Ubl => Some(Profile::Core),
            Self::Xrechnung => Some(Profile::XRechnung),
            Self::Peppol => Some(Profile::Peppol),
        }
    }
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
    let kind = input.body.kind;
    let format = input.part.format.unwrap_or_default();
    let data = match format {
        DocumentFormat::Pdf => file(app, made, kind, input.part.copy.unwrap_or(false))?,
        _ => xml(made, format)?,
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

/// The document as PDF.
pub(super) fn file(
    app: &App,
    mut made: Made,
    kind: DocumentKind,
    copy: bool,
) -> Result<Vec<u8>, AppError> {
    if let (Some(issued), true) = (&made.issued, copy) {
        let words = Words::of(Language::of_tag(&issued.language));
        let mark = &mut made.content.mark;
        mark.get_or_insert_with(|| words.copy.to_owned());
    }
    // A preview is no invoice: it carries none.
    let xml = made.issued.as_ref().and(made.electronic.as_ref());
    let how = electronic::within(xml.and_then(|xml| xml.as_deref().ok()));
    let typeset = app.typesetter().pdf(&made.template, &made.content, &how);
    typeset.map_err(|error| refused(error, kind.typeset_as()))
}

/// An issued document for machines. CII lies there as it was issued, UBL is written from what it
/// was written from.
fn xml(made: Made, format: DocumentFormat) -> Result<Vec<u8>, AppError> {
    let lacks = || AppError::unavailable("not_electronic").in_field("format");
    let written = match (made.issued, format.profile(), made.invoice) {
        (None, _, _) => return Err(lacks()),
        (_, None, _) => made.electronic.and_then(Result::ok).ok_or_else(lacks)?,
        (_, Some(profile), Some(Ok(invoice))) => electronic::ubl(&invoice, profile)
            .map_err(|lacking| lacks().with(lacking.join("; ")))?,
        _ => return Err(lacks()),
    };
    Ok(written.into_bytes())
}
