//! `documents.preview_statement`: the pages of a statement of account, to look at.
use documents::Kind;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::preview::refused;
use super::statement::{StatementInput, made};
use crate::App;
use crate::error::AppError;

/// A statement to look at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct StatementPreview {
    /// What it is, in its language.
    pub title: String,
    /// Its pages as SVG.
    pub pages: Vec<String>,
}

/// What it takes.
pub type Input = StatementInput;
/// What it gives.
pub type Output = StatementPreview;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let (made, template) = made(app, &input)?;
    let pages = app
        .typesetter()
        .pages(&template, &made.content)
        .map_err(|error| refused(error, Kind::Statement))?;
    Ok(StatementPreview {
        title: made.content.title,
        pages,
    })
}
