//! Till sessions as the counter and its reports show them.
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::OrderTax;

/// The money of one way of paying.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct TillMethod {
    /// How it was paid.
    pub method: String,
    /// How many payments.
    pub payments: i64,
    /// What was received, change taken off.
    pub received_minor: i64,
    /// How many refunds.
    pub refunds: i64,
    /// What was given back, above zero.
    pub refunded_minor: i64,
}

/// Notes of another currency that were taken as cash; what they were taken for is part of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct TillNotes {
    /// Their currency.
    pub currency: String,
    /// Digits of its minor unit.
    pub currency_digits: i64,
    /// What lay in the drawer before the first sale, in their currency.
    pub float_minor: i64,
    /// What was put in without a sale, in their currency.
    pub in_minor: i64,
    /// What was taken out without a sale, above zero, in their currency.
    pub out_minor: i64,
    /// How many payments.
    pub payments: i64,
    /// What was handed over, in their currency.
    pub received_minor: i64,
    /// What it was taken for, in the book's currency.
    pub worth_minor: i64,
    /// What must be in the drawer, in their currency.
    pub expected_minor: i64,
    /// What was counted, in their currency.
    pub counted_minor: Option<i64>,
    /// What was counted more than expected, in their currency; below zero when it is missing.
    pub difference_minor: Option<i64>,
}

/// Money put into the drawer or taken out of it without a sale.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct TillMove {
    /// Into the drawer above zero, out of it below.
    pub amount_minor: i64,
    /// The currency of the notes that it was, where that is not the book's.
    pub currency: Option<String>,
    /// Why.
    pub reason: String,
    /// When, wall clock.
    pub at_local: String,
    /// Who.
    pub actor: String,
}

/// So many notes or coins of one size.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TillCount {
    /// What one of them is worth.
    pub denomination_minor: i64,
    /// How many.
    pub count: i64,
}

/// A till session with all its figures: an X report while it is open, a Z report once it is
/// counted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct TillReport {
    /// The session.
    pub id: Uuid,
    /// Number of the Z report; null while the till is open.
    pub number: Option<String>,
    /// Whether this Z was told before.
    pub copy: bool,
    /// The till: the prefix of its device's numbers.
    pub till: String,
    /// When it was opened, wall clock.
    pub opened_local: String,
    /// Who opened it.
    pub opened_by: String,
    /// When it was counted, wall clock.
    pub closed_local: Option<String>,
    /// Who counted it.
    pub closed_by: Option<String>,
    /// The business day on which it was opened.
    pub day: String,
    /// The first entry of the device's journal that it covers.
    pub from_entry: i64,
    /// The last entry of the device's journal that it covers.
    pub to_entry: i64,
    /// How many sales.
    pub sales: i64,
    /// What they came to, tax included.
    pub sales_minor: i64,
    /// How many returns.
    pub returns: i64,
    /// What they came to, above zero.
    pub returned_minor: i64,
    /// All discounts on the sales.
    pub discount_minor: i64,
    /// What was sold as gift cards; no part of the sales.
    pub gift_cards_minor: i64,
    /// Tax by rate.
    pub taxes: Vec<OrderTax>,
    /// Money by method, of sales and of orders that were paid here.
    pub methods: Vec<TillMethod>,
    /// Notes of other currencies among the cash, which lie apart.
    pub notes: Vec<TillNotes>,
    /// What rounding cash to coins added.
    pub rounding_minor: i64,
    /// What went back as change.
    pub change_minor: i64,
    /// Orders and parked carts that were called off.
    pub voids: i64,
    /// Number of the first sale.
    pub first_number: Option<String>,
    /// Number of the last sale.
    pub last_number: Option<String>,
    /// The money in the drawer before the first sale.
    pub float_minor: i64,
    /// Cash of the book's currency that was received, change taken off.
    pub cash_received_minor: i64,
    /// Cash given back, above zero.
    pub cash_refunded_minor: i64,
    /// Cash put in without a sale.
    pub cash_in_minor: i64,
    /// Cash taken out without a sale, above zero.
    pub cash_out_minor: i64,
    /// Every time that cash was put in or taken out.
    pub moves: Vec<TillMove>,
    /// What must be in the drawer.
    pub expected_minor: i64,
    /// What was counted, by note and coin, the largest first.
    pub counts: Vec<TillCount>,
    /// What was counted.
    pub counted_minor: Option<i64>,
    /// What was counted more than expected; below zero when it is missing.
    pub difference_minor: Option<i64>,
    /// Counts the changes of the session; sent back as `expected_version`.
    pub version: i64,
}

/// A session in the list of earlier ones.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct TillRow {
    /// The session.
    pub id: Uuid,
    /// Number of the Z report.
    pub number: String,
    /// When it was counted, wall clock.
    pub closed_local: String,
    /// What was counted more than expected; below zero when it was missing.
    pub difference_minor: i64,
}

/// The session that is open: nothing that would tell what the drawer must hold.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct TillOpen {
    /// The session.
    pub id: Uuid,
    /// When it was opened, wall clock.
    pub opened_local: String,
    /// Who opened it.
    pub opened_by: String,
    /// The money in the drawer before the first sale.
    pub float_minor: i64,
    /// Counts the changes of the session; sent back as `expected_version`.
    pub version: i64,
}

/// How this device's till stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct TillStatus {
    /// The till: the prefix of this device's numbers.
    pub till: String,
    /// The open session; null when the till is closed.
    pub open: Option<TillOpen>,
    /// The notes and coins of the book's currency, the largest first.
    pub denominations: Vec<i64>,
    /// The last sessions that were counted, the latest first.
    pub earlier: Vec<TillRow>,
}
