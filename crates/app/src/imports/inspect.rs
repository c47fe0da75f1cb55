//! `imports.inspect`: what a file seems to be, with a mapping to start from.
use exchange::{InspectOptions, Inspection, Source};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::App;
use crate::error::AppError;

/// What to look at.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ImportsInspect {
    /// The file.
    #[ts(optional = false)]
    pub path: String,
    /// How it is read; what is absent is detected.
    pub options: Option<InspectOptions>,
}

/// What it takes.
pub type Input = ImportsInspect;
/// What it gives.
pub type Output = Inspection;

pub(crate) fn run(_app: &App, input: Input) -> Result<Output, AppError> {
    let options = input.options.unwrap_or_default();
    Ok(exchange::inspect_as(&Source::file(&input.path), &options)?)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::testing::Shop;

    fn shop() -> (Shop, String) {
        let shop = Shop::closed();
        let path = shop.path("goods.csv");
        std::fs::write(&path, b"sku;title;price\nA;Caf\xe9, black;1,50\n").unwrap();
        (shop, path)
    }

    #[test]
    fn the_preview_follows_what_the_caller_says_of_the_file() {
        let (shop, path) = shop();
        let found: Value = shop.call("imports.inspect", json!({ "path": path }));
        assert_eq!(found["preview"], json!([["A", "Café, black", "1,50"]]));
        let options = json!({ "delimiter": ",", "has_header": false, "encoding": "iso-8859-5" });
        let input = json!({ "path": path, "options": options });
        let found: Value = shop.call("imports.inspect", input);
        let rows = json!([["sku;title;price"], ["A;Cafщ", "black;1", "50"]]);
        assert_eq!(found["preview"], rows);
        assert_eq!(found["has_header"], false);
    }

    #[test]
    fn a_bad_option_is_refused_at_its_field() {
        let (shop, path) = shop();
        for (options, code, field) in [
            (
                json!({ "encoding": "latin-9000" }),
                "encoding_unknown",
                "options.encoding",
            ),
            (
                json!({ "delimiter": "x" }),
                "delimiter_unfit",
                "options.delimiter",
            ),
            (
                json!({ "delimiter": ";;" }),
                "malformed",
                "options.delimiter",
            ),
            (
                json!({ "has_header": "yes" }),
                "malformed",
                "options.has_header",
            ),
            (json!({ "quote": "'" }), "unknown_field", "options.quote"),
        ] {
            let refused = shop.refused(
                "imports.inspect",
                json!({ "path": path, "options": options }),
            );
            assert_eq!(refused, (code.to_owned(), Some(field.to_owned())));
        }
    }
}
