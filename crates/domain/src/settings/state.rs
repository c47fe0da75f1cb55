//! The settings of a book as folded from the entries about it.

use super::carriers::CarrierTerms;
use super::codes::CodePattern;
use super::papers::Papers;
use super::rates::RateTerms;
use super::tiles::TilePage;
use crate::custom::{Fields, take_fields};
use crate::entry::Entry;
use crate::loyalty::Programme;
use crate::person::{RoleTerms, default_roles};
use crate::purchase::PurchasingRules;
use crate::said::take;
use crate::tax::{RoundingPolicy, TaxCategory};
use crate::till::smallest_coin;
use crate::valuation::Method;
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

/// When goods are set aside for an order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AllocationPolicy {
    /// With placing, all that it asks for.
    #[default]
    Ordered,
    /// With placing, as much as is free; the rest waits.
    Available,
    /// When somebody says so.
    ByHand,
}

/// What the page that tells customers how far an order is shows beside the order itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StatusPart {
    /// The customer's name.
    Customer,
    /// Where it is sent.
    Address,
    /// What the customer calls it.
    Reference,
    /// What it comes to and what is owed.
    Amounts,
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
    /// How what to order is worked out, replaced as a whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub purchasing: Option<PurchasingRules>,
    /// Policy for selling below zero.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stock_policy: Option<StockPolicy>,
    /// When goods are set aside for an order.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub allocation_policy: Option<AllocationPolicy>,
    /// Policy for selling lots whose last day is over.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expired_policy: Option<StockPolicy>,
    /// Policy for orders beyond what a customer may owe.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credit_policy: Option<StockPolicy>,
    /// How goods are valued.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub valuation: Option<Method>,
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
    /// How codes that scales and labels print are read, replaced as a list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code_patterns: Option<Vec<CodePattern>>,
    /// Favourites at the counter, replaced as a list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tile_pages: Option<Vec<TilePage>>,
    /// Town and post code of the business, for electronic invoices.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub city: Option<String>,
    /// Post code of the business.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub postal_code: Option<String>,
    /// Whom to ask about an invoice.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact_name: Option<String>,
    /// The account that is paid into (IBAN).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bank_account: Option<String>,
    /// What the page for customers shows beside the order, replaced as a list; nothing that names
    /// a person when it was never said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status_shows: Option<Vec<StatusPart>>,
    /// What people of the shop may do, replaced as a list; the usual roles when it was never said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub roles: Option<Vec<RoleTerms>>,
    /// After how many minutes without a hand on it the program locks itself; 0 for never.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lock_after_min: Option<u32>,
    /// The points programme, replaced as a whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub loyalty: Option<Programme>,
    /// Reasons for adjustments to choose from, replaced as a list; the usual ones when it was never
    /// said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub adjustment_reasons: Option<Vec<String>>,
    /// What this book wants to know beyond what every book does: an entry says of each field what
    /// is different, and the others stay.
    #[serde(skip_serializing_if = "Fields::is_empty")]
    pub custom_fields: Fields,
    /// This is the sample shop.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sample: Option<bool>,
}

/// The settings as folded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Its fields; the last writer of a field wins.
    pub terms: SettingsTerms,
    /// How documents look. Only a fold of the entries has it; the row of the settings does not.
    pub papers: Papers,
    /// Number of entries folded.
    pub version: u32,
}

impl Settings {
    /// Folds one more entry.
    pub fn apply(&mut self, entry: &Entry) {
        self.version += 1;
        self.papers.apply(entry);
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
        take(&mut terms.purchasing, said.purchasing);
        take(&mut terms.stock_policy, said.stock_policy);
        take(&mut terms.allocation_policy, said.allocation_policy);
        take(&mut terms.expired_policy, said.expired_policy);
        take(&mut terms.credit_policy, said.credit_policy);
        take(&mut terms.valuation, said.valuation);
        take(&mut terms.address, said.address);
        take(&mut terms.tax_number, said.tax_number);
        take(&mut terms.phone, said.phone);
        take(&mut terms.email, said.email);
        take(&mut terms.carriers, said.carriers);
        take(&mut terms.exchange_rates, said.exchange_rates);
        take(&mut terms.cash_rounding_minor, said.cash_rounding_minor);
        take(&mut terms.till_required, said.till_required);
        take(&mut terms.receipt_text, said.receipt_text);
        take(&mut terms.code_patterns, said.code_patterns);
        take(&mut terms.tile_pages, said.tile_pages);
        take(&mut terms.city, said.city);
        take(&mut terms.postal_code, said.postal_code);
        take(&mut terms.contact_name, said.contact_name);
        take(&mut terms.bank_account, said.bank_account);
        take(&mut terms.status_shows, said.status_shows);
        take(&mut terms.roles, said.roles);
        take(&mut terms.lock_after_min, said.lock_after_min);
        take(&mut terms.loyalty, said.loyalty);
        take(&mut terms.adjustment_reasons, said.adjustment_reasons);
        take_fields(&mut terms.custom_fields, said.custom_fields);
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

    /// Whether the page for customers shows a part.
    pub fn status_shows(&self, part: StatusPart) -> bool {
        let mut shown = self.terms.status_shows.iter().flatten();
        shown.any(|known| *known == part)
    }

    /// Whether cash is taken at the counter only while the till is open.
    pub fn till_required(&self) -> bool {
        self.terms.till_required.unwrap_or(false)
    }

    /// The roles that people of the shop can have.
    pub fn roles(&self) -> Vec<RoleTerms> {
        self.terms.roles.clone().unwrap_or_else(default_roles)
    }

    /// After how many minutes without a hand on it the program locks itself; 0 for never.
    pub fn lock_after_min(&self) -> u32 {
        self.terms.lock_after_min.unwrap_or(0)
    }

    /// The points programme; one that is switched off when it was never said.
    pub fn loyalty(&self) -> Programme {
        self.terms.loyalty.clone().unwrap_or_default()
    }

    /// How what to order is worked out.
    pub fn purchasing(&self) -> PurchasingRules {
        self.terms.purchasing.unwrap_or_default()
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
