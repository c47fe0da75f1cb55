//! The custom fields of a book, as its settings have them.

use crate::said::take;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a field is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FieldSubject {
    /// Products.
    Product,
    /// Customers.
    Customer,
}

/// What a field holds; fixed once it is defined.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FieldKind {
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

impl FieldKind {
    /// The word for it on the wire.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Number => "number",
            Self::Date => "date",
            Self::YesNo => "yes_no",
            Self::Choice => "choice",
            Self::Link => "link",
        }
    }
}

/// A custom field. In an entry `None` means "not said"; its options are replaced as a list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FieldTerms {
    /// What people read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// What it holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<FieldKind>,
    /// The most decimals of a number that is filled in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decimals: Option<u32>,
    /// What can be chosen, in the order in which it is shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub options: Option<Vec<String>>,
    /// What stands under its box; an empty text is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
    /// Forms ask for it. What is known without it is known all the same.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub required: Option<bool>,
    /// Its place among the fields.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub position: Option<u32>,
    /// Out of use; what was filled in stays.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub archived: Option<bool>,
}

impl FieldTerms {
    /// What it holds; words when it was never said.
    pub fn kind(&self) -> FieldKind {
        self.kind.unwrap_or(FieldKind::Text)
    }

    /// The most decimals of a number that is filled in.
    pub fn decimals(&self) -> u32 {
        self.decimals.unwrap_or(0)
    }

    /// Whether it is out of use.
    pub fn is_archived(&self) -> bool {
        self.archived.unwrap_or(false)
    }
}

/// The fields of a book by what they are about and by their keys.
pub type Fields = BTreeMap<FieldSubject, BTreeMap<String, FieldTerms>>;

/// Takes in what an entry says of fields: those that it does not name stay as they were.
pub(crate) fn take_fields(into: &mut Fields, said: Fields) {
    for (subject, fields) in said {
        let known = into.entry(subject).or_default();
        for (key, said) in fields {
            let terms = known.entry(key).or_default();
            take(&mut terms.title, said.title);
            take(&mut terms.kind, said.kind);
            take(&mut terms.decimals, said.decimals);
            take(&mut terms.options, said.options);
            take(&mut terms.hint, said.hint);
            take(&mut terms.required, said.required);
            take(&mut terms.position, said.position);
            take(&mut terms.archived, said.archived);
        }
    }
}
