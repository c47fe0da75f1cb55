//! `documents.preview_labels`: sheets of labels, to look at.
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::labels::{LabelsInput, laid};
use crate::App;
use crate::error::AppError;

/// Labels to look at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct LabelsPreview {
    /// How many labels there are.
    pub labels: i64,
    /// How many sheets they take.
    pub sheets: i64,
    /// The first sheet as SVG.
    pub page: String,
}

/// What it takes.
pub type Input = LabelsInput;
/// What it gives.
pub type Output = LabelsPreview;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let mut labels = laid(app, &input)?;
    let (count, places) = (labels.labels.len(), labels.sheet.places());
    labels.labels.truncate(places - labels.skip);
    let pages = labels.pages();
    let pages = pages.map_err(|error| AppError::broken("internal").with(error))?;
    Ok(LabelsPreview {
        labels: count as i64,
        sheets: (count + labels.skip).div_ceil(places) as i64,
        page: pages.into_iter().next().unwrap_or_default(),
    })
}
