//! `customers.amend`: changes a customer.
use book::dto::{Address, Customer};

use crate::parse::said;
use crate::request::{Amend, Written};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What of a customer changes; what is absent stays, null clears.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct CustomerPatch {
    /// The number that the shop gives.
    #[serde(default, deserialize_with = "said")]
    pub code: Option<Option<String>>,
    /// The name.
    pub name: Option<String>,
    /// A company rather than a person.
    pub company: Option<bool>,
    /// The e-mail address.
    #[serde(default, deserialize_with = "said")]
    pub email: Option<Option<String>>,
    /// The telephone number.
    #[serde(default, deserialize_with = "said")]
    pub phone: Option<Option<String>>,
    /// The address.
    #[serde(default, deserialize_with = "said")]
    pub address: Option<Option<Address>>,
    /// ISO 3166 code; the address's when absent.
    #[serde(default, deserialize_with = "said")]
    pub country: Option<Option<String>>,
    /// The tags.
    pub tags: Option<Vec<String>>,
    /// A note.
    #[serde(default, deserialize_with = "said")]
    pub note: Option<Option<String>>,
    /// The tax number.
    #[serde(default, deserialize_with = "said")]
    pub tax_number: Option<Option<String>>,
    /// No longer served.
    pub archived: Option<bool>,
}

/// What it takes.
pub type Input = Amend<CustomerPatch>;
/// What it gives.
pub type Output = Written<Customer>;
