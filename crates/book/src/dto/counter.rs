//! What is set up for the counter: codes of scales and favourites.
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// What the value of a code that a scale or label prints is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CodeValue {
    /// How much it is, in the product's unit.
    Weight,
    /// What it costs.
    Price,
}

/// How codes that scales and labels print are read: prefix, item, value, check digit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CodePattern {
    /// The first two digits: `02`, or `20` to `29`.
    pub prefix: String,
    /// Digits of the item, which are the SKU or a barcode of the product.
    pub item_digits: u8,
    /// What the digits after the item are.
    pub value: CodeValue,
    /// How many of the value's digits are decimals.
    pub decimals: u8,
    /// Whether a digit before the value checks it.
    #[serde(default)]
    pub value_check: bool,
}

/// What a tile is coloured by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TileTone {
    /// As the page.
    Plain,
    /// The accent.
    Accent,
    /// Green.
    Good,
    /// Amber.
    Warn,
    /// Red.
    Bad,
    /// Blue.
    Info,
}

/// A favourite at the counter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Tile {
    /// Its place, from 0, row by row.
    pub place: u8,
    /// The product.
    pub product: Uuid,
    /// What it says.
    pub label: String,
    /// Its colour.
    pub tone: TileTone,
}

/// A page of favourites at the counter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TilePage {
    /// Its name.
    pub name: String,
    /// Its tiles.
    pub tiles: Vec<Tile>,
}
