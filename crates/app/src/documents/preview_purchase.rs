//! `documents.preview_purchase`: the pages of a purchase order, to look at.
use documents::Kind;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::preview::refused;
use super::purchase::{PurchasePaperInput, made};
use crate::App;
use crate::error::AppError;

/// A purchase order to look at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct PurchasePreview {
    /// What it is, in its language.
    pub title: String,
    /// Its number, if it was ordered.
    pub number: Option<String>,
    /// Its pages as SVG.
    pub pages: Vec<String>,
}

/// What it takes.
pub type Input = PurchasePaperInput;
/// What it gives.
pub type Output = PurchasePreview;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let (content, template) = made(app, &input)?;
    let pages = app
        .typesetter()
        .pages(&template, &content)
        .map_err(|error| refused(error, Kind::PurchaseOrder))?;
    Ok(PurchasePreview {
        title: content.title,
        number: content.number,
        pages,
    })
}
