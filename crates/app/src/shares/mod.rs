//! Verbs about shares: what devices may take of a product at a place without asking (ADR 43).
pub mod ask;
pub mod close;
mod draw;
pub mod get;
pub mod give;
pub mod lose;
pub mod open;
mod steps;
#[cfg(test)]
mod tests;

pub(crate) use draw::draw;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// A product at a place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct SharedGoods {
    /// The product.
    #[ts(optional = false)]
    pub product: Uuid,
    /// Key of the place; the main one when absent.
    pub location: Option<String>,
}

/// A product at a place, and so much of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ShareAsked {
    /// The product.
    #[ts(optional = false)]
    pub product: Uuid,
    /// Key of the place; the main one when absent.
    pub location: Option<String>,
    /// How much, thousandths; nothing takes back what was asked before.
    #[ts(optional = false)]
    pub quantity_milli: i64,
}

/// A device's part of a product at a place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ShareGiven {
    /// The product.
    #[ts(optional = false)]
    pub product: Uuid,
    /// Key of the place; the main one when absent.
    pub location: Option<String>,
    /// The device that gets it.
    #[ts(optional = false)]
    pub device: Uuid,
    /// How much, thousandths.
    #[ts(optional = false)]
    pub quantity_milli: i64,
}

/// A device that will take nothing more of a product at a place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ShareLost {
    /// The product.
    #[ts(optional = false)]
    pub product: Uuid,
    /// Key of the place; the main one when absent.
    pub location: Option<String>,
    /// The device.
    #[ts(optional = false)]
    pub device: Uuid,
}
