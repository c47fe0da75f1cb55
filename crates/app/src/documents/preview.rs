//! `documents.preview`: the pages of a document, to look at.
use documents::{TypesetError, built_in, pages};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

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
}

/// What it gives.
pub type Output = Preview;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let made = made(app, &input)?;
    let pages = pages(&built_in(made.kind), &made.content).map_err(refused)?;
    Ok(Preview {
        title: made.content.title,
        number: made.content.number,
        pages,
        electronic: made.electronic.as_ref().map(Result::is_ok),
        lacks: made.electronic.and_then(Result::err).unwrap_or_default(),
    })
}

/// A template that cannot be typeset.
pub(super) fn refused(error: TypesetError) -> AppError {
    AppError::broken("template_wrong").with(error)
}
