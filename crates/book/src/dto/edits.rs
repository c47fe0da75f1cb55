//! What was offered before an order was placed, what was changed of it after, and files at it.
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

/// What was offered before an order was placed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct OrderQuote {
    /// Its number, with that of its revision.
    pub number: String,
    /// Counts the quotes of this order, from 1.
    pub revision: i64,
    /// When it was offered, wall clock.
    pub at_local: String,
    /// The last business day on which it can be accepted.
    pub valid_until: String,
    /// It was written anew since and not offered again.
    pub revised: bool,
    /// When it was declined, wall clock.
    pub declined_local: Option<String>,
    /// Why it was declined.
    pub decline_reason: Option<String>,
}

/// A file at an order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct OrderAttachment {
    /// The file's id.
    pub attachment: Uuid,
    /// Its name; null once the customer was erased.
    pub name: Option<String>,
    /// Its size.
    pub size_bytes: i64,
    /// What it is, as an internet media type.
    pub media_type: String,
    /// When it was put there, wall clock.
    pub at_local: String,
    /// Who put it there.
    pub actor: String,
    /// Whether its bytes are in this book: they may be erased, or still on another device.
    pub is_here: bool,
}

/// An internal note about an order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct OrderNote {
    /// What is to be known.
    pub text: String,
    /// Who said it.
    pub actor: String,
    /// When, wall clock.
    pub at_local: String,
}
