//! `book.create`: a new book in a new file; it is open afterwards.
use book::dto::{BookInfo, Tax};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a new book needs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct BookCreate {
    /// The file; it must not exist.
    pub path: String,
    /// The name of the business.
    pub name: String,
    /// ISO 4217 code; it never changes.
    pub currency: String,
    /// ISO 3166 code of the country of business.
    pub country: String,
    /// Whether entered prices include tax; the country's habit when absent.
    pub prices_include_tax: Option<bool>,
    /// The taxes; the country's when absent.
    pub taxes: Option<Vec<Tax>>,
}

/// What it takes.
pub type Input = BookCreate;
/// What it gives.
pub type Output = BookInfo;
