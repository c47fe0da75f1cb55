//! Custom fields on their way out, and what is filled in on its way in.

use crate::dto::{self, CustomField, CustomKind, CustomSubject, CustomValues};
use domain::Day;
use domain::custom::{CustomValue, FieldKind, FieldSubject, FieldTerms, Fields, Filled};

/// The fields of the book in the order in which they are shown.
pub(super) fn fields(known: &Fields) -> Vec<CustomField> {
    let mut shown = Vec::new();
    for (subject, fields) in known {
        let mut of: Vec<CustomField> = fields
            .iter()
            .map(|(key, terms)| field(*subject, key, terms))
            .collect();
        of.sort_by(|one, other| (one.position, &one.key).cmp(&(other.position, &other.key)));
        shown.append(&mut of);
    }
    shown
}

fn field(subject: FieldSubject, key: &str, terms: &FieldTerms) -> CustomField {
    let title = terms.title.clone().unwrap_or_else(|| key.to_owned());
    CustomField {
        subject: match subject {
            FieldSubject::Product => CustomSubject::Product,
            FieldSubject::Customer => CustomSubject::Customer,
        },
        key: key.to_owned(),
        title,
        kind: kind(terms.kind()),
        decimals: terms.decimals(),
        options: terms.options.clone().unwrap_or_default(),
        hint: terms.hint.clone().filter(|hint| !hint.is_empty()),
        required: terms.required.unwrap_or(false),
        position: terms.position.unwrap_or(0),
        archived: terms.is_archived(),
    }
}

fn kind(kind: FieldKind) -> CustomKind {
    match kind {
        FieldKind::Text => CustomKind::Text,
        FieldKind::Number => CustomKind::Number,
        FieldKind::Date => CustomKind::Date,
        FieldKind::YesNo => CustomKind::YesNo,
        FieldKind::Choice => CustomKind::Choice,
        FieldKind::Link => CustomKind::Link,
    }
}

/// What a record's fields hold.
pub(super) fn filled(filled: &Filled) -> CustomValues {
    let values = filled.values();
    values
        .map(|(key, value)| (key.to_owned(), shown(value.clone())))
        .collect()
}

/// What the rows of a record say that its fields hold; most have none.
pub(super) fn stored(text: &str) -> rusqlite::Result<CustomValues> {
    if text == "{}" {
        return Ok(CustomValues::new());
    }
    let read = serde_json::from_str::<Filled>(text);
    let read = read.map_err(|error| {
        let text = rusqlite::types::Type::Text;
        rusqlite::Error::FromSqlConversionFailure(0, text, Box::new(error))
    })?;
    Ok(filled(&read))
}

fn shown(value: CustomValue) -> dto::CustomValue {
    match value {
        CustomValue::Text(words) => dto::CustomValue::Text(words),
        CustomValue::NumberMicro(micro) => dto::CustomValue::NumberMicro(micro),
        CustomValue::Day(day) => dto::CustomValue::Day(day.to_string()),
        CustomValue::YesNo(yes) => dto::CustomValue::YesNo(yes),
        CustomValue::Choice(option) => dto::CustomValue::Choice(option),
        CustomValue::Link(link) => dto::CustomValue::Link(link),
    }
}

/// What is filled in, as the rules know it; `None` for a day that is none.
pub fn custom_value(said: &dto::CustomValue) -> Option<CustomValue> {
    Some(match said {
        dto::CustomValue::Text(words) => CustomValue::Text(words.clone()),
        dto::CustomValue::NumberMicro(micro) => CustomValue::NumberMicro(*micro),
        dto::CustomValue::Day(day) => CustomValue::Day(Day::parse(day)?),
        dto::CustomValue::YesNo(yes) => CustomValue::YesNo(*yes),
        dto::CustomValue::Choice(option) => CustomValue::Choice(option.clone()),
        dto::CustomValue::Link(link) => CustomValue::Link(link.clone()),
    })
}

/// A value as rows hold it; `None` for a day that is none.
pub(crate) fn stored_value(said: &dto::CustomValue) -> Option<String> {
    serde_json::to_string(&custom_value(said)?).ok()
}
