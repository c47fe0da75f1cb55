//! The fields of an entry one by one: what is filled in stands in an object of its own, and each
//! part of it is a field like any other.

use serde_json::{Map, Value};

/// The object that holds what is filled in.
pub const CUSTOM: &str = "custom";
/// Between that object and the key of a field.
const WITHIN: char = '.';

/// The fields of an entry with the custom ones as `custom.key`.
pub fn flat(mut said: Map<String, Value>) -> Map<String, Value> {
    if let Some(Value::Object(custom)) = said.remove(CUSTOM) {
        let custom = custom.into_iter();
        said.extend(custom.map(|(key, value)| (format!("{CUSTOM}{WITHIN}{key}"), value)));
    }
    said
}

/// The fields of an entry as it says them: the way back from [`flat`].
pub fn nested(fields: Map<String, Value>) -> Map<String, Value> {
    let (mut said, mut custom) = (Map::new(), Map::new());
    for (field, value) in fields {
        match field.split_once(WITHIN) {
            Some((CUSTOM, key)) => drop(custom.insert(key.to_owned(), value)),
            _ => drop(said.insert(field, value)),
        }
    }
    if !custom.is_empty() {
        said.insert(CUSTOM.to_owned(), Value::Object(custom));
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn custom_fields_stand_beside_the_others_and_go_back() {
        let said =
            json!({ "title": "Mug", "custom": { "colour": { "choice": "red" }, "x": null } });
        let Value::Object(said) = said else { panic!() };
        let fields = flat(said.clone());
        let names: Vec<&String> = fields.keys().collect();
        assert_eq!(names, ["title", "custom.colour", "custom.x"]);
        assert_eq!(nested(fields), said);
    }
}
