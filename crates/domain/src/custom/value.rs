//! What is filled in: a value of each field's kind, or nothing.

use super::field::FieldKind;
use crate::day::Day;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// What a custom field of a record holds. It says its kind itself, so that it stays what it is
/// whatever becomes of the field.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CustomValue {
    /// Words.
    Text(String),
    /// A number, in millionths.
    NumberMicro(i64),
    /// A day.
    Day(Day),
    /// Yes or no.
    YesNo(bool),
    /// One of a list, as it was called when it was chosen.
    Choice(String),
    /// An address.
    Link(String),
}

impl CustomValue {
    /// The kind of field that it is for.
    pub const fn kind(&self) -> FieldKind {
        match self {
            Self::Text(_) => FieldKind::Text,
            Self::NumberMicro(_) => FieldKind::Number,
            Self::Day(_) => FieldKind::Date,
            Self::YesNo(_) => FieldKind::YesNo,
            Self::Choice(_) => FieldKind::Choice,
            Self::Link(_) => FieldKind::Link,
        }
    }

    /// The words that it can be searched by.
    pub fn words(&self) -> Option<&str> {
        match self {
            Self::Text(words) | Self::Choice(words) | Self::Link(words) => Some(words),
            Self::NumberMicro(_) | Self::Day(_) | Self::YesNo(_) => None,
        }
    }
}

/// What is filled in by key. In an entry a field that is not named stays as it was, and one
/// without a value is emptied; a folded record has only fields with one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Filled(pub BTreeMap<String, Option<CustomValue>>);

impl Filled {
    /// Whether nothing is said, or nothing filled in.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The fields that hold something.
    pub fn values(&self) -> impl Iterator<Item = (&str, &CustomValue)> {
        let filled = self.0.iter();
        filled.filter_map(|(key, value)| value.as_ref().map(|value| (key.as_str(), value)))
    }
}

/// A value of a kind that only a newer version knows is passed over; what else its entry says is
/// taken in.
impl<'de> Deserialize<'de> for Filled {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let said = Map::<String, Value>::deserialize(deserializer)?;
        let read = said.into_iter().filter_map(|(key, value)| {
            let read = serde_json::from_value::<Option<CustomValue>>(value);
            read.ok().map(|value| (key, value))
        });
        Ok(Self(read.collect()))
    }
}

/// Takes in what an entry says, field by field.
pub(crate) fn take_filled(into: &mut Filled, said: Filled) {
    for (key, value) in said.0 {
        match value {
            Some(value) => drop(into.0.insert(key, Some(value))),
            None => drop(into.0.remove(&key)),
        }
    }
}
