//! From JSON to a verb's input, once. A wrong value is refused with the path of its field; fields
//! that no verb knows are refused too, so that a misspelt one never passes in silence.
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value};
use serde_path_to_error::{Path, Segment};

use crate::error::AppError;

/// Reads a value of a type; the error's field is the path of what is wrong.
pub(crate) fn parse<T: DeserializeOwned>(value: Value) -> Result<T, AppError> {
    // Where nothing is wrong, nobody has to know the way to each field.
    if let Ok(read) = T::deserialize(&value) {
        return Ok(read);
    }
    serde_path_to_error::deserialize(value).map_err(|error| {
        let path = dotted(error.path());
        refusal(path, &error.into_inner().to_string())
    })
}

/// Reads a field whose null means "cleared", so that it differs from an absent one.
pub(crate) fn nullable<'de, D, T>(deserializer: D) -> Result<Option<Option<T>>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    Option::<T>::deserialize(deserializer).map(Some)
}

/// The object of an input; absent input counts as an empty object.
pub(crate) fn object(value: Value) -> Result<Map<String, Value>, AppError> {
    match value {
        Value::Null => Ok(Map::new()),
        Value::Object(map) => Ok(map),
        _ => Err(AppError::invalid("malformed").with("expected an object")),
    }
}

/// Moves the named keys out of an object into one of their own.
pub(crate) fn split(map: &mut Map<String, Value>, keys: &[&str]) -> Map<String, Value> {
    keys.iter()
        .filter_map(|key| {
            map.shift_remove(*key)
                .map(|value| ((*key).to_owned(), value))
        })
        .collect()
}

fn dotted(path: &Path) -> Vec<String> {
    path.iter()
        .filter_map(|segment| match segment {
            Segment::Seq { index } => Some(index.to_string()),
            Segment::Map { key } => Some(key.clone()),
            Segment::Enum { .. } | Segment::Unknown => None,
        })
        .collect()
}

/// Serde names a missing field in its message only, and an unknown one in both places.
fn refusal(mut path: Vec<String>, message: &str) -> AppError {
    let (code, detail) = if let Some(name) = quoted(message, "missing field `") {
        path.push(name.to_owned());
        ("required", None)
    } else if let Some(name) = quoted(message, "unknown field `") {
        if path.last().map(String::as_str) != Some(name) {
            path.push(name.to_owned());
        }
        ("unknown_field", None)
    } else {
        ("malformed", Some(message.to_owned()))
    };
    let field = (!path.is_empty()).then(|| path.join("."));
    AppError {
        field,
        detail,
        ..AppError::invalid(code)
    }
}

fn quoted<'a>(message: &'a str, before: &str) -> Option<&'a str> {
    message.strip_prefix(before)?.split('`').next()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Line {
        #[serde(rename = "quantity_milli")]
        _quantity_milli: i64,
    }

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Document {
        #[serde(rename = "lines")]
        _lines: Vec<Line>,
    }

    fn refused(value: Value) -> (String, Option<String>) {
        let error = parse::<Document>(value).unwrap_err();
        (error.code, error.field)
    }

    #[test]
    fn a_wrong_value_is_named_by_its_path() {
        let value = json!({ "lines": [{ "quantity_milli": 1 }, { "quantity_milli": "x" }] });
        assert_eq!(
            refused(value),
            ("malformed".into(), Some("lines.1.quantity_milli".into()))
        );
    }

    #[test]
    fn a_missing_field_is_named_by_its_path() {
        let value = json!({ "lines": [{}] });
        assert_eq!(
            refused(value),
            ("required".into(), Some("lines.0.quantity_milli".into()))
        );
        assert_eq!(
            refused(json!({})),
            ("required".into(), Some("lines".into()))
        );
    }

    #[test]
    fn a_misspelt_field_is_refused_by_its_path() {
        let value = json!({ "lines": [{ "quantity_mili": 1 }] });
        assert_eq!(
            refused(value),
            ("unknown_field".into(), Some("lines.0.quantity_mili".into()))
        );
    }

    #[test]
    fn a_fraction_or_a_number_beyond_64_bits_is_refused() {
        for number in [json!(1.5), json!(1e30)] {
            let value = json!({ "lines": [{ "quantity_milli": number }] });
            assert_eq!(refused(value).1, Some("lines.0.quantity_milli".into()));
        }
    }
}
