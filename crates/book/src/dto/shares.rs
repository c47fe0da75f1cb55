//! Shares of goods as the window shows them.
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// What devices may take of a product at a place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Shares {
    /// The record.
    pub id: Uuid,
    /// The product.
    pub product: Uuid,
    /// Key of the place.
    pub location: String,
    /// Shares count; without them every device sells what it believes to be there.
    pub open: bool,
    /// This device.
    pub own: Uuid,
    /// What is free to sell at the place, as far as this device knows, thousandths.
    pub available_milli: i64,
    /// The devices, the one that keeps the rest first.
    pub rows: Vec<ShareRow>,
}

/// A device's share.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct ShareRow {
    /// The device.
    pub device: Uuid,
    /// What the shop calls it.
    pub name: String,
    /// The prefix of its numbers.
    pub prefix: String,
    /// It keeps what no other was given.
    pub keeper: bool,
    /// Given to it, thousandths.
    pub given_milli: i64,
    /// Taken by it, thousandths.
    pub used_milli: i64,
    /// What it may still take, thousandths.
    pub left_milli: i64,
    /// What it asks for, thousandths.
    pub asked_milli: i64,
}
