//! `book.countries`: what each country brings: currency, taxes, price habit.
use book::dto::Tax;
use crate::request::Nothing;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What it takes.
pub type Input = Nothing;

/// What a country brings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct CountryDefaults {
    /// ISO 3166 code.
    pub country: String,
    /// ISO 4217 code.
    pub currency: String,
    /// ISO 4217 digits of the minor unit.
    pub currency_digits: i64,
    /// The usual taxes.
    pub taxes: Vec<Tax>,
    /// Whether shops state prices with tax.
    pub prices_include_tax: bool,
}

/// What it gives.
pub type Output = Vec<CountryDefaults>;
