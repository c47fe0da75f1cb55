//! `book.amend`: changes the settings of the book.
use book::dto::{BookInfo, StockPolicy, Tax, TaxRounding};

use crate::parse::said;
use crate::request::{Create, Written};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What of the settings changes; what is absent stays, null clears.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct BookAmend {
    /// The version that the caller saw.
    #[ts(optional = false)]
    pub expected_version: i64,
    /// The name of the business.
    pub name: Option<String>,
    /// Printed on documents.
    #[serde(default, deserialize_with = "said")]
    pub address: Option<Option<String>>,
    /// Printed on documents.
    #[serde(default, deserialize_with = "said")]
    pub tax_number: Option<Option<String>>,
    /// Printed on documents.
    #[serde(default, deserialize_with = "said")]
    pub phone: Option<Option<String>>,
    /// Printed on documents.
    #[serde(default, deserialize_with = "said")]
    pub email: Option<Option<String>>,
    /// Whether entered prices include tax.
    pub prices_include_tax: Option<bool>,
    /// How tax is rounded on new documents.
    pub tax_rounding: Option<TaxRounding>,
    /// The taxes, replaced as a list.
    pub taxes: Option<Vec<Tax>>,
    /// The hour at which a business day ends, 0 to 23.
    pub cutoff_hour: Option<u8>,
    /// What happens when an order asks for more than there is.
    pub stock_policy: Option<StockPolicy>,
}

/// What it takes.
pub type Input = Create<BookAmend>;
/// What it gives.
pub type Output = Written<BookInfo>;
