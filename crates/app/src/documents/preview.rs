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
    })
}

/// A template that cannot be typeset.
pub(super) fn refused(error: TypesetError) -> AppError {
    AppError::broken("template_wrong").with(error)
}
