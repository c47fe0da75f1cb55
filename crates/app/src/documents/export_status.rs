//! `documents.export_status`: the page that tells a customer how far an order is, written to a
//! file, whole or not at all.
use std::path::Path;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::export::WrittenDocument;
use super::issue::digest;
use super::status::{StatusInput, html};
use crate::App;
use crate::error::AppError;
use crate::request::{Part, With};
use crate::settings::replace;

/// Where the page goes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StatusTarget {
    /// The file; replaced when it is there.
    pub path: String,
}

impl Part for StatusTarget {
    const KEYS: &'static [&'static str] = &["path"];
}

/// What it takes.
pub type Input = With<StatusTarget, StatusInput>;
/// What it gives.
pub type Output = WrittenDocument;

pub(crate) fn run(app: &App, input: Input) -> Result<Output, AppError> {
    let page = html(app, &input.body)?;
    replace(Path::new(&input.part.path), page.as_bytes()).map_err(|error| {
        AppError::unavailable("file_unwritable")
            .in_field("path")
            .with(error)
    })?;
    Ok(WrittenDocument {
        path: input.part.path,
        bytes: page.len() as i64,
        sha256: digest(page.as_bytes()),
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::WrittenDocument;
    use crate::testing::Shop;

    #[test]
    fn the_page_is_one_file() {
        let shop = Shop::open();
        let order = shop.placed(&shop.product("MUG", 1_000_000), 1_000);
        let path = shop.path("status.html");
        let input = json!({ "order": order.head.id, "path": path });
        let file: WrittenDocument = shop.call("documents.export_status", input);
        let page = std::fs::read_to_string(path).unwrap();
        assert_eq!(file.bytes, page.len() as i64);
        assert!(page.starts_with("<!doctype html>") && page.contains("Being prepared"));
    }
}
