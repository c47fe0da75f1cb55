//! `customers.create`: a new customer.
use book::dto::{Address, Customer};

use crate::request::{Create, Written};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A customer asked for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct CustomerInput {
    /// The number that the shop gives.
    pub code: Option<String>,
    /// The name.
    #[ts(optional = false)]
    pub name: String,
    /// A company rather than a person.
    pub company: Option<bool>,
    /// The e-mail address.
    pub email: Option<String>,
    /// The telephone number.
    pub phone: Option<String>,
    /// The address.
    pub address: Option<Address>,
    /// ISO 3166 code; the address's when absent.
    pub country: Option<String>,
    /// The tags.
    pub tags: Option<Vec<String>>,
    /// A note.
    pub note: Option<String>,
    /// The tax number.
    pub tax_number: Option<String>,
    /// No longer served.
    pub archived: Option<bool>,
}

/// What it takes.
pub type Input = Create<CustomerInput>;
/// What it gives.
pub type Output = Written<Customer>;
