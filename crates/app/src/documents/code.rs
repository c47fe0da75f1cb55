//! `documents.code`: a text as a QR code, drawn.
use std::fmt::Write as _;

use documents::codes::{Modules, qr};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::AppError;
use crate::{App, Bytes};

/// Which text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CodeInput {
    /// What a camera or scanner reads.
    pub text: String,
}

/// What it takes.
pub type Input = CodeInput;

pub(crate) fn run(_app: &App, input: Input) -> Result<Bytes, AppError> {
    let modules = qr(&input.text).ok_or_else(|| AppError::at("text", "too_long"))?;
    Ok(Bytes {
        media_type: "image/svg+xml".to_owned(),
        data: svg(&modules).into_bytes(),
    })
}

/// Dark on light whatever the theme is, with the light edge that readers need.
fn svg(modules: &Modules) -> String {
    let size = modules.width() + 2 * modules.quiet;
    let mut path = String::new();
    for [x, y, length] in modules.runs() {
        let (x, y) = (x + modules.quiet, y + modules.quiet);
        // Writing to a text does not fail.
        let _ = write!(path, "M{x} {y}h{length}v1h-{length}z");
    }
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {size} {size}\" \
         shape-rendering=\"crispEdges\"><rect width=\"{size}\" height=\"{size}\" fill=\"#fff\"/>\
         <path d=\"{path}\" fill=\"#000\"/></svg>"
    )
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::testing::Shop;

    #[test]
    fn a_text_is_drawn_with_its_quiet_edge_and_one_that_is_too_long_is_refused() {
        let shop = Shop::closed();
        let input = json!({ "text": "https://hub.example/t/abc" });
        let drawn = shop.app.call_bytes("documents.code", input).unwrap();
        let svg = String::from_utf8(drawn.data).unwrap();
        assert!(
            svg.starts_with("<svg") && svg.contains("M4 4h7v1h-7z"),
            "{svg}"
        );
        let long = json!({ "text": "x".repeat(5_000) });
        let refused = shop.app.call_bytes("documents.code", long).unwrap_err();
        assert_eq!(
            (refused.code.as_str(), refused.field.as_deref()),
            ("too_long", Some("text"))
        );
    }
}
