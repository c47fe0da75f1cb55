//! `documents.export`: a document written to a PDF file, whole or not at all.
use std::path::Path;

use documents::{Pdf, built_in, pdf};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::made::{DocumentInput, made};
use super::preview::refused;
use super::words::Words;
use crate::App;
use crate::error::AppError;
use crate::language::Language;
use crate::request::{Part, With};
use crate::settings::replace;

/// Where a document goes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct DocumentTarget {
    /// The file; replaced when it is there.
    #[ts(optional = false)]
    pub path: String,
    /// Marks an issued document as a copy; the original's very bytes when absent.
    pub copy: Option<bool>,
}

impl Part for DocumentTarget {
    const KEYS: &'static [&'static str] = &["path", "copy"];
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
    let mut made = made(app, &input.body)?;
    if let (Some(issued), Some(true)) = (&made.issued, input.part.copy) {
        let words = Words::of(Language::of_tag(&issued.language));
        made.content.mark = Some(words.copy.to_owned());
    }
    let data = pdf(&built_in(made.kind), &made.content, &Pdf::default()).map_err(refused)?;
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
