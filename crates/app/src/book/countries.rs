//! `book.countries`: what each country brings: currency, taxes, price habit.
use crate::App;
use crate::error::AppError;
use domain::currency::Currency;
use super::table::{COUNTRIES, Country};
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

pub(crate) fn run(_app: &App, _input: Input) -> Result<Output, AppError> {
    COUNTRIES.iter().map(defaults).collect()
}

fn defaults(country: &Country) -> Result<CountryDefaults, AppError> {
    let currency = Currency::parse(country.currency)
        .map_err(|_| AppError::broken("internal").with(country.currency))?;
    Ok(CountryDefaults {
        country: country.code.to_owned(),
        currency: country.currency.to_owned(),
        currency_digits: i64::from(currency.minor_digits()),
        taxes: country.taxes(),
        prices_include_tax: country.prices_include_tax,
    })
}
