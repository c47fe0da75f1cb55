//! `reports.export`: a report written to a file, whole or not at all.
use book::dto::ReportInput;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::request::{Part, With};

/// What a report is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ExportFormat {
    /// The chart in pixels.
    Png,
    /// The chart in vectors.
    Svg,
    /// The table.
    Csv,
    /// The table with its query and units.
    Json,
}

/// Where a report goes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ExportTarget {
    /// The file; replaced when it is there.
    #[ts(optional = false)]
    pub path: String,
    /// What it is written as.
    #[ts(optional = false)]
    pub format: ExportFormat,
    /// The width of a chart; 1600 when absent.
    pub width_px: Option<u32>,
    /// The height of a chart; 900 when absent.
    pub height_px: Option<u32>,
}

impl Part for ExportTarget {
    const KEYS: &'static [&'static str] = &["path", "format", "width_px", "height_px"];
}

/// The file written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Exported {
    /// The file.
    pub path: String,
    /// Its size.
    pub bytes: i64,
}

/// What it takes.
pub type Input = With<ExportTarget, ReportInput>;
/// What it gives.
pub type Output = Exported;
