//! `book.countries`: what each country brings: currency, taxes, price habit.
use super::table::{COUNTRIES, Country};
use crate::App;
use crate::error::AppError;
use crate::request::Nothing;
use book::dto::Tax;
use domain::currency::Currency;
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

#[cfg(test)]
mod tests {
    use book::dto::*;
    use serde_json::json;

    use crate::testing::Shop;

    #[test]
    fn every_country_can_be_the_start_of_a_book() {
        let shop = Shop::closed();
        let countries: Vec<super::CountryDefaults> = shop.call("book.countries", json!({}));
        assert!(countries.len() > 30);
        for country in countries {
            let path = shop.path(&format!("{}.counterbook", country.country));
            let input = json!({
                "path": path, "name": "A", "currency": country.currency, "country": country.country
            });
            let info: BookInfo = shop.call("book.create", input);
            assert_eq!(info.taxes, country.taxes);
        }
    }
}
