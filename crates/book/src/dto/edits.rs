//! What was changed of an order after it was placed.
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// What was said of a line at one time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct OrderLineTerms {
    /// Ordered, with what was called off.
    pub quantity_milli: i64,
    /// The price of one unit.
    pub unit_price_micro: i64,
    /// The discount in percent of the line, in parts per million.
    pub discount_ppm: i64,
    /// The fixed discount of the line.
    pub discount_minor: i64,
}

/// A line that a change said something else about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct OrderEditLine {
    /// The line's number.
    pub line: i64,
    /// The SKU as sold.
    pub sku: String,
    /// The title as sold.
    pub title: String,
    /// What was said of it before; null for a new line.
    pub before: Option<OrderLineTerms>,
    /// What is said of it from then on; nothing ordered means that it was taken out.
    pub after: OrderLineTerms,
    /// How much more is wanted of it; below zero for less.
    pub quantity_milli: i64,
    /// What it comes to more, with tax; below zero for less.
    pub total_minor: i64,
}

/// A change of an order after it was placed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct OrderEdit {
    /// The change's id.
    pub edit: Uuid,
    /// When, wall clock.
    pub at_local: String,
    /// Who.
    pub actor: String,
    /// Why.
    pub reason: Option<String>,
    /// The change that it takes back.
    pub takes_back: Option<Uuid>,
    /// It was itself taken back.
    pub taken_back: bool,
    /// The fields of the whole order that it changed.
    pub fields: Vec<String>,
    /// The lines that it changed.
    pub lines: Vec<OrderEditLine>,
    /// What the order comes to more, with tax; below zero for less.
    pub total_minor: i64,
    /// The tax in it.
    pub tax_minor: i64,
}
