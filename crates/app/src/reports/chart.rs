//! `reports.chart`: a report drawn, as the bytes of a picture.
use super::drawing::chart_of;
use super::run::figures;
use crate::App;
use crate::error::AppError;
use crate::language::Language;
use book::dto::ReportInput;
use charts::{Chart, Size, Theme, png, svg};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Bytes;
use crate::request::{Part, With};

/// What a chart is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ChartFormat {
    /// Vectors.
    Svg,
    /// Pixels.
    Png,
}

/// The colours of a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ChartTheme {
    /// Dark on white.
    Light,
    /// Light on dark.
    Dark,
    /// Strong colours on black.
    Contrast,
}

/// How a chart is drawn.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ChartShape {
    /// What it is written as.
    #[ts(optional = false)]
    pub format: ChartFormat,
    /// The width.
    #[ts(optional = false)]
    pub width_px: u32,
    /// The height.
    #[ts(optional = false)]
    pub height_px: u32,
    /// Pixels of the picture for one of the width, for dense screens; 1 when absent.
    pub scale: Option<f64>,
    /// The colours.
    #[ts(optional = false)]
    pub theme: ChartTheme,
    /// The language of its words; English when absent.
    pub language: Option<Language>,
}

impl Part for ChartShape {
    const KEYS: &'static [&'static str] = &[
        "format",
        "width_px",
        "height_px",
        "scale",
        "theme",
        "language",
    ];
}

/// What it takes.
pub type Input = With<ChartShape, ReportInput>;
/// What it gives.
pub type Output = Bytes;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let report = figures(app, &input.body)?;
    let shape = &input.part;
    let scale = shape.scale.unwrap_or(1.0).ceil().clamp(1.0, 4.0) as u32;
    let size = Size {
        width_px: shape.width_px,
        height_px: shape.height_px,
        scale,
    };
    let theme = match shape.theme {
        ChartTheme::Light => Theme::Light,
        ChartTheme::Dark => Theme::Dark,
        ChartTheme::Contrast => Theme::Contrast,
    };
    let chart = Chart {
        size,
        palette: theme,
        ..chart_of(&report, shape.language.unwrap_or_default())?
    };
    Ok(match shape.format {
        ChartFormat::Svg => {
            // The page has a heading and the font of its own.
            let bare = Chart {
                title: String::new(),
                subtitle: String::new(),
                ..chart
            };
            Bytes {
                media_type: "image/svg+xml".into(),
                data: svg(&bare)?.into_bytes(),
            }
        }
        ChartFormat::Png => Bytes {
            media_type: "image/png".into(),
            data: png(&chart)?,
        },
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::testing::Shop;

    #[test]
    fn every_report_is_drawn_in_both_forms_with_and_without_figures() {
        let shop = Shop::open();
        for filled in [false, true] {
            if filled {
                shop.placed(&shop.product("MUG", 12_000_000), 1_000);
            }
            for info in book::read::reports() {
                for (format, start) in [("svg", &b"<svg"[..]), ("png", b"\x89PNG")] {
                    let input = json!({
                        "report": info.report, "format": format, "width_px": 400, "height_px": 240,
                        "theme": "dark"
                    });
                    let bytes = shop.app.call_bytes("reports.chart", input).unwrap();
                    assert!(bytes.data.starts_with(start), "{} {format}", info.report);
                }
            }
        }
    }

    fn svg(shop: &Shop, report: &str, more: &[(&str, &str)]) -> String {
        let mut input = json!({
            "report": report, "format": "svg", "width_px": 600, "height_px": 400, "theme": "light"
        });
        for (key, value) in more {
            input[*key] = json!(value);
        }
        let bytes = shop.app.call_bytes("reports.chart", input).unwrap();
        String::from_utf8(bytes.data).unwrap()
    }

    #[test]
    fn a_chart_speaks_the_language_that_is_asked_for() {
        let shop = Shop::open();
        let german = [("language", "de")];
        assert!(svg(&shop, "returns", &[]).contains("No figures"));
        assert!(svg(&shop, "returns", &german).contains("Keine Zahlen"));
        shop.placed(&shop.product("MUG", 12_000_000), 1_000);
        let (english, german) = (
            svg(&shop, "hour-weekday", &[]),
            svg(&shop, "hour-weekday", &german),
        );
        for (days, drawing) in [(["Mon", "Sun"], &english), (["Mo", "So"], &german)] {
            assert!(
                days.iter().all(|day| drawing.contains(&format!(">{day}<"))),
                "{drawing}"
            );
        }
        assert!(svg(&shop, "stock-movements", &[("language", "de")]).contains("Stück"));
    }

    #[test]
    fn a_chart_of_high_contrast_is_drawn_in_its_accent() {
        let shop = Shop::open();
        shop.placed(&shop.product("MUG", 12_000_000), 1_000);
        let drawing = svg(&shop, "sales-by-day", &[("theme", "contrast")]);
        assert!(drawing.to_lowercase().contains("#ffd800"), "{drawing}");
    }

    #[test]
    fn a_chart_that_is_too_small_is_refused() {
        let shop = Shop::open();
        let input = json!({
            "report": "returns", "format": "svg", "width_px": 3, "height_px": 3, "theme": "light"
        });
        let error = shop.app.call_bytes("reports.chart", input).unwrap_err();
        assert_eq!(error.code, "out_of_range");
    }
}
