//! `reports.export`: a report written to a file, whole or not at all.
use super::drawing::chart_of;
use super::run::figures;
use super::table::table_csv;
use crate::App;
use crate::error::AppError;
use crate::language::Language;
use crate::settings::replace;
use book::dto::Report;
use book::dto::ReportInput;
use charts::{Chart, Size, png, svg};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::path::Path;
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
    /// The language of a chart's words and of a CSV table's headings; English when absent.
    pub language: Option<Language>,
}

impl Part for ExportTarget {
    const KEYS: &'static [&'static str] = &["path", "format", "width_px", "height_px", "language"];
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

/// The size of an exported chart that is not asked for another.
const EXPORT_PX: (u32, u32) = (1_600, 900);

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let report = figures(app, &input.body)?;
    let data = written(&report, &input.part)?;
    let path = Path::new(&input.part.path);
    replace(path, &data).map_err(|error| {
        AppError::unavailable("file_unwritable")
            .in_field("path")
            .with(error)
    })?;
    Ok(Exported {
        path: input.part.path,
        bytes: data.len() as i64,
    })
}

fn written(report: &Report, target: &ExportTarget) -> Result<Vec<u8>, AppError> {
    let broken = |error: String| AppError::broken("internal").with(error);
    let size = Size {
        width_px: target.width_px.unwrap_or(EXPORT_PX.0),
        height_px: target.height_px.unwrap_or(EXPORT_PX.1),
        scale: 1,
    };
    let language = target.language.unwrap_or_default();
    let chart = || {
        Ok::<_, AppError>(Chart {
            size,
            standalone: true,
            ..chart_of(report, language)?
        })
    };
    match target.format {
        ExportFormat::Png => Ok(png(&chart()?)?),
        ExportFormat::Svg => Ok(svg(&chart()?)?.into_bytes()),
        ExportFormat::Csv => table_csv(report, language).map_err(|error| broken(error.to_string())),
        ExportFormat::Json => {
            let text = serde_json::to_vec_pretty(report);
            text.map_err(|error| broken(error.to_string()))
        }
    }
}

#[cfg(test)]
mod tests {
    use book::dto::*;
    use serde_json::json;

    use crate::testing::Shop;

    #[test]
    fn a_report_is_written_in_every_form() {
        let shop = Shop::open();
        shop.placed(&shop.product("MUG", 12_000_000), 1_000);
        for format in ["png", "svg", "csv", "json"] {
            let path = shop.path(&format!("sales.{format}"));
            let input = json!({ "report": "sales-by-day", "path": path, "format": format });
            let exported: super::Exported = shop.call("reports.export", input);
            assert_eq!(
                std::fs::metadata(&path).unwrap().len() as i64,
                exported.bytes
            );
        }
        let csv = std::fs::read_to_string(shop.path("sales.csv")).unwrap();
        assert!(
            csv.contains("Revenue (GBP)") && csv.contains("10.00"),
            "{csv}"
        );
        let json: Report =
            serde_json::from_slice(&std::fs::read(shop.path("sales.json")).unwrap()).unwrap();
        assert_eq!(json.report, "sales-by-day");
    }

    #[test]
    fn a_german_export_has_german_headings_and_the_same_keys() {
        let shop = Shop::open();
        shop.placed(&shop.product("MUG", 12_000_000), 1_000);
        let export = |format: &str| {
            let path = shop.path(&format!("sales.{format}"));
            let input = json!({
                "report": "sales-by-day", "path": path, "format": format, "language": "de"
            });
            let _: super::Exported = shop.call("reports.export", input);
            std::fs::read_to_string(path).unwrap()
        };
        assert!(export("csv").contains("Umsatz (GBP)"));
        assert!(export("svg").contains("Umsatz je Tag"));
        assert!(export("json").contains("\"title\": \"Revenue\""));
    }

    #[test]
    fn an_unknown_language_is_refused_at_its_field() {
        let shop = Shop::open();
        let path = shop.path("sales.csv");
        let input = json!({ "report": "returns", "path": path, "format": "csv", "language": "fr" });
        let refused = shop.refused("reports.export", input);
        assert_eq!(refused, ("malformed".into(), Some("language".into())));
    }

    #[test]
    fn a_failed_write_is_reported_and_leaves_the_old_file() {
        let shop = Shop::open();
        let path = shop.path("nowhere/sales.csv");
        let input = json!({ "report": "returns", "path": path, "format": "csv" });
        let refused = shop.refused("reports.export", input);
        assert_eq!(refused, ("file_unwritable".into(), Some("path".into())));
    }
}
