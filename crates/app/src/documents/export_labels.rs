//! `documents.export_labels`: labels written to a file, as sheets or for a label printer.
use std::path::Path;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::export::WrittenDocument;
use super::issue::digest;
use super::labels::{LabelsInput, laid, sheet, worded};
use super::zpl::zpl;
use crate::App;
use crate::error::AppError;
use crate::request::{Part, With};
use crate::settings::replace;

/// What labels are written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum LabelFormat {
    /// Sheets.
    Pdf,
    /// Commands of a label printer (ZPL II, 203 dots an inch).
    Zpl,
}

/// Where labels go.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LabelTarget {
    /// The file; replaced when it is there.
    pub path: String,
    /// What they are written as.
    pub format: LabelFormat,
}

impl Part for LabelTarget {
    const KEYS: &'static [&'static str] = &["path", "format"];
}

/// What it takes.
pub type Input = With<LabelTarget, LabelsInput>;
/// What it gives.
pub type Output = WrittenDocument;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let data = match input.part.format {
        LabelFormat::Pdf => {
            let pdf = laid(app, &input.body)?.pdf();
            pdf.map_err(|error| AppError::broken("internal").with(error))?
        }
        LabelFormat::Zpl => commands(app, &input.body)?.into_bytes(),
    };
    let path = input.part.path;
    replace(Path::new(&path), &data).map_err(|error| {
        AppError::unavailable("file_unwritable")
            .in_field("path")
            .with(error)
    })?;
    Ok(WrittenDocument {
        path,
        bytes: data.len() as i64,
        sha256: digest(&data),
    })
}

/// The commands of a label printer.
pub(super) fn commands(app: &App, asked: &LabelsInput) -> Result<String, AppError> {
    let mut out = String::new();
    for (index, label) in worded(app, asked)?.iter().enumerate() {
        let written = zpl(&sheet(asked.sheet), asked.code, label);
        out += &written.ok_or_else(|| {
            let field = format!("items.{index}.product");
            let code = label.code.as_deref().unwrap_or_default();
            AppError::at(field, "label_code_too_long").with(code)
        })?;
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use book::dto::Product;
    use serde_json::{Value, json};

    use super::WrittenDocument;
    use crate::documents::preview_labels::LabelsPreview;
    use crate::testing::Shop;

    fn asked(product: &Product, count: i64) -> Value {
        json!({
            "sheet": "a4_4x10", "fields": ["title", "sku", "price", "unit", "code"],
            "items": [{ "product": product.row.id, "count": count }]
        })
    }

    fn to(shop: &Shop, mut asked: Value, format: &str) -> Vec<u8> {
        let path = shop.path(&format!("labels.{format}"));
        asked["path"] = json!(path);
        asked["format"] = json!(format);
        let file: WrittenDocument = shop.call("documents.export_labels", asked);
        let data = std::fs::read(path).unwrap();
        assert_eq!(file.bytes, data.len() as i64);
        data
    }

    #[test]
    fn labels_are_sheets_or_commands_with_price_and_code() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 12_500_000);
        assert!(to(&shop, asked(&mug, 50), "pdf").starts_with(b"%PDF-"));
        let zpl = String::from_utf8(to(&shop, asked(&mug, 50), "zpl")).unwrap();
        assert!(
            zpl.contains("^PQ50") && zpl.contains("12.50 GBP / pcs"),
            "{zpl}"
        );
        let seen: LabelsPreview = shop.call("documents.preview_labels", asked(&mug, 50));
        assert_eq!((seen.labels, seen.sheets), (50, 2));
        assert!(seen.page.starts_with("<svg"));
    }

    #[test]
    fn what_makes_no_sense_is_refused_at_its_field() {
        let shop = Shop::open();
        let mug = shop.product("MUG", 1_000_000);
        let mut nothing = asked(&mug, 1);
        nothing["fields"] = json!([]);
        let mut far = asked(&mug, 1);
        far["skip"] = json!(40);
        for (input, code, field) in [
            (asked(&mug, 0), "out_of_range", "items.0.count"),
            (nothing, "required", "fields"),
            (far, "out_of_range", "skip"),
        ] {
            let refused = shop.refused("documents.preview_labels", input);
            assert_eq!(refused, (code.into(), Some(field.into())));
        }
    }

    #[test]
    fn bars_that_do_not_fit_are_a_matrix_unless_bars_are_asked_for() {
        let shop = Shop::open();
        let long = shop.product(&"AB-".repeat(15), 1_000_000);
        let _: LabelsPreview = shop.call("documents.preview_labels", asked(&long, 1));
        let mut bars = asked(&long, 1);
        bars["code"] = json!("code128");
        let refused = shop.refused("documents.preview_labels", bars);
        assert_eq!(refused.0, "label_code_too_long");
    }
}
