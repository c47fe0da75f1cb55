//! The settings of a book as folded from the entries about it.

use super::carriers::CarrierTerms;
use super::rates::RateTerms;
use crate::entry::Entry;
use crate::said::take;
use crate::tax::{RoundingPolicy, TaxCategory};
use crate::till::smallest_coin;
use serde::{Deserialize, Serialize};

/// What happens when more is asked for than there is: goods, or credit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StockPolicy {
    /// Sell on, silently.
    Allow,
    /// Sell on with a warning.
    #[default]
    Warn,
    /// Refuse.
    Block,
}

/// A tax as offered for products and lines.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaxTerms {
    /// Short code stored on lines, for example `standard`.
    pub code: String,
    /// Name printed, for example `VAT 20 %`.
    pub name: String,
    /// Rate in parts per million.
    pub rate_ppm: i64,
    /// Category of EN 16931.
    pub category: TaxCategory,
}

/// The fields of the settings; `None` in an entry means "not said".
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SettingsTerms {
    /// Name of the business.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// ISO 4217 code; fixed at creation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
    /// ISO 3166-1 alpha-2 code of the country of business.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// Whether prices include tax.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prices_include_tax: Option<bool>,
    /// How tax is rounded on a document.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tax_rounding: Option<RoundingPolicy>,
    /// Taxes offered, replaced as a list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub taxes: Option<Vec<TaxTerms>>,
    /// Hour of the local day at which a business day begins, 0–23.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cutoff_hour: Option<u8>,
    /// Policy for selling below zero.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stock_policy: Option<StockPolicy>,
    /// Policy for orders beyond what a customer may owe.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credit_policy: Option<StockPolicy>,
    /// Address printed on documents.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// Tax registration of the business.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tax_number: Option<String>,
    /// Telephone of the business.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// E-mail of the business.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Who carries parcels, replaced as a list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub carriers: Option<Vec<CarrierTerms>>,
    /// What other currencies are worth, replaced as a list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exchange_rates: Option<Vec<RateTerms>>,
    /// The smallest amount that cash can pay, minor units; 0 for every amount. The currency's own
    /// when it was never said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cash_rounding_minor: Option<i64>,
    /// Whether cash is taken at the counter only while the till is open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub till_required: Option<bool>,
    /// Legal or friendly text at the end of every receipt.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub receipt_text: Option<String>,
    /// This is the sample shop.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sample: Option<bool>,
}

/// The settings as folded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Its fields; the last writer of a field wins.
    pub terms: SettingsTerms,
    /// Number of entries folded.
    pub version: u32,
}

impl Settings {
    /// Folds one more entry.
    pub fn apply(&mut self, entry: &Entry) {
        self.version += 1;
        if !matches!(entry.kind.as_str(), "book.created" | "book.amended") {
            return;
        }
        let Ok(said) = serde_json::from_str::<SettingsTerms>(&entry.payload) else {
            return;
        };
        let terms = &mut self.terms;
        if entry.kind == "book.created" {
            keep_first(&mut terms.currency, said.currency);
        }
        take(&mut terms.name, said.name);
        take(&mut terms.country, said.country);
        take(&mut terms.prices_include_tax, said.prices_include_tax);
        take(&mut terms.tax_rounding, said.tax_rounding);
        take(&mut terms.taxes, said.taxes);
        take(&mut terms.cutoff_hour, said.cutoff_hour);
        take(&mut terms.stock_policy, said.stock_policy);
        take(&mut terms.credit_policy, said.credit_policy);
        take(&mut terms.address, said.address);
        take(&mut terms.tax_number, said.tax_number);
        take(&mut terms.phone, said.phone);
        take(&mut terms.email, said.email);
        take(&mut terms.carriers, said.carriers);
        take(&mut terms.exchange_rates, said.exchange_rates);
        take(&mut terms.cash_rounding_minor, said.cash_rounding_minor);
        take(&mut terms.till_required, said.till_required);
        take(&mut terms.receipt_text, said.receipt_text);
        take(&mut terms.sample, said.sample);
    }

    /// The currency, `XXX` while unknown.
    pub fn currency(&self) -> &str {
        self.terms.currency.as_deref().unwrap_or("XXX")
    }

    /// The tax of a code.
    pub fn tax(&self, code: &str) -> Option<&TaxTerms> {
        self.terms
            .taxes
            .iter()
            .flatten()
            .find(|tax| tax.code == code)
    }

    /// The smallest amount that cash can pay, minor units; 0 for every amount.
    pub fn cash_rounding_minor(&self) -> i64 {
        let said = self.terms.cash_rounding_minor;
        said.unwrap_or_else(|| smallest_coin(self.currency()))
    }

    /// Whether cash is taken at the counter only while the till is open.
    pub fn till_required(&self) -> bool {
        self.terms.till_required.unwrap_or(false)
    }

    /// The hour at which a business day begins.
    pub fn cutoff_hour(&self) -> u8 {
        self.terms.cutoff_hour.unwrap_or(0).min(23)
    }
}

fn keep_first<T>(field: &mut Option<T>, said: Option<T>) {
    if field.is_none() {
        *field = said;
    }
}
