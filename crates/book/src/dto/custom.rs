//! Custom fields: what a book wants to know of its products and customers, and what is filled in.
use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a custom field is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CustomSubject {
    /// Products.
    Product,
    /// Customers.
    Customer,
}

/// What a custom field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CustomKind {
    /// Words.
    Text,
    /// A decimal of at most six decimals.
    Number,
    /// A day.
    Date,
    /// Yes or no.
    YesNo,
    /// One of a list.
    Choice,
    /// An address of the web or of mail.
    Link,
}

/// A custom field of the book.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct CustomField {
    /// What it is about.
    pub subject: CustomSubject,
    /// What it is known by, for ever.
    pub key: String,
    /// What people read.
    pub title: String,
    /// What it holds.
    pub kind: CustomKind,
    /// The most decimals of a number that is filled in.
    pub decimals: u32,
    /// What can be chosen, in the order in which it is shown.
    pub options: Vec<String>,
    /// What stands under its box.
    pub hint: Option<String>,
    /// Forms ask for it.
    pub required: bool,
    /// Its place among the fields.
    pub position: u32,
    /// Out of use; what was filled in stays.
    pub archived: bool,
}

/// What a custom field of a record holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CustomValue {
    /// Words, at most 2000 characters.
    Text(String),
    /// A number.
    NumberMicro(i64),
    /// A day.
    Day(String),
    /// Yes or no.
    YesNo(bool),
    /// One of the field's options.
    Choice(String),
    /// An address that begins with `https://`, `http://` or `mailto:`.
    Link(String),
}

/// What is filled in, by the keys of the fields.
pub type CustomValues = BTreeMap<String, CustomValue>;

/// What is filled in of a record anew: fields that are not named stay, null empties one.
pub type CustomSaid = BTreeMap<String, Option<CustomValue>>;

/// Only records of which a custom field holds one of these.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CustomFilter {
    /// The field.
    pub key: String,
    /// What it may hold.
    pub values: Vec<CustomValue>,
}
