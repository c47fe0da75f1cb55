//! The payloads of till entries.

use super::notes::NotesCounted;
use super::takings::Takings;
use serde::{Deserialize, Serialize};

/// Payload of `till.opened`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opened {
    /// Prefix of the device's numbers: the till's name.
    pub till: String,
    /// The money in the drawer before the first sale, minor units.
    pub float_minor: i64,
    /// Notes of other currencies that lie there too.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<NotesCounted>,
}

/// Payload of `till.moved`: money that goes into the drawer or out of it without a sale.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moved {
    /// Into the drawer above zero, out of it below, minor units.
    pub amount_minor: i64,
    /// Why.
    pub reason: String,
    /// Notes of another currency that went in, or out below zero; then the amount is nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notes: Option<NotesCounted>,
}

/// So many notes or coins of one size.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counted {
    /// What one of them is worth, minor units.
    pub denomination_minor: i64,
    /// How many.
    pub count: i64,
}

/// Payload of `till.closed`. The takings are those of the device's own entries from the opening to
/// this one: what arrives later from elsewhere is no part of that range.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closed {
    /// Number of the Z report, from the device's series.
    pub number: String,
    /// What was counted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub counts: Vec<Counted>,
    /// What the count comes to, minor units.
    pub counted_minor: i64,
    /// Notes of other currencies that were counted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<NotesCounted>,
    /// What was taken and given back.
    pub takings: Takings,
}
