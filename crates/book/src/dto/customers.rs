//! Customers as lists and pages show them.
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::{CustomFilter, CustomValues, TimelineItem};

/// What a customer is called whose personal data were erased, before the end of the id.
pub const ERASED: &str = "Erased customer ";

/// A row of the list of customers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct CustomerRow {
    /// The customer.
    pub id: Uuid,
    /// The number that the shop gave.
    pub code: Option<String>,
    /// The name; once erased a pseudonym, [`ERASED`] and the end of the id.
    pub name: String,
    /// A company rather than a person.
    pub company: bool,
    /// ISO 3166 code.
    pub country: Option<String>,
    /// The e-mail address.
    pub email: Option<String>,
    /// The telephone number.
    pub phone: Option<String>,
    /// How many orders.
    pub orders: i64,
    /// Sales less returns.
    pub revenue_minor: i64,
    /// What the customer owes; negative for a credit.
    pub balance_minor: i64,
    /// The business day of the first order.
    pub first_day: Option<String>,
    /// The business day of the last order.
    pub last_day: Option<String>,
    /// The personal data is gone, for ever.
    pub erased: bool,
    /// No longer served.
    pub archived: bool,
    /// Counts the changes; sent back as `expected_version`.
    pub version: i64,
    /// What is filled in of the book's own fields.
    pub custom: CustomValues,
}

/// A postal address. Empty parts are empty strings.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Address {
    /// Street and house number; may have several lines.
    pub street: String,
    /// The postal code.
    pub postal_code: String,
    /// The city.
    pub city: String,
    /// The region or state.
    pub region: String,
    /// ISO 3166 code.
    pub country: String,
}

/// The orders of a customer in one month.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct CustomerMonth {
    /// `YYYY-MM`.
    pub month: String,
    /// How many orders.
    pub orders: i64,
    /// Sales less returns.
    pub revenue_minor: i64,
}

/// Why a customer pays no tax.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct TaxExemption {
    /// The reason, as documents say it.
    #[ts(optional = false)]
    pub reason: String,
    /// The last business day on which it holds.
    pub until: Option<String>,
}

/// A customer with everything about them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Customer {
    /// What rows and pages share.
    #[serde(flatten)]
    pub row: CustomerRow,
    /// The address.
    pub address: Option<Address>,
    /// The tags.
    pub tags: Vec<String>,
    /// A note.
    pub note: Option<String>,
    /// The code of the card that is scanned at the counter.
    pub loyalty_card: Option<String>,
    /// The tax number.
    pub tax_number: Option<String>,
    /// The price list that the customer is given.
    pub price_list: Option<Uuid>,
    /// Its name.
    pub price_list_name: Option<String>,
    /// Days within which orders are to be paid.
    pub payment_days: Option<i64>,
    /// What may be open at most.
    pub credit_limit_minor: Option<i64>,
    /// Why the customer pays no tax.
    pub tax_exemption: Option<TaxExemption>,
    /// Number or text of the certificate that says so.
    pub tax_certificate: Option<String>,
    /// What the shop holds for the customer: store credit.
    pub credit_minor: i64,
    /// The mean value of an order.
    pub average_minor: i64,
    /// The last 24 months, oldest first.
    pub months: Vec<CustomerMonth>,
    /// The history, newest first.
    pub timeline: Vec<TimelineItem>,
}

/// What a customer owes, and may owe.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct CustomerAccount {
    /// What is open of placed orders; credits that are owed to the customer are not in it.
    pub open_minor: i64,
    /// Of that, what should have been paid before today.
    pub overdue_minor: i64,
    /// How many orders that is.
    pub overdue_orders: i64,
    /// What may be open at most.
    pub credit_limit_minor: Option<i64>,
    /// What may still be ordered on account; below zero when it is too much already.
    pub free_minor: Option<i64>,
    /// The business day by which the oldest open order is to be paid.
    pub oldest_due_day: Option<String>,
}

/// Which customers a list shows.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct CustomerFilter {
    /// Only those archived, or only those not.
    pub archived: Option<bool>,
    /// In this country.
    pub country: Option<String>,
    /// With this tag.
    pub tag: Option<String>,
    /// Whose custom fields hold these.
    pub custom: Option<Vec<CustomFilter>>,
}

/// The columns that customers sort by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CustomerSortKey {
    /// The name.
    Name,
    /// The shop's number.
    Code,
    /// The country.
    Country,
    /// How many orders.
    Orders,
    /// Sales less returns.
    Revenue,
    /// The day of the last order.
    LastOrder,
    /// What the customer owes.
    Balance,
}

/// The customer beside an order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct CustomerSummary {
    /// The customer.
    pub id: Uuid,
    /// The name.
    pub name: String,
    /// The address in lines.
    pub address: Option<String>,
    /// The e-mail address.
    pub email: Option<String>,
    /// The telephone number.
    pub phone: Option<String>,
    /// How many orders.
    pub orders: i64,
    /// Sales less returns.
    pub revenue_minor: i64,
    /// What the customer owes; negative for a credit.
    pub balance_minor: i64,
    /// What the shop holds for the customer: store credit.
    pub credit_minor: i64,
}
